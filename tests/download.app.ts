/** One object to a chosen place: the bytes arrive whole, and a refusal or a full stop leaves nothing behind. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openScene, type Scene } from './harness/scene.ts';
import { openRow, readRow, readRows, selectRow } from './harness/screen.ts';
import { takeSession } from './harness/steps.ts';

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

async function download(path: string | null): Promise<void> {
  await scene.app.control.answerSaveDialog(path);
  await selectRow(page, 'Objects', 'README.md');
  await page.keyboard.press('Control+d');
}

test('what was chosen is written, with every byte', async () => {
  await download(join(folder, 'readme.txt'));
  const { downloads } = await scene.app.untilSnapshot(
    'a finished download',
    (snapshot) => snapshot.downloads.at(-1)?.state.kind === 'finished',
  );
  const bytes = await readFile(join(folder, 'readme.txt'));
  expect(downloads.at(-1)?.state).toEqual({ kind: 'finished', totalBytes: bytes.length });
  expect((await readRow(page, 'Objects', 'README.md')).join(' ')).toContain(`${bytes.length} B`);
  expect(await readRows(page, 'Objects')).toContain('README.md');
  expect(await readdir(folder)).toEqual(['readme.txt']);
});

test('a place that can’t be written is said, and nothing is left', async () => {
  await download(join(folder, 'missing', 'readme.txt'));
  await scene.app.untilSnapshot('the failure', ({ downloads }) => {
    const state = downloads.at(-1)?.state;
    return state?.kind === 'failed' && state.failure.code === 'file-not-written';
  });
  await page.locator('[data-failure="file-not-written"]').waitFor();
  expect(await readdir(folder)).toEqual(['readme.txt']);
});
