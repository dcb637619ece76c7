/** Files on their way, in the real app: a folder up and down again byte by byte, a pause, an end of the session, a cancel. */
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { choose, rowOf } from './harness/actions.ts';
import { DEVELOPMENT_SERVICE, openScene, type Scene, untilKept } from './harness/scene.ts';
import { goTo } from './harness/screen.ts';
import { sessionIsActive, takeSession } from './harness/steps.ts';
import { sceneOfTest, WITHOUT_RENEWAL } from './harness/test-scene.ts';
import { contents, downloadRow, newestTransfer, transferSays, uploadFolder } from './harness/transfers.ts';

const MIB = 1_048_576;
/** In a session of two minutes: the last of them is none to begin a request in. */
const INTO_THE_LAST_MINUTE_MS = 61_000;
const PATIENCE = { timeout: 30_000 };

let scene: Scene;
let page: Page;
let from: string;
let to: string;

beforeAll(async () => {
  scene = await openScene();
  page = await takeSession(scene.app, scene.tray, 'alex');
  from = join(scene.desk.folder, 'to-send');
  to = await scene.desk.makeFolder('received');
  await mkdir(join(from, 'month', 'empty name'), { recursive: true });
  for (let day = 1; day <= 60; day++)
    await writeFile(join(from, 'month', `${String(day).padStart(2, '0')} + 50 % é.csv`), `day,${day}\n`);
  await writeFile(join(from, 'month', 'nothing.txt'), '');
  await writeFile(join(from, 'month', 'empty name', 'backup.bin'), randomBytes(20 * MIB));
});
afterAll(() => scene?.dispose());

test('a folder goes up, is listed, and comes down again byte by byte', async () => {
  await uploadFolder(scene, page, join(from, 'month'));
  await transferSays(page, 'Uploaded');
  await transferSays(page, '62 files, 21.0 MB');
  await rowOf(page, 'month/').waitFor(PATIENCE);

  await downloadRow(scene, page, 'month/', to);
  await transferSays(page, 'Downloaded');
  expect(await contents(join(to, 'month'))).toEqual(await contents(join(from, 'month')));
});

test('what is there already is left as it is when that is wanted', async () => {
  await goTo(page, 's3://lark-scratch/');
  await rowOf(page, 'month/').waitFor(PATIENCE);
  await scene.app.control.answerFileDialogs([to]);
  const open = await choose(page, ['month/'], 'Download to…');
  await open.getByLabel(/^Leave/).check();
  await open.getByRole('button', { name: 'Choose where to…' }).click();
  await transferSays(page, 'Nothing changed');
  await transferSays(page, '62 left as they were');
});

describe('in the last minute of a session', () => {
  const waiting = async (): Promise<Scene & { page: Page }> => {
    const opened = await sceneOfTest(WITHOUT_RENEWAL);
    const page = await takeSession(opened.app, opened.tray, 'kim');
    await opened.app.control.moveClock(INTO_THE_LAST_MINUTE_MS);
    await uploadFolder(opened, page, join(from, 'month'));
    await transferSays(page, 'Waiting for sign-in');
    return { ...opened, page };
  };

  test('files wait, none counts as failed, and they go on after a sign-in', async () => {
    const { app, page } = await waiting();
    expect((await app.control.snapshot()).transfers.at(-1)?.progress?.files.failed).toBe(0);
    await newestTransfer(page).getByRole('button', { name: 'Sign in' }).click();
    await transferSays(page, 'Uploaded');
    await transferSays(page, '62 files, 21.0 MB');
  });

  test('a transfer outlives a kill −9, and goes on by itself where the session lasts', async () => {
    const opened = await waiting();
    await untilKept(opened.keyring, DEVELOPMENT_SERVICE, 1);
    await opened.app.kill9();
    // The clock is the true one again, and the session has more than a minute left.
    const page = await sessionIsActive(await opened.restart());
    await transferSays(page, 'Uploaded');
  });

  test('one that is cancelled while it waits leaves nothing behind', async () => {
    const { app, page, desk } = await waiting();
    await newestTransfer(page)
      .getByRole('button', { name: /^Cancel/ })
      .click();
    await transferSays(page, 'Cancelled');
    const { dataFolder } = (await app.control.snapshot()).app;
    expect(dataFolder.startsWith(desk.folder)).toBe(true);
    await expect.poll(() => readdir(join(dataFolder, 'transfers'))).toEqual([]);
  });
});
