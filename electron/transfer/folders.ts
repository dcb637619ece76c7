/**
 * Folders below the one that was chosen, made one by one. SECURITY: a link that was planted on the way is refused, so
 * that nothing is ever written outside (CVE-2021-32061 and others like it).
 */
import { lstat, mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../lib/app-error.ts';

export interface Folders {
  /** The folder of these names, which is there now. Throws `transfer-name-unsafe` where a link or a file is in the way. */
  folder(names: readonly string[]): Promise<string>;
}

export async function openFolders(chosen: string): Promise<Folders> {
  // Where the person's own choice is a link, it is what they meant.
  const root = await realpath(chosen);
  const known = new Map<string, Promise<string>>([['', Promise.resolve(root)]]);
  const make = async (parent: Promise<string>, name: string): Promise<string> => {
    const path = join(await parent, name);
    await mkdir(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    const facts = await lstat(path);
    if (!facts.isDirectory()) throw new AppError('transfer-name-unsafe', { retry: 'never', subject: name });
    return path;
  };
  return {
    folder(names) {
      let at = '';
      let made: Promise<string> = Promise.resolve(root);
      for (const name of names) {
        at += `/${name}`;
        const parent = made;
        const there = known.get(at) ?? make(parent, name);
        known.set(at, there);
        there.catch(() => known.delete(at));
        made = there;
      }
      return made;
    },
  };
}
