/** Buffers of parts, used again: a transfer of any size needs no more of them than requests are under way. Pure. */
export interface Buffers {
  /** At least so many bytes long; give it back when the part is done. */
  take(bytes: number): Buffer;
  giveBack(buffer: Buffer): void;
}

export function createBuffers(most: number): Buffers {
  let free: Buffer[] = [];
  return {
    take(bytes) {
      const found = free.findIndex((buffer) => buffer.length >= bytes);
      const [known] = found < 0 ? [] : free.splice(found, 1);
      return known ?? Buffer.allocUnsafeSlow(bytes);
    },
    giveBack(buffer) {
      free = [...free, buffer].slice(-most);
    },
  };
}
