/**
 * Where the socket is, and that its folder is nobody else's. The folder is the lock: whoever may not enter it can't
 * reach the socket in the moment before its own mode is set.
 */
import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** `sun_path` holds 104 bytes on macOS; Node cuts a longer one without a word and binds another file. */
const LONGEST_PATH_BYTES = 100;

interface Surroundings {
  dataFolder: string;
  /** `XDG_RUNTIME_DIR` of the session. */
  runtimeFolder: string | undefined;
  uid: number;
}

/** Throws when the path would be too long. The name comes from the data folder: one socket for each Daypass. */
export function socketPath({ dataFolder, runtimeFolder, uid }: Surroundings): string {
  const name = `${createHash('sha256').update(dataFolder).digest('hex').slice(0, 16)}.sock`;
  const folder = runtimeFolder ? join(runtimeFolder, 'daypass') : `/tmp/daypass-${uid}`;
  const path = join(folder, name);
  if (Buffer.byteLength(path) > LONGEST_PATH_BYTES)
    throw new Error(`the socket's path has more than ${LONGEST_PATH_BYTES} bytes: ${path}`);
  return path;
}

/** Makes the folder ours alone and takes away what an earlier Daypass left; throws where that can't be. */
export function prepareSocketFolder(path: string, uid: number): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== uid) throw new Error(`${folder} is not a folder of ours`);
  if ((found.mode & 0o077) !== 0) chmodSync(folder, 0o700);
  const left = lstatSync(path, { throwIfNoEntry: false });
  if (!left) return;
  if (!left.isSocket() || left.uid !== uid) throw new Error(`${path} is not a socket of ours`);
  rmSync(path);
}

/** With its folder, unless another Daypass's socket is in it. */
export function removeSocket(path: string): void {
  rmSync(path, { force: true });
  try {
    rmdirSync(dirname(path));
  } catch {
    // Not empty: another one listens there.
  }
}
