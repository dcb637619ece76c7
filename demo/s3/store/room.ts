// How much may be written into one demo, in all buckets together. Everything written lives in memory.

export interface Room {
  /** False when there is none. */
  take(sizeBytes: number): boolean;
  giveBack(sizeBytes: number): void;
}

const MOST_BYTES = 64 * 1024 * 1024;
const MOST_OBJECTS = 20_000;

export function createRoom(mostBytes = MOST_BYTES, mostObjects = MOST_OBJECTS): Room {
  let bytes = 0;
  let objects = 0;
  return {
    take(sizeBytes) {
      if (bytes + sizeBytes > mostBytes || objects >= mostObjects) return false;
      bytes += sizeBytes;
      objects += 1;
      return true;
    },
    giveBack(sizeBytes) {
      bytes -= sizeBytes;
      objects -= 1;
    },
  };
}
