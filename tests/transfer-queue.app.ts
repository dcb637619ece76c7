/** What a person does with transfers as a whole: to quit while files are on their way is asked about, and loses nothing. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { type Notifications, serveNotifications } from './harness/notifications.ts';
import { ended } from './harness/processes.ts';
import { DEVELOPMENT_SERVICE, openScene, untilKept } from './harness/scene.ts';
import { sessionIsActive, takeSession } from './harness/steps.ts';
import { sceneOfTest, WITHOUT_RENEWAL } from './harness/test-scene.ts';
import { transferSays, untilProgress, uploadFolder, writeFiles } from './harness/transfers.ts';

/** In a session of two minutes: the last of them is none to begin a request in. */
const INTO_THE_LAST_MINUTE_MS = 61_000;
const FILES = 40;
const MANY = 1000;
const ORDERS = 104;

const wishToQuit = (page: Page) =>
  page
    .evaluate(() => (globalThis as unknown as Inside).daypass.run('app.quit', {}))
    // The window may be gone before it hears the answer.
    .catch(() => undefined);
interface Inside {
  daypass: { run(name: string, input: object): Promise<unknown> };
}

test('to quit while files are on their way is asked about, and they go on at the next start', async () => {
  const scene = await sceneOfTest(WITHOUT_RENEWAL);
  const { app, desk } = scene;
  const page = await takeSession(app, scene.tray, 'kim');
  await app.control.moveClock(INTO_THE_LAST_MINUTE_MS);
  const from = join(desk.folder, 'many');
  await writeFiles(from, FILES);
  await uploadFolder(scene, page, from);
  await transferSays(page, 'Waiting for sign-in');
  await untilKept(scene.keyring, DEVELOPMENT_SERVICE, 1);

  await app.control.answerQuitDialog(false);
  await wishToQuit(page);
  await expect.poll(() => app.control.questions()).toEqual(['A transfer is under way']);
  await transferSays(page, 'Waiting for sign-in');

  await app.control.answerQuitDialog(true);
  const gone = ended(app.electron.process());
  await wishToQuit(page);
  await gone;
  // The clock is the true one again, and the session has more than a minute left.
  const again = await scene.restart();
  await transferSays(await sessionIsActive(again), 'Uploaded');
  const { files } = await untilProgress(again, 'the end', ({ state }) => state.kind === 'finished');
  expect(files).toMatchObject({ done: FILES, failed: 0 });
});

test('with nothing on its way Daypass quits at once', async () => {
  const { app, tray } = await sceneOfTest();
  const page = await takeSession(app, tray, 'alex');
  const gone = ended(app.electron.process());
  await wishToQuit(page);
  await gone;
});

test('when the last has ended and nobody looks, one notification tells, and a click on it shows the window', async () => {
  let notifications: Notifications | undefined;
  const scene = await openScene({
    app: async (desk) => {
      notifications = await serveNotifications(desk.bus);
      return {};
    },
  });
  onTestFinished(() => scene.dispose());
  const { app, desk } = scene;
  const page = await takeSession(app, scene.tray, 'alex');
  const from = join(desk.folder, 'many');
  // They take long enough for the window to be gone before their end.
  await writeFiles(from, MANY);
  await uploadFolder(scene, page, from);
  await untilProgress(app, 'a begin', ({ files }) => files.done > 0);
  await page.close();
  await untilProgress(app, 'the end', ({ state }) => state.kind === 'finished');
  await notifications?.until('shown', 1);
  const shown = notifications?.shown() ?? [];
  expect(shown).toMatchObject([{ summary: 'many is uploaded', body: 'All files arrived.' }]);
  notifications?.click(shown[0]?.id ?? 0);
  await transferSays(await app.main(), 'Uploaded');
});

test('of very many a hundred are on screen, and those that wait are put in the order that is wanted', async () => {
  const { app, tray, desk } = await sceneOfTest(WITHOUT_RENEWAL);
  const page = await takeSession(app, tray, 'kim');
  await app.control.moveClock(INTO_THE_LAST_MINUTE_MS);
  const [pass] = (await app.control.snapshot()).passes;
  const files = Array.from({ length: ORDERS }, (_, i) => join(desk.folder, `file ${i}.txt`));
  for (const file of files) {
    await writeFile(file, file);
    await app.control.answerFileDialogs([file]);
    const where = { pass: pass?.id, bucket: 'lark-scratch', toPrefix: 'many/', conflict: 'skip' };
    await page.evaluate((wish) => (globalThis as unknown as Inside).daypass.run('transfer.upload', wish), {
      ...where,
      what: 'files',
    });
  }
  const strip = page.getByRole('region', { name: 'Transfers' });
  await strip.getByText('3 waiting for sign-in, 101 waiting').waitFor();
  await strip.getByText('1 to 100 of 104').waitFor();
  const rows = strip.getByRole('listitem');
  expect(await rows.count()).toBe(100);
  await strip.getByRole('button', { name: 'Later ones' }).click();
  await strip.getByText('5 to 104 of 104').waitFor();
  await strip.getByRole('button', { name: 'Do next: file 103.txt' }).click();
  await strip.getByRole('button', { name: 'Move up file 102.txt' }).click();
  await expect.poll(() => rows.last().textContent()).toContain('file 101.txt');
  await strip.getByRole('button', { name: 'Earlier ones' }).click();
  await expect.poll(() => rows.nth(3).textContent()).toContain('file 103.txt');

  await page.evaluate(() =>
    (globalThis as unknown as Inside).daypass.run('preferences.set', { transfersAtOnce: 5 }),
  );
  await strip.getByText('5 waiting for sign-in, 99 waiting').waitFor();
  await newestTransferThat(page, 'Waiting for sign-in').getByRole('button', { name: 'Sign in' }).click();
  await app.untilSnapshot('the end of all', ({ transferTotals: { states } }) => states.done === ORDERS);
  await strip.getByRole('button', { name: 'Clear what is over' }).click();
  await strip.waitFor({ state: 'detached' });
});

const newestTransferThat = (page: Page, says: string) =>
  page.locator('.tx[data-transfer]').filter({ hasText: says }).last();
