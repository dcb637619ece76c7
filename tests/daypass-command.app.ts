/** What the `daypass` command prints for people and programs beside credentials: the status, and the place it opens. */
import { expect, test } from 'vitest';
import { daypass } from './harness/daypass-command.ts';
import { readRows } from './harness/screen.ts';
import { takeSession } from './harness/steps.ts';
import { sceneOfTest } from './harness/test-scene.ts';

test('credentials name the account, and the status says how long they last', async () => {
  const opened = await sceneOfTest();
  await takeSession(opened.app, opened.tray, 'alex');
  const answered = await daypass(opened, ['credentials', 'S3AccessRole']);
  expect(answered.stderr).toBe('');
  expect(JSON.parse(answered.stdout)).toMatchObject({
    Version: 1,
    AccessKeyId: expect.stringMatching(/^ASIA/),
    AccountId: '111122223333',
  });
  const status = await daypass(opened, ['status']);
  expect(status.stdout).toMatch(/^S3AccessRole {2}active, 7 h 59 min {2}S3AccessRole in 111122223333\n/);
  const { passes } = JSON.parse((await daypass(opened, ['status', '--json'])).stdout);
  expect(passes).toEqual([expect.objectContaining({ label: 'S3AccessRole', state: 'active' })]);
});

test('an address that is opened is shown in the window', async () => {
  const opened = await sceneOfTest();
  const page = await takeSession(opened.app, opened.tray, 'alex');
  const asked = await daypass(opened, ['open', 's3://lark-reports-prod/exports/']);
  expect(asked).toMatchObject({ code: 0, stdout: '', stderr: '' });
  await expect
    .poll(async () => (await readRows(page, 'Objects')).every((key) => key.startsWith('exports/')))
    .toBe(true);
});
