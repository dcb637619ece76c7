// The one file the demo keeps: <dataFolder>/demo/larkfield.json, with its keys and ports, for its owner's eyes only.
// A file it cannot read is put aside and a new one made. Holds no session and no user.

import { chmod, mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { createKeys, keysFit } from './keys.ts';

const PORT = z.int().min(0).max(65535);

const KEPT = z.strictObject({
  version: z.literal(1),
  privateKeyPem: z.string(),
  certificatePem: z.string(),
  masterKey: z.base64(),
  /** 0: not chosen yet. */
  webPort: PORT,
  s3Port: PORT,
});

export type Kept = z.infer<typeof KEPT>;

const FILE = 'larkfield.json';

/** Reads what was kept, or makes and keeps it. Throws only if the folder can't be written. */
export async function loadKept(dataFolder: string, now: number): Promise<Kept> {
  const folder = join(dataFolder, 'demo');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // SECURITY: mkdir leaves the mode of a folder that was there already.
  await chmod(folder, 0o700);
  const file = join(folder, FILE);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  const kept = text === undefined ? undefined : readKept(text);
  if (kept) {
    await chmod(file, 0o600);
    return kept;
  }
  if (text !== undefined) await rename(file, `${file}.broken`);
  const made: Kept = { version: 1, ...(await createKeys(now)), webPort: 0, s3Port: 0 };
  await saveKept(dataFolder, made);
  return made;
}

/** Writes the whole file beside the old one, then takes its place. */
export async function saveKept(dataFolder: string, kept: Kept): Promise<void> {
  const file = join(dataFolder, 'demo', FILE);
  const fresh = `${file}.${process.pid}.new`;
  const handle = await open(fresh, 'w', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(kept, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(fresh, file);
}

function readKept(text: string): Kept | undefined {
  try {
    const parsed = KEPT.safeParse(JSON.parse(text));
    return parsed.success && keysFit(parsed.data) ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
