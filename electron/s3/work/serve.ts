/** What is done to objects on a person's word, and what counts them before. Each answers more than once. */
import type { S3Answer, S3Request } from '../../contract/s3-port.ts';
import type { RegionParts } from '../in-bucket-region.ts';
import { startMeasure } from '../measure.ts';

export type WorkRequest = Extract<S3Request, { op: 'work' | 'measure' }>;

export interface Working {
  take(request: WorkRequest): void;
  stop(id: number): void;
  close(): void;
}

export function serveWork(parts: RegionParts, answer: (message: S3Answer) => void): Working {
  const running = new Map<number, { stop(): void }>();
  return {
    take(request) {
      const { id } = request;
      if (request.op === 'measure') {
        running.get(id)?.stop();
        running.set(
          id,
          startMeasure(parts, request, answer, () => running.delete(id)),
        );
        return;
      }
      answer({ id, kind: 'failed', failure: { code: 'internal', retry: 'never' } });
    },
    stop: (id) => running.get(id)?.stop(),
    close() {
      for (const each of [...running.values()]) each.stop();
    },
  };
}
