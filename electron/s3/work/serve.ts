/** What is done to objects on a person's word, and what counts them, or looks at their names, before. Each answers more than once. */
import type { S3Answer, S3Request } from '../../contract/s3-port.ts';
import { startMeasure } from '../measure.ts';
import { startNames } from '../names-ahead.ts';
import { startWork, type WorkParts } from './start-work.ts';

export type WorkRequest = Extract<S3Request, { op: 'work' | 'measure' | 'names' }>;

export interface Working {
  take(request: WorkRequest): void;
  stop(id: number): void;
  close(): void;
}

/** Each follows a person's word; more than a few at once are no person's. */
const MOST_AT_ONCE = { work: 4, measure: 16, names: 4 } as const;

export function serveWork(parts: WorkParts, answer: (message: S3Answer) => void): Working {
  const work = new Map<number, { stop(): void }>();
  const measure = new Map<number, { stop(): void }>();
  const names = new Map<number, { stop(): void }>();
  const running = { work, measure, names };
  return {
    take(request) {
      const { id, op } = request;
      measure.get(id)?.stop();
      names.get(id)?.stop();
      if (work.has(id) || running[op].size >= MOST_AT_ONCE[op])
        return answer({ id, kind: 'failed', failure: { code: 's3-too-many', retry: 'now' } });
      if (op === 'work') {
        const ended = () => work.delete(id);
        work.set(id, startWork(parts, request, answer, ended));
      } else if (op === 'names') {
        const ended = () => names.delete(id);
        names.set(id, startNames(parts, request, answer, ended));
      } else {
        const ended = () => measure.delete(id);
        measure.set(id, startMeasure(parts, request, answer, ended));
      }
    },
    stop(id) {
      work.get(id)?.stop();
      measure.get(id)?.stop();
      names.get(id)?.stop();
    },
    close() {
      for (const { stop } of [...work.values(), ...measure.values(), ...names.values()]) stop();
    },
  };
}
