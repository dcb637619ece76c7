/** Requester Pays on the demo's S3: refused until a person agrees, paid while they do, refused again after. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openScene } from './harness/scene.ts';
import { goTo, readRows } from './harness/screen.ts';
import { takeSession } from './harness/steps.ts';
import { downloadRow, saveObject, untilEnded, untilProgress } from './harness/transfers.ts';

test('a bucket whose readers pay opens once they agree, and closes when they stop', async () => {
  const scene = await openScene();
  onTestFinished(() => scene.dispose());
  const page = await takeSession(scene.app, scene.tray, 'nora');
  await goTo(page, 's3://lark-partner-feed/');
  const agree = page.locator('.denied').getByRole('button', { name: 'Agree to pay' });
  await agree.waitFor();
  expect(await page.getByText('You pay', { exact: true }).count()).toBe(0);
  await agree.click();
  const [name = ''] = (await readRows(page, 'Objects')).filter((key) => !key.endsWith('/'));
  await page.getByText('You pay', { exact: true }).waitFor();

  const folder = await scene.desk.makeFolder('downloads');
  await saveObject(scene, page, name, join(folder, 'paid'));
  expect((await untilEnded(scene.app)).files).toMatchObject({ done: 1 });
  expect((await readFile(join(folder, 'paid'))).length).toBeGreaterThan(0);

  await downloadRow(scene, page, name, folder);
  const { files } = await untilProgress(scene.app, 'the end', ({ state }) => state.kind === 'finished');
  expect(files).toMatchObject({ done: 1, failed: 0 });

  await page.getByRole('button', { name: 'Stop paying for this bucket' }).click();
  await expect.poll(() => page.getByText('You pay', { exact: true }).count()).toBe(0);
  await page.getByRole('button', { name: 'List again' }).click();
  await saveObject(scene, page, name, join(folder, 'unpaid'));
  expect((await untilEnded(scene.app)).failures[0]?.failure.code).toBe('s3-access-denied');
  // Coming back, nothing is left of it.
  await goTo(page, 's3://');
  await goTo(page, 's3://lark-partner-feed/');
  await agree.waitFor();
});
