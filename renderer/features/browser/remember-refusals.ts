/**
 * Between a browser and S3: what was refused is answered from memory at once, until it is asked for again on the
 * spot. Also notes what downloads were refused. Knows no component and no words.
 */
import type { TransferView } from '../../../electron/contract/snapshot.ts';
import { isOver } from '../../../electron/contract/under-way.ts';
import type { S3Client, S3Start } from '../../bridge/s3-port.ts';
import type { SnapshotStore } from '../../bridge/snapshot.ts';
import { allBuckets, type Place, samePlace } from './place.ts';
import type { RefusedActions } from './refused-actions.ts';

/** One pass's S3. Asking for the same place twice in a row is a wish to try again; coming back to it is not. */
export function rememberRefusals(s3: S3Client, memory: RefusedActions, now: () => number): S3Client {
  let last: Place | null = null;
  return {
    takePort: s3.takePort,
    start(ask, listener) {
      if (ask.op !== 'buckets' && ask.op !== 'list') return s3.start(ask, listener);
      const { pass } = ask;
      const place = placeOf(ask);
      const again = last !== null && samePlace(last, place);
      last = place;
      const known = again ? null : memory.listing(pass, place);
      if (known) return answerLater(() => listener.answer({ id: 0, kind: 'failed', failure: known.failure }));
      memory.dropListing(pass, place);
      let began = false;
      return s3.start(ask, {
        ...listener,
        answer(answer) {
          // A listing that began is worth beginning again, whatever stopped it.
          if (answer.kind !== 'failed') began = true;
          else if (!began && answer.failure.code === 's3-access-denied')
            memory.noteListing(pass, place, { failure: answer.failure, at: now() });
          listener.answer(answer);
        },
      });
    },
  };
}

function placeOf(ask: Extract<S3Start, { op: 'buckets' | 'list' }>): Place {
  return ask.op === 'buckets' ? allBuckets : { bucket: ask.bucket, prefix: ask.prefix };
}

/** As from a port: never before the caller holds the call. */
function answerLater(answer: () => void) {
  let stopped = false;
  queueMicrotask(() => {
    if (!stopped) answer();
  });
  return {
    more: () => false,
    stop: () => {
      stopped = true;
    },
  };
}

const kept = ['s3-access-denied', 's3-kms-denied', 's3-key-unusable', 's3-archived', 's3-object-locked'];

/** What had ended before this window looked may be of an earlier sign-in: it is not noted. */
export function noteRefusedDownloads(snapshots: SnapshotStore, memory: RefusedActions): void {
  let seen: Set<string> | null = null;
  const look = () => {
    const snapshot = snapshots.current();
    if (!snapshot) return;
    const ended = snapshot.transfers.filter((each) => each.kind === 'download' && isOver(each));
    if (seen !== null) for (const each of ended) if (!seen.has(each.id)) noteOne(each, snapshot.at, memory);
    seen = new Set(ended.map(({ id }) => id));
  };
  look();
  snapshots.subscribe(look);
}

function noteOne(transfer: TransferView, at: number, memory: RefusedActions): void {
  const { pass, bucket, object, progress } = transfer;
  for (const { name, failure } of progress?.failures ?? [])
    if (kept.includes(failure.code))
      memory.noteReading(pass, bucket, transfer.prefix + name, { failure, at });
  if (object !== null && progress?.files.done === 1) memory.dropReading(pass, bucket, object);
}
