/** What the activity page tells of a day: a sign-in that was refused and one that was not, and diagnostics. */
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { readSelection } from './harness/clipboard.ts';
import { openCorp, stsError } from './harness/corp.ts';
import { openScene, untilKept } from './harness/scene.ts';
import { seeFailure, seePhase } from './harness/screen.ts';

async function openActivity(page: Page): Promise<void> {
  await page.keyboard.press('Control+2');
  await page.getByRole('heading', { name: 'Activity' }).waitFor();
}

test('a refused sign-in stands there with its words, its code and AWS’s own answer; then a good one', async () => {
  const corp = await openCorp();
  const scene = await openScene({
    app: async (desk) => ({
      demo: false,
      env: { DAYPASS_HOME: await corp.home(desk), DAYPASS_ALLOW_ANY_RUNTIME: '1' },
    }),
  });
  onTestFinished(async () => {
    await scene.dispose();
    await corp.close();
  });
  const { sts } = corp;
  corp.sts = () => stsError('AccessDenied', 'Not authorized to perform sts:AssumeRoleWithSAML');
  const page = await scene.app.main();
  await scene.tray.until('the company', (_state, [first]) => first?.label === 'Sign in to Corp');
  await scene.tray.choose('Sign in to Corp');
  await seeFailure(page, 'sts-role-refused');

  await openActivity(page);
  const refused = page.locator('.happening[data-code="sts-role-refused"]');
  await refused.getByText('S3AccessRole was not signed in').waitFor();
  await refused.getByText('Details').click();
  expect(await refused.locator('pre').innerText()).toMatch(/AccessDenied\s+Not authorized/);
  expect(await page.locator('.happening[data-kind="signinBegan"]').count()).toBe(1);
  await page.keyboard.press('Escape');
  await page.getByTestId('head').waitFor();

  corp.sts = sts;
  await scene.tray.choose('Sign in to Corp');
  await seePhase(page, 'active');
  await untilKept(scene.keyring, 'Daypass', 1);
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await openActivity(page);
  await page.locator('.happening[data-kind="sessionBegan"]').waitFor();
  await page.getByText('Credentials of S3AccessRole copied for bash or zsh').waitFor();

  await page.getByRole('button', { name: 'Copy diagnostics…' }).click();
  const preview = page.getByRole('textbox', { name: 'Diagnostics' });
  await expect.poll(() => preview.inputValue()).toContain('sts-role-refused');
  const text = await preview.inputValue();
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await page.getByText('Copied.', { exact: true }).waitFor();
  expect(await readSelection(scene.desk)).toBe(text);
  expect(text).toContain(`corp: sign-in at ${new URL(corp.origin).host}`);
  for (const secret of ['corp-secret-of-this-test', 'corp-token-of-this-test', 'ASIACORPCORPCORPCORP'])
    expect(text).not.toContain(secret);
});
