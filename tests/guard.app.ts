/** Production: made so in the settings, seen wherever the pass is, and still there after a restart. */
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { setProduction } from './harness/production.ts';
import { openScene } from './harness/scene.ts';
import { seePhase } from './harness/screen.ts';
import { takeSession } from './harness/steps.ts';

const head = (page: Page) => page.getByTestId('head').getByText('Production', { exact: true });
const frame = (page: Page) => page.locator('.browser[data-guarded]');

test('a pass is made production, stays so over a restart, and is made ordinary again', async () => {
  const scene = await openScene();
  onTestFinished(() => scene.dispose());
  const page = await takeSession(scene.app, scene.tray, 'alex');
  expect(await frame(page).count()).toBe(0);
  await setProduction(page, true);
  await head(page).waitFor();
  await frame(page).waitFor();
  await page.getByRole('img', { name: 'Production' }).waitFor();

  await scene.app.quit();
  const again = await (await scene.restart()).main();
  await seePhase(again, 'active');
  await head(again).waitFor();
  await setProduction(again, false);
  await expect.poll(() => head(again).count()).toBe(0);
  expect(await frame(again).count()).toBe(0);
});
