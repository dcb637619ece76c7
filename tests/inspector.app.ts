/** One object looked into, in the real app on the demo's S3: facts, tags and versions, each asked only once it is wanted. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { rowOf } from './harness/actions.ts';
import { readSelection } from './harness/clipboard.ts';
import { openScene, type Scene } from './harness/scene.ts';
import { goTo, selectRow } from './harness/screen.ts';
import { takeSession } from './harness/steps.ts';

const BENCH = 's3://lark-workbench/';

let scene: Scene;
let page: Page;

beforeAll(async () => {
  scene = await openScene();
  page = await takeSession(scene.app, scene.tray, 'alex');
  await page.evaluate(overhear);
});
afterAll(() => scene?.dispose());
beforeEach(async () => {
  await page.keyboard.press('Escape');
  await page.evaluate(() => {
    Object.assign(window, { asked: [] });
  });
});

interface Asked {
  op: string;
  key: string;
}

/** Runs in the page: keeps what the window asks of the S3 process about single objects. */
function overhear(): void {
  const post = MessagePort.prototype.postMessage;
  MessagePort.prototype.postMessage = function (this: MessagePort, message: unknown) {
    const all = (window as unknown as { asked?: unknown[] }).asked;
    if (typeof message === 'object' && message !== null && 'key' in message) all?.push(message);
    post.call(this, message);
  };
}
/** Since the test began, but for what the preview reads: `facts letters/welcome.txt`. */
async function asked(): Promise<string[]> {
  const all = await page.evaluate(() => (window as unknown as { asked: Asked[] }).asked);
  return all.filter(({ op }) => op !== 'bytes').map(({ op, key }) => `${op} ${key}`);
}

const panel = () => page.getByRole('complementary', { name: 'Object' });
const tab = (name: RegExp) => panel().getByRole('tab', { name });
const fact = (name: string) =>
  panel()
    .locator('.facts > div')
    .filter({ has: page.locator('dt', { hasText: new RegExp(`^${name}$`) }) })
    .locator('dd');
const path = (key: string) => key.slice(0, key.lastIndexOf('/') + 1);

/** The cursor on the object, and Space. */
async function look(key: string, bucket = BENCH): Promise<void> {
  await goTo(page, `${bucket}${path(key)}`);
  await selectRow(page, 'Objects', key);
  await page.keyboard.press('Space');
  await tab(/^Details/).click();
}

test('Space opens the panel, Space closes it, and Escape brings the keyboard back to the list', async () => {
  await look('README.md');
  await page.keyboard.press('Escape');
  await panel().waitFor({ state: 'hidden' });
  await page.keyboard.press('Space');
  await panel().waitFor();
  await page.keyboard.press('Space');
  await panel().waitFor({ state: 'hidden' });
  await page.keyboard.press('Space');
  await tab(/^Details/).click();
  await page.keyboard.press('Escape');
  await panel().waitFor({ state: 'hidden' });
  const focused = await page.evaluate(() => document.activeElement?.getAttribute('role'));
  expect(focused).toBe('grid');
});

test('every fact that S3 tells is there, and each is copied to the letter', async () => {
  await look('letters/welcome.txt');
  await fact('Cache').getByText('max-age=3600').waitFor();
  expect(await fact('Type').innerText()).toBe('text/plain; charset=utf-8');
  expect(await fact('Disposition').innerText()).toBe('attachment; filename="welcome.txt"');
  expect(await fact('Language').innerText()).toBe('en');
  expect(await fact('Expires').innerText()).toBe('Thu, 31 Dec 2026 23:59:59 GMT');
  expect(await fact('Redirect').innerText()).toBe('not told');
  expect(await fact('author').innerText()).toBe('mira');
  expect(await fact('reviewed-by').innerText()).toBe('=?UTF-8?B?WmXDq8OfIMOFa2Vzc29u?=');
  expect(await fact('SHA256').innerText()).toMatch(
    /^KB7K4\/woydzTLIG9cjsOuJBMmARN2AgsTSjd4PLc1aI=\s*of the whole object$/,
  );
  await fact('Disposition').hover();
  await fact('Disposition').getByRole('button', { name: 'Copy Disposition' }).click();
  await expect.poll(() => readSelection(scene.desk)).toBe('attachment; filename="welcome.txt"');
});

test('an object under a KMS key names it in full', async () => {
  await look('letters/terms.txt');
  await fact('Kind').getByText('SSE-KMS').waitFor();
  expect(await fact('Key').last().innerText()).toMatch(
    /^arn:aws:kms:eu-west-1:111122223333:key\/b0a7c4e5-0001-4000-8000-000000000001$/,
  );
});

