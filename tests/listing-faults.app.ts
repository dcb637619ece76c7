/**
 * What a network, a proxy or another kind of service does to a list, on the whole app: it is tried again and nobody
 * notices, or it is said. What is on screen is never taken for all when it is not.
 */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { ListFault, ListFaultPlan } from '../demo/messages.ts';
import { openScene, type Scene } from './harness/scene.ts';
import { goTo, readRows } from './harness/screen.ts';
import { takeSession } from './harness/steps.ts';

const PLACE = 's3://lark-reports-prod/events/2026-06/';
/** Three pages. */
const ALL = '2,600 objects. All listed.';

let scene: Scene;
let page: Page;

beforeAll(async () => {
  scene = await openScene();
  page = await takeSession(scene.app, scene.tray, 'alex');
});
afterAll(() => scene?.dispose());
afterEach(async () => {
  // A page of a portal is text; whatever is in it does not run.
  expect(await page.evaluate(() => 'larkfieldRan' in globalThis)).toBe(false);
});

const foot = (words: string | RegExp) => page.locator('.foot').getByText(words).first().waitFor();
const failures = () =>
  page.locator('[data-failure]').evaluateAll((all) => all.map((one) => one.getAttribute('data-failure')));

/** Lists anew, with these answers spoiled; another place before, so that no row is left of the last time. */
async function listWith(plan: ListFaultPlan): Promise<void> {
  await scene.app.control.spoilLists(null);
  await goTo(page, 's3://lark-empty/');
  await page.getByText('This bucket is empty.').waitFor();
  await scene.app.control.spoilLists(plan);
  await goTo(page, PLACE);
}

/** How often the plan came true; the next answers are right. */
const endFault = () => scene.app.control.spoilLists(null);

test.each<[what: string, fault: ListFault, times: number]>([
  ['SlowDown', 'slowDown', 4],
  ['an internal error', 'internalError', 2],
  ['an error that says success', 'errorAsSuccess', 2],
  ['a connection cut in the midst of a page', 'cut', 2],
])('%s is tried again, and the list is whole', async (_what, fault, times) => {
  await listWith({ fault, after: 1, times });
  await foot(ALL);
  expect(await failures()).toEqual([]);
  expect(await endFault()).toBe(times);
});

test('names in another order are listed all the same, all of them', async () => {
  await listWith({ fault: 'disorder', after: 0, times: 1 });
  await foot(ALL);
  expect(await failures()).toEqual([]);
  expect((await readRows(page, 'Objects'))[0]).toBe('events/2026-06/event-001000.json');
  expect(await endFault()).toBe(1);
});

const SAID: [what: string, fault: ListFault, code: string][] = [
  ['half a page', 'halfPage', 's3-answer-garbled'],
  ['the page of a portal', 'portal', 's3-answer-garbled'],
  ['fewer names than it says', 'wrongCount', 's3-answer-garbled'],
  ['eleven megabytes', 'huge', 's3-answer-garbled'],
  ['a redirect to nowhere', 'redirect', 's3-wrong-region'],
];

test.each(SAID)('at the start, %s is said, and no name is shown', async (_what, fault, code) => {
  await listWith({ fault, after: 0, times: 99 });
  await page.locator(`[data-failure="${code}"]`).waitFor();
  expect(await page.locator('[role=grid][aria-label=Objects] [data-key]').count()).toBe(0);
  expect(await page.getByText(/All listed/).count()).toBe(0);
  expect(await endFault()).toBeGreaterThan(0);
});

test.each<[what: string, fault: ListFault, code: string]>([
  ...SAID,
  ['a page that leads to itself', 'sameToken', 's3-answer-garbled'],
  ['an error that does not end', 'internalError', 's3-unreachable'],
])('in the midst, %s is said beside what is listed, and can be listed again', async (_what, fault, code) => {
  await listWith({ fault, after: 1, times: 99 });
  await page.locator(`.foot [data-failure="${code}"]`).waitFor();
  await foot(/^[12],000 objects, not all listed\.$/);
  expect((await readRows(page, 'Objects'))[0]).toBe('events/2026-06/event-000001.json');
  expect(await page.getByText(/All listed/).count()).toBe(0);
  expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe('-1');
  await endFault();
  await page.locator('.foot').getByRole('button', { name: 'List again' }).click();
  await foot(ALL);
  expect(await failures()).toEqual([]);
});
