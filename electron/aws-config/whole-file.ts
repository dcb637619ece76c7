/** Whole small files as byte strings: read without hanging on a pipe, written to a draft that is on the disk. */
import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import type { Place } from './config-place.ts';

/** Without waiting for a writer, should it have become a pipe. */
export const openToRead = (file: string) => openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));

/** From the start, whatever was read before; a byte more than may be, so that too much is noticed. */
export function readAll(handle: number, mostBytes: number): string {
  const buffer = Buffer.alloc(mostBytes + 1);
  let length = 0;
  for (;;) {
    const read = readSync(handle, buffer, length, buffer.length - length, length);
    length += read;
    if (read === 0 || length === buffer.length) return buffer.toString('latin1', 0, length);
  }
}

/** For its owner alone until it has the mode it shall have. */
export function writeDraft(
  draft: string,
  bytes: string,
  { mode, group }: Pick<Place, 'mode' | 'group'>,
): void {
  // One that a crash left would keep its own mode.
  rmSync(draft, { force: true });
  const handle = openSync(draft, 'wx', 0o600);
  try {
    writeFileSync(handle, Buffer.from(bytes, 'latin1'));
    fchmodSync(handle, hasGroup(handle, group) ? mode : mode & 0o700);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** What a group may do is kept only where the file can have that group. */
function hasGroup(handle: number, group: number | null): boolean {
  try {
    if (group !== null) fchownSync(handle, process.getuid?.() ?? -1, group);
    return true;
  } catch {
    return false;
  }
}

export function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Windows and some network disks sync no folder.
  }
}

export const exists = (file: string) => statSync(file, { throwIfNoEntry: false }) !== undefined;
