/** Files of this computer dropped on the window, by the browser's own drag and drop. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dialog, rowOf } from './harness/actions.ts';
import { openScene, type Scene } from './harness/scene.ts';
import { goTo } from './harness/screen.ts';
import { takeSession } from './harness/steps.ts';
import { SCRATCH, transferSays, untilProgress, writeFiles } from './harness/transfers.ts';

let scene: Scene;
let page: Page;
let cdp: CDPSession;
let paths: string[];
beforeAll(async () => {
  scene = await openScene();
  page = await takeSession(scene.app, scene.tray, 'alex');
  cdp = await page.context().newCDPSession(page);
  const folder = join(scene.desk.folder, 'outbox');
  await writeFiles(folder, 3);
  const report = join(scene.desk.folder, 'report.csv');
  await writeFile(report, 'day,1\n');
  paths = [folder, report];
});
afterAll(() => scene?.dispose());

type Step = 'dragEnter' | 'dragOver' | 'drop';
async function drag(selector: string, ...steps: Step[]): Promise<void> {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`no ${selector}`);
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  for (const type of steps)
    await cdp.send('Input.dispatchDragEvent', {
      ...at,
      type,
      data: { items: [], files: paths, dragOperationsMask: 1 },
    });
}
const hint = (on: Page) => on.locator('.drop-hint');

test('over a folder its name is told; let go there, files and folders go up into it', async () => {
  await goTo(page, SCRATCH);
  await rowOf(page, 'letters/').waitFor();
  await drag('[data-key="letters/"]', 'dragEnter', 'dragOver');
  await hint(page)
    .getByText(/^Upload( \d+)? to letters\/$/)
    .waitFor();
  await drag('[data-key="letters/"]', 'drop');
  const open = await dialog(page);
  await open.getByText('s3://lark-scratch/letters/').waitFor();
  await open.getByText('Upload 2 files and folders').waitFor();
  await hint(page).waitFor({ state: 'detached' });
  await open.getByRole('button', { name: 'Upload', exact: true }).click();
  await transferSays(page, 'Uploaded');
  const { files } = await untilProgress(scene.app, 'the end', ({ state }) => state.kind === 'finished');
  expect(files).toMatchObject({ done: 4, failed: 0 });
  await goTo(page, `${SCRATCH}letters/`);
  await rowOf(page, 'letters/outbox/').waitFor();
  await rowOf(page, 'letters/report.csv').waitFor();
});

test('what was dropped goes up once: an order without a drop before it does nothing', async () => {
  const { transfers, passes } = await scene.app.control.snapshot();
  const order = {
    ...{ pass: passes.find(({ session }) => session.kind === 'active')?.id, bucket: 'lark-scratch' },
    ...{ toPrefix: '', what: 'dropped', conflict: 'skip' },
  };
  const reply = await page.evaluate(
    (order) => (globalThis as unknown as Inside).daypass.run('transfer.upload', order),
    order,
  );
  expect(reply).toEqual({ ok: true, value: null });
  expect((await scene.app.control.snapshot()).transfers).toHaveLength(transfers.length);
});
interface Inside {
  daypass: { run(name: string, input: object): Promise<unknown> };
}

test('the list of buckets takes no files, and says what to do', async () => {
  await goTo(page, 's3://');
  await page.locator('[data-key="lark-scratch"]').waitFor();
  await drag('[data-key="lark-scratch"]', 'dragEnter', 'dragOver');
  await hint(page).getByText('Open a bucket first').waitFor();
  await drag('[data-key="lark-scratch"]', 'drop');
  await hint(page).waitFor({ state: 'detached' });
  expect(await page.getByRole('dialog').count()).toBe(0);
});
