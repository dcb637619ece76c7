/** Reads a whole text file that somebody else wrote: bounded, regular files only, UTF-8 only, never waiting. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** Null when there is none. Throws with a reason in words when it is not a file to read. */
export function readTextFile(path: string, largestBytes: number): string | null {
  const handle = openOrNull(path);
  if (handle === null) return null;
  try {
    const stats = fstatSync(handle);
    if (!stats.isFile()) throw new Error('is not a regular file');
    if (stats.size > largestBytes) throw new Error(`is larger than ${largestBytes} bytes`);
    return decode(readAll(handle, stats.size));
  } finally {
    closeSync(handle);
  }
}

/** Without `O_NONBLOCK` the opening of a pipe waits for somebody who writes. Windows has neither. */
function openOrNull(path: string): number | null {
  try {
    return openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** At most what the file held when it was measured, whatever is added meanwhile. */
function readAll(handle: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  let done = 0;
  for (let read = 1; read > 0 && done < size; done += read)
    read = readSync(handle, bytes, done, size - done, done);
  return bytes.subarray(0, done);
}

function decode(bytes: Buffer): string {
  try {
    // A byte order mark, as Notepad writes it, is dropped.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error('is not UTF-8 text');
  }
}
