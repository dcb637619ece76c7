/** Uploads that another tool has begun and left: found, and given up on a person's word. */
import { expect, test } from 'vitest';
import { confirm, dialog, rowOf } from './harness/actions.ts';
import { daypass, variablesIn } from './harness/daypass-command.ts';
import { goTo } from './harness/screen.ts';
import { takeSession } from './harness/steps.ts';
import { sceneOfTest } from './harness/test-scene.ts';

test('what aws began and left is found below its folder, and is gone once it is given up', async () => {
  const scene = await sceneOfTest();
  const page = await takeSession(scene.app, scene.tray, 'alex');
  const { stdout } = await daypass(scene, ['env', 'S3AccessRole', '--shell', 'bash']);
  const env = variablesIn(stdout);
  const aws = async (...words: string[]) => {
    const args = ['--endpoint-url', String(env.AWS_ENDPOINT_URL_S3), 's3api', ...words];
    const finished = await scene.desk.run('/usr/bin/aws', args, { env });
    expect(finished).toMatchObject({ code: 0 });
    return finished.stdout;
  };
  const KEYS = ['letters/left + 1.tar', 'letters/deep/left 2.tar', 'letters/stays.tar'];
  for (const key of KEYS) await aws('create-multipart-upload', '--bucket', 'lark-scratch', '--key', key);

  await goTo(page, 's3://lark-scratch/letters/');
  await rowOf(page, 'letters/welcome.txt').waitFor();
  await page.getByRole('button', { name: 'More for this folder' }).click();
  await page.getByRole('menuitem', { name: 'Unfinished uploads…' }).click();
  const open = await dialog(page);
  await open.getByText('3 uploads, that is all.').waitFor();
  const rows = open.getByRole('grid', { name: 'Unfinished uploads' });
  await rows.getByRole('row', { name: 'left + 1.tar' }).click();
  await rows.getByRole('row', { name: 'deep/left 2.tar' }).click();
  await confirm(open, 'Give up 2 uploads', '2 given up');

  const left = await aws(
    'list-multipart-uploads',
    '--bucket',
    'lark-scratch',
    '--output',
    'text',
    '--query',
    'Uploads[].Key',
  );
  expect(left.trim()).toBe('letters/stays.tar');
});
