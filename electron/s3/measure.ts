/** Counts objects and bytes before something is done to them: whole folders by listing, without keeping a name. */
import type { S3Client } from '@aws-sdk/client-s3';
import type { S3Answer, S3Request } from '../contract/s3-port.ts';
import type { Target } from '../contract/s3-work.ts';
import { regionMemory } from './bucket-regions.ts';
import { s3Failure } from './errors.ts';
import { inBucketRegion, type RegionParts } from './in-bucket-region.ts';
import { createClassCodes } from './listing/class-codes.ts';
import { listNames } from './listing/list-names.ts';
import { createRequests } from './listing/requests.ts';
import { openBucket } from './listing/signed-list.ts';
import { countVersions } from './measure/count-versions.ts';
import { inParallel } from './measure/in-parallel.ts';
import { outermost } from './measure/outermost.ts';
import { sizeOfObject } from './measure/size-of-object.ts';

type MeasureRequest = Extract<S3Request, { op: 'measure' }>;

const TELL_EVERY_MS = 100;
/** A folder sends many requests at once by itself. */
const MOST_AT_ONCE = { folder: 4, object: 32 } as const;

/**
 * Answers at most ten times a second how much there is so far, and `complete` at the end; after `stop`
 * nothing. What is inside another target counts once. `ended` is called once, however it ends.
 */
export function startMeasure(
  parts: RegionParts,
  request: MeasureRequest,
  answer: (message: S3Answer) => void,
  ended: () => void,
): { stop(): void } {
  const { id, pass, bucket, everyVersion } = request;
  const where = { pass, bucket };
  const stop = new AbortController();
  const sum = { objects: 0, sizeBytes: 0 };
  let told = 0;

  const add = (objects: number, sizeBytes: number) => {
    if (stop.signal.aborted) return;
    sum.objects += objects;
    sum.sizeBytes += sizeBytes;
  };
  const tick = () => {
    if (sum.objects === told) return;
    told = sum.objects;
    answer({ id, kind: 'measured', ...sum, complete: false });
  };
  const ticking = setInterval(tick, TELL_EVERY_MS);
  const settle = () => {
    clearInterval(ticking);
    ended();
  };

  const inRegion = <T>(work: (client: S3Client) => Promise<T>) => inBucketRegion(parts, where, work);
  const countFolder = async (prefix: string) => {
    if (everyVersion) return countVersions(inRegion, bucket, { prefix }, add, stop.signal);
    const client = await parts.clientOf(pass);
    const memory = regionMemory(parts.regions, where);
    const pages = openBucket(client, bucket, prefix, createClassCodes(), memory, 'deep');
    const out = {
      add: ({ sizes }: { sizes: Float64Array }) =>
        add(
          sizes.length,
          sizes.reduce((all, size) => all + size, 0),
        ),
      isStalled: () => false,
    };
    await listNames(createRequests(pages), prefix, out, stop.signal, 'deep').done;
  };
  const countObject = async ({ key, version }: Extract<Target, { kind: 'object' }>) => {
    if (everyVersion && version === null) return countVersions(inRegion, bucket, { key }, add, stop.signal);
    const sizeBytes = await sizeOfObject(inRegion, { bucket, key, version }, stop.signal);
    if (sizeBytes !== null) add(1, sizeBytes);
  };
  const count = async () => {
    const targets = outermost(request.targets);
    const folders = targets.filter((target) => target.kind === 'folder');
    const objects = targets.filter((target) => target.kind === 'object');
    await inParallel(folders, MOST_AT_ONCE.folder, ({ prefix }) => countFolder(prefix));
    await inParallel(objects, MOST_AT_ONCE.object, countObject);
  };
  count().then(
    () => {
      if (stop.signal.aborted) return;
      settle();
      answer({ id, kind: 'measured', ...sum, complete: true });
    },
    (error: unknown) => {
      if (stop.signal.aborted) return;
      // What still runs beside it is for nothing now.
      stop.abort();
      settle();
      answer({ id, kind: 'failed', failure: s3Failure(error, bucket) });
    },
  );
  return {
    stop() {
      if (stop.signal.aborted) return;
      stop.abort();
      settle();
    },
  };
}
