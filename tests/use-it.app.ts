/** *Use it* on a real desk: lines that shells take, the endpoint, a profile of its own, and the check of the way. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { readSelection } from './harness/clipboard.ts';
import { writeHome } from './harness/corp.ts';
import { openScene, type Scene } from './harness/scene.ts';
import { seePhase } from './harness/screen.ts';
import { takeSession } from './harness/steps.ts';

async function using(user: string, settings: object = { version: 1 }): Promise<Scene & { page: Page }> {
  const opened = await openScene({
    app: async (desk) => ({ env: { DAYPASS_HOME: await writeHome(desk, settings) } }),
  });
  onTestFinished(() => opened.dispose());
  const page = await takeSession(opened.app, opened.tray, user);
  await page.getByRole('button', { name: 'Use it' }).click();
  await page.getByRole('heading', { name: 'Use S3AccessRole in your tools' }).waitFor();
  return { ...opened, page };
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const stepStates = (page: Page) =>
  page
    .locator('[data-step]')
    .evaluateAll((steps) =>
      steps.map((each) => [each.getAttribute('data-step'), each.getAttribute('data-state')]),
    );

test('what is copied is what was shown, but for the secrets, and goes when it is told to', async () => {
  const { page, desk, app } = await using('alex');
  await page.getByRole('tab', { name: 'fish' }).click();
  await page.getByRole('tabpanel').getByText('set -gx AWS_SESSION_TOKEN').waitFor();
  const shown = await page.getByRole('tabpanel').innerText();
  await press(page, 'Copy');
  await page.getByText('On the clipboard.').waitFor();
  const copied = await readSelection(desk);
  const dotted = copied
    .replace(/(ACCESS_KEY_ID ')[^']+/, `$1${'•'.repeat(12)}`)
    .replace(/((?:SECRET_ACCESS_KEY|SESSION_TOKEN) ')[^']+/g, `$1${'•'.repeat(8)}`);
  expect(shown.trim()).toBe(dotted.trim());
  expect(copied).not.toContain('•');

  await press(page, 'Clear now');
  await app.untilSnapshot('an empty clipboard', ({ clipboard }) => clipboard === null);
  expect(await readSelection(desk)).toBe('');
  await page.keyboard.press('Control+c');
  await page.getByText('On the clipboard.').waitFor();
  expect(await readSelection(desk)).toBe(copied);
});

test('the endpoint starts with its lines on the clipboard, and an SDK’s question gets credentials there', async () => {
  const { page, desk, app } = await using('alex');
  await press(page, 'Start');
  await page.getByText('Local endpoint, open').waitFor();
  const ask =
    'eval "$(cat)"; curl -s -H "Authorization: $AWS_CONTAINER_AUTHORIZATION_TOKEN" "$AWS_CONTAINER_CREDENTIALS_FULL_URI"';
  const lines = await readSelection(desk);
  const answered = await desk.run('bash', ['-c', ask], { input: lines });
  expect(JSON.parse(answered.stdout)).toMatchObject({ AccessKeyId: expect.stringMatching(/^ASIA/) });
  await page.getByText('A program by the local endpoint').waitFor();
  await press(page, 'Stop');
  await app.untilSnapshot('a closed endpoint', ({ passes: [pass] }) => pass?.endpoint === false);
  expect((await desk.run('bash', ['-c', ask], { input: lines })).code).not.toBe(0);
});

test('a profile is added, checked up to AWS, renamed and removed; the file is as it was', async () => {
  const { page, desk } = await using('alex');
  const config = join(String(desk.env.HOME), '.aws', 'config');
  await page.getByRole('textbox', { name: 'Name of the profile' }).fill('reports');
  await press(page, 'Add to ~/.aws/config');
  await page.locator('.use-file .ours').getByText('[profile reports]').waitFor();
  expect(await readFile(config, 'utf8')).toContain('credential_process = ');

  await press(page, 'Check it');
  await page.locator('[data-step="shadow"]').waitFor({ timeout: 30_000 });
  expect(await stepStates(page)).toEqual([
    ['profile', 'ok'],
    ['command', 'ok'],
    ['answer', 'ok'],
    ['aws', 'ok'],
    ['shadow', 'ok'],
  ]);
  await page.getByText(/^arn:aws:sts::111122223333:assumed-role\/S3AccessRole\//).waitFor();

  await press(page, 'Rename');
  await page.getByRole('textbox', { name: 'Name of the profile' }).fill('other');
  await page.keyboard.press('Enter');
  await page.locator('.use-file .ours').getByText('[profile other]').waitFor();
  await press(page, 'Remove');
  await press(page, 'Remove it');
  await page.getByRole('button', { name: 'Add to ~/.aws/config' }).waitFor();
  await expect(readFile(config, 'utf8')).rejects.toThrow('ENOENT');
});

test('the page is reached and left by keyboard, and stays when the session ends', async () => {
  // Nothing is renewed here: the session is to end.
  const { page, app } = await using('kim', { version: 1, preferences: { renew: 'off' } });
  await page.keyboard.press('Escape');
  await page.getByRole('grid', { name: 'Buckets' }).waitFor();
  await page.keyboard.press('Control+3');
  await page.getByRole('heading', { name: 'Use S3AccessRole in your tools' }).waitFor();
  await app.control.moveClock(130_000);
  await seePhase(page, 'ended');
  await page.getByText('This session has ended.').waitFor();
  expect(await page.getByRole('button', { name: 'Copy', exact: true }).isDisabled()).toBe(true);
  expect(await page.getByRole('tabpanel').innerText()).not.toContain('export');
});