test('an archived object says that nothing is handed out before a restore', async () => {
  await look('archive/2019/ledger.csv');
  await fact('Restore').getByText('none asked for').waitFor();
  expect(await fact('Class').innerText()).toBe('Deep archive');
});

test('tags and versions are asked for once their tab is open, and not again by coming back', async () => {
  await look('orders/2026-06-01.csv');
  await fact('Type').getByText('csv').waitFor();
  expect(await asked()).toEqual(['facts orders/2026-06-01.csv']);

  await tab(/^Tags/).click();
  await fact('team').getByText('orders').waitFor();
  await tab(/^Versions/).click();
  await panel().getByRole('listitem').first().waitFor();
  await tab(/^Tags/).click();
  await fact('team').getByText('orders').waitFor();
  await tab(/^Versions/).click();
  await panel().getByRole('listitem').first().waitFor();
  expect(await asked()).toEqual([
    'facts orders/2026-06-01.csv',
    'tags orders/2026-06-01.csv',
    'versions orders/2026-06-01.csv',
  ]);
  await tab(/^Details/).click();
});

test('an older version is looked at, and there is a way back to the present one', async () => {
  await look('plans/autumn-catalogue.md');
  await tab(/^Versions/).click();
  const rows = panel().getByRole('listitem');
  await expect.poll(() => rows.count()).toBe(4);
  await panel().getByText('4 versions').waitFor();
  await rows.last().getByRole('button', { name: /^Open/ }).click();
  await panel().getByText('not the present one').waitFor();
  await panel().getByText('draft 1').waitFor();
  await tab(/^Details/).click();
  await fact('Size').getByText('39 B').waitFor();
  expect(await panel().getByRole('button', { name: 'Download' }).count()).toBe(0);
  await panel().getByRole('button', { name: 'Present one' }).click();
  await panel().getByRole('button', { name: 'Download' }).waitFor();
  await panel().getByText('not the present one').waitFor({ state: 'hidden' });
});

test.each([
  'twins/cafe\u0301.txt',
  'emoji/family 👩‍👩‍👧.txt',
  'percent/%2F is no slash.txt',
  'reserved/a:b*c?d"e<f>g|h.txt',
  'right-to-left/\u05e9\u05dc\u05d5\u05dd.txt',
])('an odd key is asked for to the letter: %j', async (key) => {
  await look(key, 's3://lark-odd-keys/');
  await fact('Type').getByText('text/').waitFor();
  expect(await asked()).toContain(`facts ${key}`);
  await fact('Key').hover();
  await fact('Key').getByRole('button').click();
  await expect.poll(() => readSelection(scene.desk)).toBe(key);
});

test('what was deleted in a folder comes back, chosen from its menu', async () => {
  await goTo(page, `${BENCH}plans/`);
  await rowOf(page, 'plans/autumn-catalogue.md').waitFor();
  await page.getByRole('button', { name: 'More for this folder' }).click();
  await page.getByRole('menuitem', { name: 'Deleted here…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Deleted here' });
  await dialog.getByText('1 object, that is all.').waitFor();
  await dialog.getByRole('row', { name: 'old-price-list.csv' }).click();
  await dialog.getByRole('button', { name: 'Undo 1 delete' }).click();
  await rowOf(page, 'plans/old-price-list.csv').waitFor();
  await dialog.waitFor({ state: 'hidden' });
});

test('an object that is deleted while it is looked at says so, and its delete is undone beside its versions', async () => {
  await look('orders/2026-06-01.csv');
  await rowOf(page, 'orders/2026-06-01.csv').click();
  await page.keyboard.press('Delete');
  await page
    .getByRole('alertdialog')
    .or(page.getByRole('dialog'))
    .getByRole('button', { name: /^Delete/ })
    .click();
  await rowOf(page, 'orders/2026-06-01.csv').waitFor({ state: 'detached' });
  await panel().getByText('The object was deleted.').waitFor();
  await tab(/^Versions/).click();
  await panel().getByText('deleted now').waitFor();
  await panel().getByRole('button', { name: 'Undo the delete' }).click();
  await rowOf(page, 'orders/2026-06-01.csv').waitFor();
  await panel().getByText('The object was deleted.').waitFor({ state: 'hidden' });
  await panel().getByText('deleted now').waitFor({ state: 'hidden' });
});
