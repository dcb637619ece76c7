/**
 * What all transfers of the process share, so that three at once need no more connections and memory than one: requests
 * under way, buffers, and how fast bytes may go. Pure.
 */
import type { TransferLimits } from '../contract/transfer.ts';
import { type Buffers, createBuffers } from './buffers.ts';
import { createSharedPace, type Pace, type SharedPace } from './pace.ts';
import { createThrottle, type Throttle, type ThrottleParts } from './throttle.ts';

export interface Room {
  /** For one transfer; they take turns. */
  lanesFor(way: Way): Lanes;
  limit(limits: TransferLimits): void;
}
export interface Lanes {
  /** For requests with much data, and for all others. */
  parts: Pace;
  small: Pace;
  buffers: Buffers;
  throttle: Throttle;
}

type Way = 'upload' | 'download';

const MIB = 1_048_576;
/** Parts of 8 MiB that go up are in memory whole: 12 are 96 MiB. What comes down needs two of 1 MiB a request. */
const MOST_UP = 12;
const MOST_DOWN = 16;
export const MOST_SMALL = 48;
const MOST_FREE_BYTES = 96 * MIB;
/** With each its own, no request ever waits for a connection. */
export const MOST_CONNECTIONS = MOST_UP + MOST_DOWN + 2 * MOST_SMALL;
/** Of each request under a limit: fewer of them rather than slower ones, so that none looks like a line that is dead. */
const LEAST_BYTES_PER_SECOND = 65_536;

interface OneWay {
  parts: SharedPace;
  small: SharedPace;
  throttle: Throttle;
}

export function createRoom(clock: ThrottleParts): Room {
  const oneWay = (mostParts: number): OneWay => ({
    parts: createSharedPace({ first: 4, most: mostParts }),
    small: createSharedPace({ first: 8, most: MOST_SMALL }),
    throttle: createThrottle(clock),
  });
  const ways: Record<Way, OneWay> = { upload: oneWay(MOST_UP), download: oneWay(MOST_DOWN) };
  const buffers = createBuffers(MOST_FREE_BYTES);
  const limitOne = ({ parts, small, throttle }: OneWay, perSecond: number | null, requests: number) => {
    const most = Math.min(requests, (perSecond ?? Number.POSITIVE_INFINITY) / LEAST_BYTES_PER_SECOND);
    parts.limit(most);
    small.limit(most);
    throttle.limit(perSecond);
  };
  return {
    lanesFor(way) {
      const { parts, small, throttle } = ways[way];
      return { parts: parts.lane(), small: small.lane(), buffers, throttle };
    },
    limit({ uploadBytesPerSecond, downloadBytesPerSecond, requests }) {
      const most = requests ?? Number.POSITIVE_INFINITY;
      limitOne(ways.upload, uploadBytesPerSecond, most);
      limitOne(ways.download, downloadBytesPerSecond, most);
    },
  };
}
