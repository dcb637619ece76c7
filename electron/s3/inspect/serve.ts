/**
 * What a window asks of one object: facts, tags, versions, bytes. Each question ends with one answer, or with none
 * after a stop.
 */
import type { InspectAnswer } from '../../contract/s3-inspect.ts';
import type { S3Answer, S3Request } from '../../contract/s3-port.ts';
import { s3Failure } from '../errors.ts';
import { inBucketRegion, type RegionParts } from '../in-bucket-region.ts';
import { askBytes } from './bytes.ts';
import { askDeleted } from './deleted.ts';
import { askFacts } from './facts.ts';
import type { Asked } from './object-of.ts';
import { askTags } from './tags.ts';
import { askUnfinished } from './unfinished.ts';
import { askVersioning } from './versioning.ts';
import { askVersions } from './versions.ts';

export type InspectRequest = Extract<
  S3Request,
  { op: 'facts' | 'tags' | 'versions' | 'deleted' | 'unfinished' | 'versioning' | 'bytes' }
>;

export interface Inspecting {
  take(request: InspectRequest): void;
  stop(id: number): void;
  close(): void;
}

/** A panel asks four things at once; more than a few panels are no person's. */
const MOST_OPEN = 16;

export function serveInspecting(parts: RegionParts, answer: (message: S3Answer) => void): Inspecting {
  const open = new Map<number, AbortController>();
  const end = (id: number) => {
    open.get(id)?.abort();
    open.delete(id);
  };
  const settle = async (request: InspectRequest, stop: AbortController) => {
    const { id } = request;
    const said = await inBucketRegion<InspectAnswer>(parts, request, (client) =>
      ask(request, { client, stop: stop.signal }),
    ).then(
      (told): S3Answer => ({ id, ...told }),
      (error: unknown): S3Answer => ({ id, kind: 'failed', failure: s3Failure(error, subjectOf(request)) }),
    );
    if (open.get(id) !== stop) return;
    open.delete(id);
    answer(said);
  };
  return {
    take(request) {
      end(request.id);
      const [oldest] = open.keys();
      if (open.size >= MOST_OPEN && oldest !== undefined) {
        end(oldest);
        answer({ id: oldest, kind: 'failed', failure: { code: 's3-too-many', retry: 'now' } });
      }
      const stop = new AbortController();
      open.set(request.id, stop);
      void settle(request, stop);
    },
    stop: end,
    close() {
      for (const id of [...open.keys()]) end(id);
    },
  };
}

function ask(request: InspectRequest, asked: Asked): Promise<InspectAnswer> {
  switch (request.op) {
    case 'facts':
      return askFacts(asked, request);
    case 'tags':
      return askTags(asked, request);
    case 'versions':
      return askVersions(asked, request);
    case 'deleted':
      return askDeleted(asked, request);
    case 'unfinished':
      return askUnfinished(asked, request);
    case 'versioning':
      return askVersioning(asked, request);
    case 'bytes':
      return askBytes(asked, request);
  }
}

function subjectOf(request: InspectRequest): string {
  if ('version' in request) return request.key;
  // Versions are a matter of the bucket, also those of one key.
  return 'prefix' in request ? `${request.bucket}/${request.prefix}` : request.bucket;
}
