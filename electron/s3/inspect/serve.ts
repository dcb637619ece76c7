/** What a window asks of one object: facts, tags, versions, bytes. Each question ends with one answer. */
import type { S3Answer, S3Request } from '../../contract/s3-port.ts';
import type { RegionParts } from '../in-bucket-region.ts';

export type InspectRequest = Extract<
  S3Request,
  { op: 'facts' | 'tags' | 'versions' | 'deleted' | 'versioning' | 'bytes' }
>;

export interface Inspecting {
  take(request: InspectRequest): void;
  stop(id: number): void;
  close(): void;
}

export function serveInspecting(_parts: RegionParts, answer: (message: S3Answer) => void): Inspecting {
  return {
    take: ({ id }) => answer({ id, kind: 'failed', failure: { code: 'internal', retry: 'never' } }),
    stop() {},
    close() {},
  };
}
