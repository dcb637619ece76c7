/**
 * What keeps a person from harm: a read-only session offers no writing, production wants a name typed, and work that is
 * stopped or loses its session says exactly what was done.
 */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { choose, confirm, dialog, rowOf } from './harness/actions.ts';
import { setProduction } from './harness/production.ts';
import { goTo } from './harness/screen.ts';
import { takeSession, typeIn } from './harness/steps.ts';
import { sceneOfTest, WITHOUT_RENEWAL } from './harness/test-scene.ts';

const KEY = 'letters/welcome.txt';

test('a read-only session offers nothing that writes, by menu and by key, and says how to change that', async () => {
  const { app, tray } = await sceneOfTest();
  const page = await takeSession(app, tray, 'alex');
  await page.getByRole('button', { name: 'More for this pass' }).click();
  await page.getByRole('menuitem', { name: 'Sign in read-only' }).click();
  await app.untilSnapshot('a read-only session', ({ passes: [pass] }) => {
    return pass?.session.kind === 'active' && pass.session.scope === 'read-only';
  });
  await goTo(page, 's3://lark-workbench/letters/');
  await rowOf(page, KEY).click();
  await page.keyboard.press('Delete');
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+Shift+N');
  await page.keyboard.press('Shift+F10');
  const entries = () => page.getByRole('menuitem').allInnerTexts();
  await page.getByRole('menuitem', { name: 'This session may only read' }).waitFor();
  expect(await entries()).toEqual([
    'Copy',
    'Download to…',
    'Share…',
    'This session may only read',
    'Sign in with full scope',
  ]);
  expect(await page.getByRole('dialog').locator('.acts').count()).toBe(0);
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Sign in with full scope' }).click();
  await app.untilSnapshot('a full session', ({ passes: [pass] }) => {
    return pass?.session.kind === 'active' && pass.session.scope === 'full';
  });
  await rowOf(page, KEY).click();
  await page.keyboard.press('Delete');
  await (await dialog(page)).getByRole('button', { name: 'Cancel' }).click();
});

test('in a production pass a delete waits for the bucket’s name, typed to the letter', async () => {
  const { app, tray } = await sceneOfTest();
  const page = await takeSession(app, tray, 'alex');
  await setProduction(page, true);
  await goTo(page, 's3://lark-workbench/letters/');
  const open = await choose(page, [KEY], 'Delete…');
  await open.getByText('each object gets a delete marker').waitFor();
  const act = open.getByRole('button', { name: 'Delete 1' });
  expect(await act.isDisabled()).toBe(true);
  await open.getByLabel(/Type lark-workbench to go on/).fill('Lark-workbench');
  expect(await act.isDisabled()).toBe(true);
  await open.getByLabel(/Type lark-workbench to go on/).fill('lark-workbench');
  const work = await confirm(open, 'Delete 1', '1 deleted');
  await rowOf(page, KEY).waitFor({ state: 'detached' });
  await work.getByRole('button', { name: 'Undo' }).click();
  await rowOf(page, KEY).waitFor();
});

/** Sixty thousand objects: far more than are copied before a test does something about it. */
async function copyForLong(page: Page): Promise<void> {
  await goTo(page, 's3://lark-slow-lane/');
  await rowOf(page, 'trips/').waitFor();
  const open = await choose(page, ['trips/'], 'Copy to…');
  await open.getByLabel(/^To:/).fill('s3://lark-scratch/');
  await open.getByRole('button', { name: 'Copy', exact: true }).click();
  await work(page)
    .getByText(/^[1-9][\d,]* of [\d,]+ so far, still looking$/)
    .waitFor();
}
const work = (page: Page) => page.locator('.work').last();
/** Of work that is over. */
async function copied(page: Page): Promise<number> {
  const words = await work(page).locator('.tx-words p').innerText();
  return Number(/([\d,]+) copied/.exec(words)?.[1]?.replaceAll(',', ''));
}
/** Says how many the folder really holds. */
async function holds(page: Page, count: number): Promise<void> {
  await goTo(page, 's3://lark-scratch/trips/');
  const number = count.toLocaleString('en');
  await page.locator('.foot').getByText(`${number} objects. All listed.`).first().waitFor();
}

test('work that is stopped ends, with the number that was really done', async () => {
  const { app, tray } = await sceneOfTest();
  const page = await takeSession(app, tray, 'alex');
  await copyForLong(page);
  await work(page).getByRole('button', { name: 'Stop' }).click();
  await work(page)
    .getByText(/^Stopped: [\d,]+ copied$/)
    .waitFor();
  await work(page).getByRole('button', { name: 'Begin again' }).waitFor();
  await holds(page, await copied(page));
});

test('work whose session ends stops, says what was really done, and offers to sign in', async () => {
  const { app, tray } = await sceneOfTest(WITHOUT_RENEWAL);
  const page = await takeSession(app, tray, 'alex');
  await copyForLong(page);
  await app.control.moveClock(13 * 60 * 60_000);
  await work(page).getByRole('button', { name: 'Sign in' }).click();
  const login = await app.login();
  await typeIn(login, 'alex');
  await work(page).getByRole('button', { name: 'Begin again' }).waitFor();
  await holds(page, await copied(page));
});
