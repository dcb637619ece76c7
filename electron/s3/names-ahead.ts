/**
 * Which keys can't have their name on this computer, looked at before anything is fetched. What the disk takes for the
 * same name is not known before it is chosen: the system's usual one is taken.
 */
import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import type { S3Answer, S3Request } from '../contract/s3-port.ts';
import type { Renamed } from '../contract/transfer.ts';
import type { DiskRules } from '../transfer/names-on-disk.ts';
import { createPlaces, otherName, type SameNames } from '../transfer/places.ts';
import { s3Failure } from './errors.ts';
import { inBucketRegion, type RegionParts } from './in-bucket-region.ts';
import { objectsBelow } from './listing/objects-below.ts';

type NamesRequest = Extract<S3Request, { op: 'names' }>;

const TELL_EVERY = 1000;
const MOST_LOOKED_AT = 50_000;
const MOST_TOLD = 100;

interface System {
  rules: DiskRules;
  same: SameNames;
}

/** NTFS and APFS take upper and lower case for the same by default, APFS an accent in both its forms too. */
export function usualDisk(platform: NodeJS.Platform): System {
  const rules = platform === 'win32' ? 'windows' : 'posix';
  const same = {
    upperAndLower: platform === 'win32' || platform === 'darwin',
    composedAndNot: platform === 'darwin',
  };
  return { rules, same };
}

/** Answers how far it is each thousand names, and `complete` at the end, or after MOST_LOOKED_AT; after `stop` nothing. */
export function startNames(
  parts: RegionParts,
  request: NamesRequest,
  answer: (message: S3Answer) => void,
  ended: () => void,
  { rules, same } = usualDisk(process.platform),
): { stop(): void } {
  const { id, bucket, base, sources } = request;
  const stop = new AbortController();
  const places = createPlaces(rules, same);
  const renamed: Renamed = { count: 0, first: [] };
  let looked = 0;
  const tell = (complete: boolean, cut: boolean) =>
    answer({ id, kind: 'names', looked, renamed: { ...renamed, first: [...renamed.first] }, complete, cut });
  const take = (key: string) => {
    const name = key.slice(base.length);
    const as = otherName(places.of(name), name);
    looked++;
    if (as !== null) {
      renamed.count++;
      if (renamed.first.length < MOST_TOLD) renamed.first.push({ name: name.slice(0, 4096), as });
    }
    if (looked % TELL_EVERY === 0) tell(false, false);
  };
  const list = (prefix: string) =>
    objectsBelow(
      (input) =>
        inBucketRegion(parts, request, (client) =>
          client.send(new ListObjectsV2Command({ Bucket: bucket, ...input }), { abortSignal: stop.signal }),
        ),
      prefix,
    );
  /** False: there are more than are looked at. */
  const all = async (): Promise<boolean> => {
    for (const source of sources) {
      if (looked >= MOST_LOOKED_AT) return false;
      if (source.kind === 'object') take(source.key);
      else
        for await (const { key } of list(source.prefix)) {
          if (looked >= MOST_LOOKED_AT) return false;
          take(key);
        }
    }
    return true;
  };
  const settle = (last: () => void) => {
    if (stop.signal.aborted) return;
    stop.abort();
    ended();
    last();
  };
  all().then(
    (whole) => settle(() => tell(true, !whole)),
    (error: unknown) => settle(() => answer({ id, kind: 'failed', failure: s3Failure(error, bucket) })),
  );
  return { stop: () => settle(() => {}) };
}
