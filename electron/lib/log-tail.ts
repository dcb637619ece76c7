/** The last lines of a log file, for diagnostics. Reads no more than it gives. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const MOST_BYTES = 32_768;

/** Oldest first; empty when there is no file to read. */
export function readLogTail(file: string, mostLines: number): string[] {
  try {
    const handle = openSync(file, 'r');
    try {
      const { size } = fstatSync(handle);
      const bytes = Buffer.alloc(Math.min(MOST_BYTES, size));
      readSync(handle, bytes, 0, bytes.length, size - bytes.length);
      const lines = bytes.toString('utf8').split('\n');
      // Where the reading began inside a line, its rest says nothing.
      return (size > bytes.length ? lines.slice(1) : lines).filter((line) => line !== '').slice(-mostLines);
    } finally {
      closeSync(handle);
    }
  } catch {
    return [];
  }
}
