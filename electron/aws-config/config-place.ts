/**
 * Where the config file really is, and whether it may be edited at all: links are followed, and what is not an
 * ordinary file of this person in a folder of this person is refused with the reason. Knows nothing of its text.
 */
import { lstatSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { AppError } from '../lib/app-error.ts';

export interface Place {
  /** Behind all links; where there is no file yet, where it will be. */
  real: string;
  folder: string;
  missing: 'nothing' | 'file' | 'folder';
  /** Permission bits; those of a new file where there is none. */
  mode: number;
  group: number | null;
}

export const LARGEST_BYTES = 1_048_576;
const NEW_FILE = 0o600;

/** As AWS's own tools look for it. `~` is theirs to expand, because the variable may not come from a shell. */
export function configPath(
  named: string | null,
  home: string,
  file: 'config' | 'credentials' = 'config',
): string {
  if (named === null) return join(home, '.aws', file);
  return /^~(?=[/\\]|$)/.test(named) ? join(home, named.slice(1)) : named;
}

/** `uid` null: a system that tells no owner. Throws `aws-config-refused` or `aws-config-unwritable`. */
export function findPlace(path: string, uid: number | null): Place {
  const refuse = (reason: string): never => {
    throw new AppError('aws-config-refused', { retry: 'now', subject: path, raw: reason });
  };
  if (!isAbsolute(path))
    refuse(
      'AWS_CONFIG_FILE names it without its folder, so each tool would look elsewhere. Name the whole path.',
    );
  const stats = look(path);
  if (!stats) return newPlace(path, uid, refuse);
  if (!stats.isFile()) refuse('It is not an ordinary file.');
  if (!isOf(uid, stats)) refuse('It belongs to somebody else.');
  if (stats.nlink > 1)
    refuse('It has a second name (a hard link), which would be left behind with the old text.');
  if (stats.size > LARGEST_BYTES) refuse(`It is larger than 1 MiB (${stats.size} bytes).`);
  if ((stats.mode & 0o222) === 0)
    throw new AppError('aws-config-unwritable', {
      retry: 'now',
      subject: path,
      raw: 'The file is read-only.',
    });
  const real = realpathSync(path);
  const folder = dirname(real);
  if (!isOf(uid, statSync(folder))) refuse(`Its folder belongs to somebody else: ${folder}`);
  return {
    real,
    folder,
    missing: 'nothing',
    mode: stats.mode & 0o777,
    group: uid === null ? null : stats.gid,
  };

  function look(file: string): Stats | undefined {
    try {
      const found = statSync(file, { throwIfNoEntry: false });
      if (!found && lstatSync(file, { throwIfNoEntry: false }))
        refuse('It is a link to a file that is not there. Make that file, or remove the link.');
      return found;
    } catch (error) {
      if (error instanceof AppError) throw error;
      return refuse(reasonOf(error));
    }
  }
}

function newPlace(path: string, uid: number | null, refuse: (reason: string) => never): Place {
  const folder = dirname(path);
  const stats = statSync(folder, { throwIfNoEntry: false });
  const place = { mode: NEW_FILE, group: null };
  if (!stats) {
    if (lstatSync(folder, { throwIfNoEntry: false }))
      refuse('Its folder is a link to one that is not there.');
    return { ...place, real: path, folder, missing: 'folder' };
  }
  if (!stats.isDirectory()) refuse('What should be its folder is a file.');
  if (!isOf(uid, stats)) refuse(`Its folder belongs to somebody else: ${folder}`);
  const realFolder = realpathSync(folder);
  return { ...place, real: join(realFolder, basename(path)), folder: realFolder, missing: 'file' };
}

const isOf = (uid: number | null, stats: Stats) => uid === null || stats.uid === uid;

/** What the system said, without the path twice. */
export const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
