/**
 * What all transfers of the process share, so that three at once need no more connections and memory than one: requests
 * under way and buffers. Pure.
 */
import { type Buffers, createBuffers } from './buffers.ts';
import { createSharedPace, type Pace, type SharedPace } from './pace.ts';

export interface Room {
  /** For one transfer; they take turns. */
  lanesFor(kind: 'upload' | 'download'): Lanes;
}
export interface Lanes {
  /** For requests with much data, and for all others. */
  parts: Pace;
  small: Pace;
  buffers: Buffers;
}

const MIB = 1_048_576;
/** Parts of 8 MiB that go up are in memory whole: 12 are 96 MiB. What comes down needs two of 1 MiB a request. */
const MOST_UP = 12;
const MOST_DOWN = 16;
export const MOST_SMALL = 48;
const MOST_FREE_BYTES = 96 * MIB;
/** With each its own, no request ever waits for a connection. */
export const MOST_CONNECTIONS = MOST_UP + MOST_DOWN + MOST_SMALL;

export function createRoom(): Room {
  const parts: Record<'upload' | 'download', SharedPace> = {
    upload: createSharedPace({ first: 4, most: MOST_UP }),
    download: createSharedPace({ first: 4, most: MOST_DOWN }),
  };
  const small = createSharedPace({ first: 8, most: MOST_SMALL });
  const buffers = createBuffers(MOST_FREE_BYTES);
  return { lanesFor: (kind) => ({ parts: parts[kind].lane(), small: small.lane(), buffers }) };
}
