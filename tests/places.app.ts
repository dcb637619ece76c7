/** Coming back to places, sums of folders, and a listing that outlives its session, on the demo S3. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EXPORTS_ALIAS } from '../demo/s3/buckets.ts';
import { openScene, type Scene } from './harness/scene.ts';
import { goTo, readRow, readRows, seeFailure, seePhase, selectRow } from './harness/screen.ts';
import { takeSession, typeIn } from './harness/steps.ts';
import { sceneOfTest, WITHOUT_RENEWAL } from './harness/test-scene.ts';

const BUCKET = 's3://lark-reports-prod';
let scene: Scene;
let page: Page;

beforeAll(async () => {
  scene = await openScene();
  page = await takeSession(scene.app, scene.tray, 'alex');
});
afterAll(() => scene?.dispose());

const foot = (words: string | RegExp) => page.locator('.foot').getByText(words).first().waitFor();
const placesOf = async () => (await scene.app.control.snapshot()).places;
const path = () => page.getByRole('combobox', { name: 'Path' });
const isAt = (uri: string) => expect.poll(() => path().inputValue()).toBe(uri);
const option = (list: string, name: string | RegExp) =>
  page.getByRole('listbox', { name: list }).getByRole('option', { name });

test('a place that is starred is offered in the path, and a walk to it is a recent place', async () => {
  await goTo(page, `${BUCKET}/exports/2026/`);
  await readRows(page, 'Objects');
  await page.getByRole('button', { name: 'Bookmark' }).click();
  await expect
    .poll(async () => (await placesOf()).bookmarks.map(({ prefix }) => prefix))
    .toEqual(['exports/2026/']);
  await goTo(page, `${BUCKET}/events/`);
  await expect
    .poll(async () => (await placesOf()).recents.map(({ prefix }) => prefix))
    .toEqual(['events/', 'exports/2026/']);

  await page.getByRole('grid').press('Control+l');
  await option('Places', `${BUCKET}/exports/2026/ bookmark`).waitFor();
  await path().fill('2026 exp');
  await path().press('ArrowDown');
  await path().press('Enter');
  await isAt(`${BUCKET}/exports/2026/`);
  expect(await page.getByRole('button', { name: 'Bookmark' }).getAttribute('aria-pressed')).toBe('true');
});

test('Ctrl+K goes to a bookmark, and the star goes by its key', async () => {
  await goTo(page, 's3://');
  await readRows(page, 'Buckets');
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Go to' });
  await field.fill('exports 2026');
  await option('Places to go to', /exports\/2026\/.* bookmark/).waitFor();
  await field.press('Enter');
  await isAt(`${BUCKET}/exports/2026/`);
  await readRows(page, 'Objects');
  await page.getByRole('grid').press('Control+b');
  await expect.poll(async () => (await placesOf()).bookmarks).toEqual([]);
});

test('a folder is summed when it is asked for, by key and by button, and its sum is told in full', async () => {
  await goTo(page, `${BUCKET}/`);
  await readRows(page, 'Objects');
  await selectRow(page, 'Objects', 'events/');
  await page.getByRole('grid').press('Alt+Enter');
  await foot(/^[\d.,]+ \wB in [\d,]+ objects, as of \d\d:\d\d$/);
  const [, size = ''] = await readRow(page, 'Objects', 'events/');
  expect(size).toMatch(/^[\d.]+ \wB$/);

  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: /^Sum \d folders$/ }).click();
  await foot(/^[\d.,]+ \wB in [\d,]+ objects, as of \d\d:\d\d$/);
  expect((await readRow(page, 'Objects', 'exports/'))[1]).toMatch(/^[\d.]+ \wB$/);
  await page.getByRole('button', { name: 'List again' }).click();
  await expect.poll(async () => (await readRow(page, 'Objects', 'exports/'))[1]).not.toMatch(/B/);
});

test('a million names are summed while one looks on, and stopped at once', async () => {
  await goTo(page, 's3://lark-telemetry/');
  await readRows(page, 'Objects');
  await selectRow(page, 'Objects', 'events/');
  await page.getByRole('grid').press('Alt+Enter');
  await foot(/^[\d.,]+ \wB so far, [\d,]+ objects$/);
  await page.getByRole('button', { name: 'Stop summing' }).click();
  await page.getByRole('button', { name: 'Sum folder' }).waitFor();
  expect((await readRow(page, 'Objects', 'events/'))[1]).not.toMatch(/B/);
});

test('an access point opens by its alias; where S3 is no host of AWS its ARN is refused with the way on', async () => {
  await goTo(page, `s3://${EXPORTS_ALIAS}/exports/2026/`);
  await isAt(`s3://${EXPORTS_ALIAS}/exports/2026/`);
  // The rows of the place before stay until the first of this one are there.
  const months = ['01', '02', '03', '04', '05', '06'].map((month) => `exports/2026/${month}/`);
  await expect.poll(() => readRows(page, 'Objects')).toEqual(months);
  await goTo(page, 'arn:aws:s3:eu-west-1:111122223333:accesspoint/exports/object/exports/2026/');
  await seeFailure(page, 's3-no-arn-here');
  await page.getByText('Open the access point by its alias').first().waitFor();
});

test('a listing whose session ends in its midst waits for the sign-in and goes on from there', async () => {
  const { app, tray } = await sceneOfTest(WITHOUT_RENEWAL);
  const page = await takeSession(app, tray, 'alex');
  const words = () => page.locator('.foot').first().innerText();
  await goTo(page, 's3://lark-telemetry/events/');
  await page
    .locator('.foot')
    .getByText(/listed, still listing/)
    .first()
    .waitFor();
  await app.control.moveClock(13 * 3_600_000);
  await seePhase(page, 'ended');
  await expect.poll(words).toMatch(/^Waits for sign-in; [\d,]+ listed so far\./);
  const before = Number(/[\d,]+/.exec(await words())?.[0].replaceAll(',', ''));
  expect(before).toBeLessThan(1_000_000);

  await page.getByRole('button', { name: 'Sign in again' }).click();
  await typeIn(await app.login(), 'alex');
  await seePhase(page, 'active');
  await page
    .locator('.foot')
    .getByText('1,000,000 objects. All listed.')
    .first()
    .waitFor({ timeout: 240_000 });
  const calls = await page.locator('.foot [title]').first().getAttribute('title');
  // From the start it would have been a thousand more.
  expect(Number(/[\d,]+/.exec(calls ?? '')?.[0].replaceAll(',', ''))).toBeLessThan(1_400);
}, 300_000);
