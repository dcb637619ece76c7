/** One listing for one window: pieces of names as long as the window takes them, then how it ended. */
import type { S3Client } from '@aws-sdk/client-s3';
import { type ListProgress, PIECES_ON_THE_WAY } from '../../contract/s3-list.ts';
import type { S3Answer } from '../../contract/s3-port.ts';
import type { RegionMemory } from '../bucket-regions.ts';
import { s3Failure } from '../errors.ts';
import { createClassCodes } from './class-codes.ts';
import { type LastingPages, lastingPages, type NextClient } from './lasting-pages.ts';
import { listNames, type NameList } from './list-names.ts';
import { createPieces } from './pieces.ts';
import { createRequests, type Requests } from './requests.ts';
import { openBucket } from './signed-list.ts';

export interface Listing {
  /** The window has one piece more. */
  acknowledge(): void;
  stop(): void;
}

interface Place {
  id: number;
  bucket: string;
  prefix: string;
  /** Where the bucket is, as this process knows it. */
  region?: RegionMemory;
  /** A client of the session after the one that ended, of the same role. Without it a listing ends with its session. */
  nextClient?: NextClient;
}

const TELL_EVERY_MS = 250;
/** What is ready for the window; beyond it nothing more is asked of S3. */
const MOST_READY_BYTES = 2 * 1_048_576;

export function startListing(
  { id, bucket, prefix, region, nextClient }: Place,
  client: Promise<S3Client>,
  answer: (message: S3Answer) => void,
  ended: () => void,
): Listing {
  const stop = new AbortController();
  const classes = createClassCodes();
  const pieces = createPieces(classes.names);
  let pages: LastingPages | undefined;
  let requests: Requests | undefined;
  let names: NameList | undefined;
  let onTheWay = 0;
  let outcome: 'complete' | { error: unknown } | undefined;
  let told = '';
  let isOver = false;

  const progress = (): ListProgress => {
    const asked = requests?.progress() ?? { calls: 0, inFlight: 0, throttled: false };
    return pages?.isWaiting() ? { ...asked, inFlight: 0, waiting: true } : { ...asked, waiting: false };
  };
  const settle = () => {
    isOver = true;
    clearInterval(ticking);
    ended();
  };
  const sendPiece = () => {
    const piece = pieces.take();
    const complete = outcome === 'complete' && pieces.isEmpty();
    onTheWay++;
    told = JSON.stringify(progress());
    answer({ id, kind: 'piece', piece, progress: progress(), region: pages?.region() ?? null, complete });
    if (complete) settle();
    return complete;
  };
  /** The first names at once, more of them together while the window is busy. */
  const isTime = () =>
    pieces.isEmpty() ? outcome === 'complete' : pieces.isFull() || onTheWay === 0 || outcome !== undefined;
  const flush = () => {
    if (isOver) return;
    while (onTheWay < PIECES_ON_THE_WAY && isTime()) if (sendPiece()) return;
    if (outcome === undefined || outcome === 'complete' || !pieces.isEmpty()) return;
    stop.abort();
    answer({ id, kind: 'failed', failure: s3Failure(outcome.error, `${bucket}/${prefix}`) });
    settle();
  };
  const tick = () => {
    const now = JSON.stringify(progress());
    if (now === told || outcome !== undefined) return;
    told = now;
    answer({ id, kind: 'progress', progress: progress() });
  };
  const ticking = setInterval(tick, TELL_EVERY_MS);
  const run = async () => {
    const open = (client: S3Client) => openBucket(client, bucket, prefix, classes, region);
    pages = lastingPages(await client, open, nextClient);
    requests = createRequests(pages);
    const out = {
      add: (more: Parameters<typeof pieces.add>[0]) => {
        pieces.add(more);
        // When these were all, it is known in a moment, and said with them.
        setImmediate(flush);
      },
      isStalled: () => pieces.waitingBytes() > MOST_READY_BYTES,
    };
    names = listNames(requests, prefix, out, stop.signal);
    await names.done;
  };
  run().then(
    () => {
      outcome = 'complete';
      flush();
    },
    (error: unknown) => {
      outcome = { error };
      flush();
    },
  );

  return {
    acknowledge() {
      onTheWay = Math.max(0, onTheWay - 1);
      flush();
      names?.goOn();
    },
    stop() {
      stop.abort();
      settle();
    },
  };
}
