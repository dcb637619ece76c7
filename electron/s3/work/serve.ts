/** What is done to objects on a person's word, and what counts them before. Each answers more than once. */
import type { S3Answer, S3Request } from '../../contract/s3-port.ts';
import type { RegionParts } from '../in-bucket-region.ts';

export type WorkRequest = Extract<S3Request, { op: 'work' | 'measure' }>;

export interface Working {
  take(request: WorkRequest): void;
  stop(id: number): void;
  close(): void;
}

export function serveWork(_parts: RegionParts, answer: (message: S3Answer) => void): Working {
  return {
    take: ({ id }) => answer({ id, kind: 'failed', failure: { code: 'internal', retry: 'never' } }),
    stop() {},
    close() {},
  };
}
