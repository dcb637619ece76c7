/** Names that are taken: nobody is asked before all else is done, and one answer counts for all of them. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { choose, dialog, rowOf } from './harness/actions.ts';
import { goTo } from './harness/screen.ts';
import { takeSession } from './harness/steps.ts';
import { sceneOfTest } from './harness/test-scene.ts';
import {
  contents,
  newestTransfer,
  SCRATCH,
  transferSays,
  untilEnded,
  uploadFolder,
  writeFiles,
} from './harness/transfers.ts';

test('what is taken is held back, shown by name, and done as the person says', async () => {
  const scene = await sceneOfTest();
  const { app, desk } = scene;
  const page = await takeSession(app, scene.tray, 'alex');
  const from = join(desk.folder, 'letters-out');
  await writeFiles(from, 5);
  await uploadFolder(scene, page, from);
  await transferSays(page, 'Uploaded');
  await writeFile(join(from, 'part-0', 'more.txt'), 'more');
  await writeFile(join(from, 'part-0', 'file 0.txt'), 'another');

  await uploadFolder(scene, page, from);
  await transferSays(page, 'Waiting for your word');
  await newestTransfer(page).getByRole('button', { name: '5 taken names…' }).click();
  const open = await dialog(page);
  await open.getByText('letters-out/part-0/file 4.txt').waitFor();
  await open.getByLabel(/^Replace only what differs/).check();
  await open.getByRole('button', { name: 'Go on with 5' }).click();
  expect((await untilEnded(app)).files).toMatchObject({ found: 6, done: 2, skipped: 4, failed: 0 });

  await goTo(page, SCRATCH);
  await rowOf(page, 'letters-out/').waitFor();
  const to = await desk.makeFolder('back');
  await app.control.answerFileDialogs([to]);
  const wish = await choose(page, ['letters-out/'], 'Download to…');
  await wish.getByRole('button', { name: 'Choose where to…' }).click();
  await untilEnded(app);
  await transferSays(page, 'Downloaded');
  expect(await contents(join(to, 'letters-out'))).toEqual(await contents(from));
});
