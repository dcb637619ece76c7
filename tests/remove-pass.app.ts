/** A pass goes only after it was asked for twice, and can be kept. */
import { expect, onTestFinished, test } from 'vitest';
import { openScene } from './harness/scene.ts';
import { takeSession } from './harness/steps.ts';

test('a pass is removed after one question, which can be answered with keeping it', async () => {
  const { app, tray, dispose } = await openScene();
  onTestFinished(dispose);
  const page = await takeSession(app, tray, 'alex');
  const ask = async () => {
    await page.getByRole('button', { name: 'More for this pass' }).click();
    await page.getByRole('menuitem', { name: 'Remove pass…' }).click();
    return page.getByRole('alertdialog');
  };
  const dialog = await ask();
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await dialog.waitFor({ state: 'detached' });
  await (await ask()).getByRole('button', { name: 'Remove pass' }).click();
  const after = await app.untilSnapshot('no pass', ({ passes }) => passes.length === 0);
  expect(after.passes).toEqual([]);
});
