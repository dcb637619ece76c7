/** What is in the demo's objects, beside the list: asked of the real S3 process, drawn in the real window. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openScene, type Scene } from './harness/scene.ts';
import { goTo, selectRow } from './harness/screen.ts';
import { takeSession } from './harness/steps.ts';

const BENCH = 's3://lark-workbench/';

let scene: Scene;
let page: Page;

beforeAll(async () => {
  scene = await openScene();
  page = await takeSession(scene.app, scene.tray, 'alex');
});
afterAll(() => scene?.dispose());
beforeEach(() => page.keyboard.press('Escape'));

const panel = () => page.getByRole('complementary', { name: 'Object' });
const foot = () => panel().locator('.pv-foot');

async function look(key: string): Promise<void> {
  await goTo(page, `${BENCH}${key.slice(0, key.lastIndexOf('/') + 1)}`);
  await selectRow(page, 'Objects', key);
  await page.keyboard.press('Space');
  await panel().waitFor();
}

test('a letter is text, and all of a long one can be read by and by', async () => {
  await look('letters/welcome.txt');
  await expect.poll(() => panel().locator('.pv-text').textContent()).toContain('Welcome to Larkfield.');
  expect(await foot().textContent()).toContain('3 lines, read in fullUTF-8');
  await page.keyboard.press('Escape');
  await look('letters/whole-correspondence.txt');
  await expect.poll(() => foot().textContent()).toContain('from the first 64 kB');
  for (const words of ['from the first 1.1 MB', 'from the first 2.1 MB', 'read in full']) {
    await foot()
      .getByRole('button', { name: /^Read .+ more$/ })
      .click();
    await expect.poll(() => foot().textContent()).toContain(words);
  }
});

test('orders are a table with the names of line 1', async () => {
  await look('orders/2026-06-01.csv');
  const table = panel().getByRole('table');
  await expect.poll(() => table.getByRole('columnheader').count()).toBeGreaterThan(2);
  expect(await foot().textContent()).toMatch(/rows, read in fullUTF-8, comma, names in line 1/);
});

test('a kite is drawn', async () => {
  await look('images/kite.png');
  const picture = panel().locator('.pv-picture img');
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth))
    .toBeGreaterThan(0);
  expect(await foot().textContent()).toContain('PNG');
});

test('what is in an archive says how to get at it', async () => {
  await look('archive/2022/ledger.csv');
  await panel().locator('.pv [data-failure=s3-archived]').waitFor();
  expect(await panel().locator('.pv').textContent()).toContain('Have it restored first');
});

test('a plan is read as it is now', async () => {
  await look('plans/autumn-catalogue.md');
  await expect.poll(() => panel().locator('.pv-text').textContent()).toContain('draft 4');
});

test('the next object takes the place of the one before', async () => {
  await look('orders/2026-06-01.csv');
  await panel().getByRole('table').waitFor();
  await selectRow(page, 'Objects', 'orders/2026-06-02.csv');
  await expect.poll(() => panel().locator('h2').first().textContent()).toContain('2026-06-02');
  await expect.poll(() => panel().getByRole('cell').first().textContent()).not.toBe('');
});
