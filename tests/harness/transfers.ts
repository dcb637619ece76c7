/** Files on their way, as a person orders and watches them; and what is in a folder, byte by byte. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { choose, dialog, rowOf } from './actions.ts';
import type { RunningApp } from './app.ts';
import { goTo } from './screen.ts';

const PATIENCE = { timeout: 30_000 };
export const SCRATCH = 's3://lark-scratch/';

/** Every file below, by its name from there, with its SHA-256. */
export async function contents(folder: string): Promise<Record<string, string>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const pairs = files.map(async (file) => [
    file.slice(folder.length),
    createHash('sha256')
      .update(await readFile(file))
      .digest('hex'),
  ]);
  return Object.fromEntries(await Promise.all(pairs));
}

/** So many files in folders of a hundred, no two alike. */
export async function writeFiles(folder: string, count: number, bytesOf = (_i: number) => 40): Promise<void> {
  for (let i = 0; i < count; i++) {
    const inside = join(folder, `part-${Math.floor(i / 100)}`);
    if (i % 100 === 0) await mkdir(inside, { recursive: true });
    await writeFile(join(inside, `file ${i}.txt`), `file ${i}\n`.padEnd(bytesOf(i), `${i} `));
  }
}

export const newestTransfer = (page: Page) => page.locator('.tx[data-transfer]').last();

/** Resolves when the row of the newest transfer says so. */
export function transferSays(page: Page, words: string | RegExp, patience = PATIENCE): Promise<void> {
  return newestTransfer(page).getByText(words).waitFor(patience);
}

export async function uploadFolder(
  { app }: { app: RunningApp },
  page: Page,
  folder: string,
  to = SCRATCH,
): Promise<void> {
  await goTo(page, to);
  await rowOf(page, 'letters/').waitFor(PATIENCE);
  await app.control.answerFileDialogs([folder]);
  await page.getByRole('button', { name: 'Upload', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Folders…' }).click();
  await (await dialog(page)).getByRole('button', { name: 'Choose folders…' }).click();
}

export async function downloadRow(
  { app }: { app: RunningApp },
  page: Page,
  key: string,
  folder: string,
): Promise<void> {
  await app.control.answerFileDialogs([folder]);
  const open = await choose(page, [key], 'Download to…');
  await open.getByRole('button', { name: 'Choose where to…' }).click();
}

/** The object under this key in the place on screen, as this very file; resolves when it is ordered. */
export async function saveObject(
  { app }: { app: RunningApp },
  page: Page,
  key: string,
  file: string,
): Promise<void> {
  const { transfers: before } = await app.control.snapshot();
  await app.control.answerSaveDialog(file);
  await rowOf(page, key).click();
  await page.keyboard.press('Control+d');
  await app.untilSnapshot(`the order of ${key}`, ({ transfers }) => {
    const newest = transfers.at(-1);
    return newest !== undefined && newest.object === key && newest.id !== before.at(-1)?.id;
  });
}

/** Of the newest transfer, when nothing of it goes on. */
export const untilEnded = (app: RunningApp): Promise<Progress> =>
  untilProgress(app, 'the end', ({ state }) => state.kind === 'finished' || state.kind === 'failed');

/** Of the newest transfer. Resolves once it satisfies. */
export async function untilProgress(
  app: RunningApp,
  what: string,
  satisfied: (progress: Progress) => boolean,
): Promise<Progress> {
  const { transfers } = await app.untilSnapshot(what, ({ transfers }) => {
    const progress = transfers.at(-1)?.progress;
    return progress !== null && progress !== undefined && satisfied(progress);
  });
  return transfers.at(-1)?.progress as Progress;
}
type Progress = NonNullable<
  Awaited<ReturnType<RunningApp['control']['snapshot']>>['transfers'][number]['progress']
>;
