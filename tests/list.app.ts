/** The list on the demo S3, by mouse and keyboard: counted, sorted, filtered, selected, walked through. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readSelection } from './harness/clipboard.ts';
import { openScene, type Scene } from './harness/scene.ts';
import { goTo, readRow, readRows, selectRow } from './harness/screen.ts';
import { takeSession } from './harness/steps.ts';

const FOLDER = 'events/2026-06/';
const event = (number: number) => `${FOLDER}event-${String(number).padStart(6, '0')}.json`;
const FIRST = 1;
const LAST = 2600;

let scene: Scene;
let page: Page;

beforeAll(async () => {
  scene = await openScene();
  page = await takeSession(scene.app, scene.tray, 'alex');
});
afterAll(() => scene?.dispose());

beforeEach(async () => {
  // By way of another place: the foot of the list before would say the same while this one still comes.
  await goTo(page, 's3://lark-reports-prod/');
  await page.locator('[data-key="events/"]').waitFor();
  await goTo(page, `s3://lark-reports-prod/${FOLDER}`);
  await foot('2,600 objects. All listed.');
  await sortBy('Name', 'ascending');
  await page.getByRole('grid').focus();
});

const foot = (words: string | RegExp) => page.locator('.foot').getByText(words).first().waitFor();

async function sortBy(column: string, direction: 'ascending' | 'descending'): Promise<void> {
  const head = page.getByRole('columnheader', { name: column });
  const sorted = page.locator(`[role=columnheader][aria-sort=${direction}]`, { hasText: column });
  for (let clicks = 0; clicks < 2 && (await sorted.count()) === 0; clicks++) {
    const before = await head.getAttribute('aria-sort');
    await head.getByRole('button').click();
    await expect.poll(() => head.getAttribute('aria-sort')).not.toBe(before);
  }
  await sorted.waitFor();
}

/** Keys of the selected rows that are drawn. */
const selected = () =>
  page.locator('[role=grid] [aria-selected=true]').evaluateAll((rows) => rows.map((row) => row.id));
const cursor = (key: string) =>
  page.locator(`[role=grid] .cur[data-key=${JSON.stringify(key)}]`).waitFor({ state: 'visible' });
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

async function sizes(): Promise<number[]> {
  const units: Record<string, number> = { B: 1, kB: 1e3, MB: 1e6 };
  const cells = await page.locator('[role=grid] [role=gridcell].num').allInnerTexts();
  return cells.map((text) => {
    const [number = '', unit = 'B'] = text.split(' ');
    return Number(number) * (units[unit] ?? Number.NaN);
  });
}

test('first, last, page and letters: the keyboard reaches every row', async () => {
  await press('End');
  await cursor(event(LAST));
  await press('ArrowUp');
  await cursor(event(LAST - 1));
  await press('PageUp', 'PageDown');
  await cursor(event(LAST - 1));
  await press('Home');
  await cursor(event(FIRST));
  await page.keyboard.type('event-0012');
  await cursor(event(1200));
});

test('a column’s head sorts, and the other way at the next click', async () => {
  await sortBy('Size', 'descending');
  const down = await sizes();
  expect(down).toEqual([...down].sort((a, b) => b - a));
  await sortBy('Size', 'ascending');
  const up = await sizes();
  expect(up).toEqual([...up].sort((a, b) => a - b));
  expect(down[0]).toBeGreaterThan(up[0] ?? Number.NaN);
  await sortBy('Name', 'descending');
  expect((await readRows(page, 'Objects'))[0]).toBe(event(LAST));
});

test('a filter looks through everything that is listed, and says out of how many', async () => {
  await press('/');
  await page.keyboard.type('JSON 0012');
  await foot('111 of 2,600 listed match.');
  expect((await readRows(page, 'Objects'))[0]).toBe(event(12));
  expect(await page.locator('[role=grid] mark').first().innerText()).toBe('0012');
  await press('ArrowDown', 'End');
  await cursor(event(1299));
  await press('Escape');
  await page.getByText('listed match').first().waitFor({ state: 'hidden' });
  await page.keyboard.press('/');
  await page.keyboard.type('nothing-of-this-name');
  await page.getByText('Looked through all 2,600 names here.').waitFor();
  await page.getByRole('button', { name: 'Clear the filter' }).first().click();
});

test('ranges and single rows are selected, counted, and copied with their exact keys', async () => {
  await selectRow(page, 'Objects', event(2));
  await press('Shift+ArrowDown', 'Shift+ArrowDown');
  await foot(/^3 selected, [\d.]+ k?B$/);
  await page.locator(`[data-key="${event(7)}"]`).click({ modifiers: ['Control'] });
  await foot(/^4 selected/);
  expect(await selected()).toEqual(['row-1', 'row-2', 'row-3', 'row-6']);
  await press('Control+Shift+C');
  await expect.poll(() => readSelection(scene.desk)).toBe([2, 3, 4, 7].map(event).join('\n'));
  await press('Control+a');
  await foot(/^2,600 selected/);
  await press('Home', 'Shift+End');
  await foot(/^2,600 selected/);
  await press('Home');
  await page.getByText(/\d selected/).waitFor({ state: 'hidden' });
});

test('up, back and forward go the way, and the cursor stands on where one came from', async () => {
  await press('Alt+ArrowUp');
  await cursor(FOLDER);
  await press('Alt+ArrowLeft');
  await foot('2,600 objects. All listed.');
  await press('Alt+ArrowRight');
  await page.locator(`[data-key="${FOLDER}"]`).waitFor();
  await press('Control+l');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Path');
});

test('a row tells size, time and class as S3 does', async () => {
  const [name, size, , storageClass] = await readRow(page, 'Objects', event(FIRST));
  expect(name).toContain('event-000001.json');
  expect(size).toMatch(/^\d/);
  expect(storageClass).toBe('Standard');
});
