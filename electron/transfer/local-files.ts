/** The files of a person's choice: each chosen file, and every file below a chosen folder. Links are not followed. */
import { lstat, opendir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { LocalFile } from './upload-file.ts';

/** `name`: with `/` between its folders, from the chosen one on. */
export type Found =
  | { kind: 'file'; name: string; file: LocalFile }
  /** Neither a file nor a folder, or a name that is no text; or it could not be looked at. */
  | { kind: 'unusable'; name: string; error: unknown };

export async function* localFiles(source: string): AsyncGenerator<Found> {
  yield* below(source, basename(source));
}

async function* below(path: string, name: string): AsyncGenerator<Found> {
  try {
    // A name that is no UTF-8 can't be a key, and could not be opened by what was read of it.
    if (name.includes('\ufffd')) throw Object.assign(new Error('its name is not UTF-8'), { code: 'EILSEQ' });
    const facts = await lstat(path);
    if (facts.isFile()) {
      yield { kind: 'file', name, file: { path, sizeBytes: facts.size, modifiedMs: facts.mtimeMs } };
      return;
    }
    if (!facts.isDirectory()) throw Object.assign(new Error('not a file'), { code: 'EINVAL' });
  } catch (error) {
    yield { kind: 'unusable', name, error };
    return;
  }
  yield* inFolder(path, name);
}

async function* inFolder(path: string, name: string): AsyncGenerator<Found> {
  try {
    for await (const entry of await opendir(path))
      yield* below(join(path, entry.name), `${name}/${entry.name}`);
  } catch (error) {
    yield { kind: 'unusable', name, error };
  }
}
