/** One object to a chosen place: the bytes arrive whole, and a refusal or a full stop leaves nothing behind. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openScene, type Scene } from './harness/scene.ts';
import { openRow, readRow, readRows } from './harness/screen.ts';
import { takeSession } from './harness/steps.ts';
import { saveObject, transferSays, untilEnded } from './harness/transfers.ts';

let scene: Scene;
let page: Page;
let folder: string;

beforeAll(async () => {
  scene = await openScene();
  folder = await scene.desk.makeFolder('downloads');
  page = await takeSession(scene.app, scene.tray, 'alex');
  await openRow(page, 'Buckets', 'lark-reports-prod');
  await page.locator('[role="grid"][aria-label="Objects"] [data-key="README.md"]').waitFor();
});
afterAll(() => scene?.dispose());

test('what was chosen is written, with every byte', async () => {
  const file = join(folder, 'readme.txt');
  await saveObject(scene, page, 'README.md', file);
  const { files, doneBytes } = await untilEnded(scene.app);
  expect(files).toMatchObject({ done: 1, failed: 0 });
  const bytes = await readFile(file);
  expect(doneBytes).toBe(bytes.length);
  expect((await readRow(page, 'Objects', 'README.md')).join(' ')).toContain(`${bytes.length} B`);
  expect(await readRows(page, 'Objects')).toContain('README.md');
  expect(await readdir(folder)).toEqual(['readme.txt']);
  await transferSays(page, 'Downloaded');
});

test('a file that the person agreed to replace is replaced', async () => {
  const file = join(folder, 'readme.txt');
  const before = await readFile(file, 'utf8');
  await writeFile(file, 'something else');
  await saveObject(scene, page, 'README.md', file);
  expect((await untilEnded(scene.app)).files).toMatchObject({ done: 1 });
  expect(await readFile(file, 'utf8')).toBe(before);
});

test('a place that can’t be written is said, and nothing is left', async () => {
  await saveObject(scene, page, 'README.md', join(folder, 'missing', 'readme.txt'));
  await untilEnded(scene.app);
  await page.locator('[data-failure="file-not-written"]').waitFor();
  expect(await readdir(folder)).toEqual(['readme.txt']);
});

test('what was moved is told under Activity', async () => {
  await page.getByRole('button', { name: 'Activity' }).click();
  await page.locator('[data-kind="downloadFailed"][data-code="file-not-written"]').waitFor();
  await page.locator('[data-kind="downloadFinished"]').first().getByText('readme.txt downloaded').waitFor();
});
