/**
 * Folders below the one that was chosen, made one by one. SECURITY: a link that was planted on the way is refused, so
 * that nothing is ever written outside (CVE-2021-32061 and others like it).
 */
import { randomUUID } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { lstat, mkdir, open, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../lib/app-error.ts';
import type { SameNames } from './places.ts';

export interface Folders {
  /** The folder of these names, which is there now. Throws `transfer-name-unsafe` where a link or a file is in the way. */
  folder(names: readonly string[]): Promise<string>;
  /** What the disk takes for the same name, found out by a file that is taken away again. */
  sameNames(): Promise<SameNames>;
}

export async function openFolders(chosen: string): Promise<Folders> {
  // Where the person's own choice is a link, it is what they meant.
  const root = await realpath(chosen).catch((cause: unknown) => {
    throw new AppError('file-not-written', { retry: 'now', subject: chosen, cause });
  });
  const known = new Map<string, Promise<string>>([['', Promise.resolve(root)]]);
  const make = async (parent: Promise<string>, name: string): Promise<string> => {
    const path = join(await parent, name);
    await mkdir(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    return path;
  };
  /** Each time anew: a link may be planted while the transfer runs. At once, since thousands of files ask it. */
  const checked = (folder: string, names: readonly string[]): string => {
    let path = root;
    for (const name of names) {
      path = join(path, name);
      if (!lstatSync(path).isDirectory())
        throw new AppError('transfer-name-unsafe', { retry: 'never', subject: name });
    }
    return folder;
  };
  return {
    async folder(names) {
      let at = '';
      let made: Promise<string> = Promise.resolve(root);
      for (const name of names) {
        at += `/${name}`;
        const parent = made;
        const path = at;
        const there = known.get(path) ?? make(parent, name);
        known.set(path, there);
        there.catch(() => known.delete(path));
        made = there;
      }
      const folder = await made;
      return checked(folder, names);
    },
    async sameNames() {
      const name = `.daypass-\u00e9-${randomUUID()}.daypass-part`;
      const probe = join(root, name);
      await (await open(probe, 'wx', 0o600)).close();
      const isThere = (other: string) =>
        lstat(join(root, other)).then(
          () => true,
          () => false,
        );
      try {
        return {
          upperAndLower: await isThere(name.toUpperCase()),
          composedAndNot: await isThere(name.normalize('NFD')),
        };
      } finally {
        await rm(probe, { force: true });
      }
    },
  };
}
