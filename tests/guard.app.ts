/** Production: made so in the settings, seen wherever the pass is, and still there after a restart. */
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { openScene } from './harness/scene.ts';
import { seePhase } from './harness/screen.ts';
import { takeSession } from './harness/steps.ts';

const head = (page: Page) => page.getByTestId('head').getByText('Production', { exact: true });
const frame = (page: Page) => page.locator('.browser[data-guarded]');

async function setGuard(page: Page, on: boolean): Promise<void> {
  await page.keyboard.press('Control+,');
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
  await page.locator('.set-tab', { hasText: 'Passes' }).click();
  await page.locator('[data-pass] .btn').first().click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await page.getByRole('checkbox', { name: 'Production' }).setChecked(on);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.locator('.edit').waitFor({ state: 'detached' });
  await page.getByRole('option').first().click();
}

test('a pass is made production, stays so over a restart, and is made ordinary again', async () => {
  const scene = await openScene();
  onTestFinished(() => scene.dispose());
  const page = await takeSession(scene.app, scene.tray, 'alex');
  expect(await frame(page).count()).toBe(0);
  await setGuard(page, true);
  await head(page).waitFor();
  await frame(page).waitFor();
  await page.getByRole('img', { name: 'Production' }).waitFor();

  await scene.app.quit();
  const again = await (await scene.restart()).main();
  await seePhase(again, 'active');
  await head(again).waitFor();
  await setGuard(again, false);
  await expect.poll(() => head(again).count()).toBe(0);
  expect(await frame(again).count()).toBe(0);
});
