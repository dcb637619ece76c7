/** What a person does to objects in the window, on the demo S3, by menus, dialogs and keys: done, undone, tried again. */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { choose, confirm, dialog, ended, rowOf } from './harness/actions.ts';
import { readSelection } from './harness/clipboard.ts';
import { openScene, type Scene } from './harness/scene.ts';
import { goTo, readRow, readRows } from './harness/screen.ts';
import { takeSession } from './harness/steps.ts';
import { saveObject, untilEnded } from './harness/transfers.ts';

let scene: Scene;
let page: Page;

beforeAll(async () => {
  scene = await openScene();
  page = await takeSession(scene.app, scene.tray, 'alex');
});
afterAll(() => scene?.dispose());

/** Goes there, and waits for a row that must be there. */
async function at(address: string, row: string): Promise<void> {
  await goTo(page, address);
  await rowOf(page, row).waitFor({ state: 'visible' });
}
const gone = (key: string) => rowOf(page, key).waitFor({ state: 'detached' });
const there = (key: string) => rowOf(page, key).waitFor({ state: 'visible' });

test('a new folder, by its key: it is made, and the cursor stands on it', async () => {
  await at('s3://lark-workbench/', 'plans/');
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+Shift+N');
  const open = await dialog(page);
  await open.getByLabel('Name').fill('plans');
  await open.getByText('There is a folder of that name already.').waitFor();
  await open.getByLabel('Name').fill('tried out');
  await confirm(open, 'Make the folder', '1 made');
  await page.locator('.cur[data-key="tried out/"]').waitFor();
});

test('an object gets another name by F2, and the old one is gone', async () => {
  await at('s3://lark-workbench/orders/', 'orders/2026-06-02.csv');
  await rowOf(page, 'orders/2026-06-02.csv').click();
  await page.keyboard.press('F2');
  const open = await dialog(page);
  await open.getByLabel('New name').fill('second of june.csv');
  await confirm(open, 'Rename', '1 renamed');
  await there('orders/second of june.csv');
  await gone('orders/2026-06-02.csv');
});

test('several are copied to any address; what is there already stays unless it is to be replaced', async () => {
  await at('s3://lark-workbench/letters/', 'letters/terms.txt');
  const both = ['letters/welcome.txt', 'letters/terms.txt'];
  const copy = async (choice: string, state: RegExp | string) => {
    const open = await choose(page, both, 'Copy to…');
    await open.getByLabel(/^To:/).fill('arn:aws:s3:::lark-scratch/mail/');
    await open
      .getByText('s3://lark-scratch/mail/terms.txt')
      .or(open.getByText('s3://lark-scratch/mail/welcome.txt'))
      .waitFor();
    await open.getByLabel(choice).check();
    await confirm(open, 'Copy 2 objects', state);
  };
  await copy('Leave it', '2 copied');
  await copy('Leave it', 'Nothing changed');
  await copy('Replace it', '2 copied');
  await at('s3://lark-scratch/mail/', 'mail/terms.txt');
  expect(await readRows(page, 'Objects')).toEqual(['mail/terms.txt', 'mail/welcome.txt']);
});

test('a folder is moved with all that is in it', async () => {
  await at('s3://lark-workbench/', 'letters/');
  const open = await choose(page, ['letters/'], 'Move to…');
  await open.getByLabel(/^To:/).fill('s3://lark-workbench/letters/inside/');
  await open.getByText('A folder can’t be moved into itself.').waitFor();
  await open.getByLabel(/^To:/).fill('s3://lark-workbench/tried out/');
  await confirm(open, 'Move', '3 moved');
  await gone('letters/');
  await at('s3://lark-workbench/tried out/letters/', 'tried out/letters/welcome.txt');
});

test('tags of several: put on each, and of one: read back as rows', async () => {
  await at('s3://lark-workbench/orders/', 'orders/second of june.csv');
  const first = 'orders/2026-06-01.csv';
  const several = await choose(page, [first, 'orders/second of june.csv'], 'Edit tags…');
  await several.getByLabel('Name of tag 1').fill('checked');
  await several.getByLabel('Value of tag 1').fill('by alex');
  await several.getByLabel(/^Take off each/).fill('kept-until');
  await confirm(several, 'Save tags of 2 objects', '2 changed');
  const one = await choose(page, [first], 'Edit tags…');
  await one.getByLabel('Name of tag 2').waitFor();
  const fields = await one
    .locator('.pair-row input')
    .evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value));
  expect(fields).toEqual(['team', 'orders', 'checked', 'by alex', '', '']);
  await one.getByRole('button', { name: 'Cancel' }).click();
});

test('a content type is written anew, and the metadata stays', async () => {
  await at('s3://lark-workbench/tried out/letters/', 'tried out/letters/welcome.txt');
  const key = 'tried out/letters/welcome.txt';
  const open = await choose(page, [key], 'Edit headers…');
  await open.getByLabel('Content-Type').fill('text/markdown');
  await confirm(open, 'Write it anew', '1 written anew');
  const again = await choose(page, [key], 'Edit headers…');
  await expect.poll(() => again.getByLabel('Content-Type').inputValue()).toBe('text/markdown');
  expect(await again.getByLabel('Name of metadata 1').inputValue()).toBe('author');
  await again.getByRole('button', { name: 'Cancel' }).click();
});

test('several are deleted by the key, with a marker each, and Undo brings them back', async () => {
  await at('s3://lark-workbench/', 'images/');
  await rowOf(page, 'images/').click();
  await rowOf(page, 'README.md').click({ modifiers: ['Control'] });
  await page.keyboard.press('Delete');
  const open = await dialog(page);
  await open.getByText(/^3 objects, .*, in lark-workbench\.$/).waitFor();
  await open.getByText(/each object gets a delete marker/).waitFor();
  const work = await confirm(open, 'Delete 3', '3 deleted');
  await gone('README.md');
  await work.getByRole('button', { name: 'Undo' }).click();
  await ended(page, '3 brought back');
  await there('README.md');
  await there('images/');
});

/** The versions of what is looked at beside the list, newest first. */
async function versionsOf(key: string): Promise<Locator> {
  await rowOf(page, key).dblclick();
  const panel = page.getByRole('complementary', { name: 'Object' });
  await panel.getByRole('tab', { name: /^Versions/ }).click();
  return panel.getByRole('listitem');
}
async function chooseOf(version: Locator, entry: string): Promise<Locator> {
  await version.getByRole('button', { name: /^More for the version/ }).click();
  await page.getByRole('menuitem', { name: entry }).click();
  return dialog(page);
}

test('an older version is put on top, the list says so, and the copy is deleted again', async () => {
  const key = 'plans/autumn-catalogue.md';
  await at('s3://lark-workbench/plans/', key);
  const size = async () => (await readRow(page, 'Objects', key))[1];
  const before = await size();
  const versions = await versionsOf(key);
  await expect.poll(() => versions.count()).toBe(4);
  await confirm(await chooseOf(versions.last(), 'Make it the present one'), 'Put it on top', '1 put on top');
  await expect.poll(() => versions.count()).toBe(5);
  // Draft 1.
  await expect.poll(size).toBe('39 B');
  const open = await chooseOf(versions.first(), 'Delete this version…');
  await open.getByText('This is for good').waitFor();
  await confirm(open, 'Delete 1', '1 deleted');
  await expect.poll(() => versions.count()).toBe(4);
  await expect.poll(size).toBe(before);
});

test('a delete marker is called one, and its delete brings the object back', async () => {
  const key = 'plans/autumn-catalogue.md';
  await at('s3://lark-workbench/plans/', key);
  const versions = await versionsOf(key);
  await expect.poll(() => versions.count()).toBe(4);
  await confirm(await choose(page, [key], 'Delete…'), 'Delete 1', '1 deleted');
  await gone(key);
  await versions.first().getByText('deleted now').waitFor();
  const open = await chooseOf(versions.first(), 'Delete this marker…');
  await open.getByText('1 delete marker, in lark-workbench.').waitFor();
  await confirm(open, 'Delete 1', '1 deleted');
  await there(key);
  await page.keyboard.press('Escape');
});

test('every version goes only on a second word, and nothing brings it back', async () => {
  await at('s3://lark-workbench/plans/', 'plans/autumn-catalogue.md');
  const open = await choose(page, ['plans/autumn-catalogue.md'], 'Delete…');
  await open.getByLabel(/^Every version, for good/).check();
  await open.getByText(/^4 versions/).waitFor();
  const act = open.getByRole('button', { name: 'Delete 4 versions' });
  expect(await act.isDisabled()).toBe(true);
  await open.getByLabel('I know that nothing brings them back').check();
  const work = await confirm(open, 'Delete 4 versions', '4 deleted');
  expect(await work.getByRole('button', { name: 'Undo' }).count()).toBe(0);
  await gone('plans/autumn-catalogue.md');
});

test('where no versions are kept a delete is for good, and says so', async () => {
  await at('s3://lark-scratch/mail/', 'mail/terms.txt');
  const open = await choose(page, ['mail/terms.txt'], 'Delete…');
  await open.getByText('The bucket keeps no versions: this is for good.').waitFor();
  expect(await open.getByRole('radio').count()).toBe(0);
  const work = await confirm(open, 'Delete 1', '1 deleted');
  expect(await work.getByRole('button', { name: 'Undo' }).count()).toBe(0);
  await gone('mail/terms.txt');
});

test('an archived object is asked for, and can be read once its time has come', async () => {
  const key = 'archive/2022/ledger.csv';
  await at('s3://lark-workbench/archive/2022/', key);
  const open = await choose(page, [key], 'Restore…');
  await open.getByLabel(/^Days/).fill('400');
  await open.getByText('A number from 1 to 365.').waitFor();
  await open.getByLabel(/^Days/).fill('3');
  await open.getByLabel(/^Expedited/).check();
  await confirm(open, 'Restore it', '1 asked for');
  const file = join(await scene.desk.makeFolder('restored'), 'ledger.csv');
  await saveObject(scene, page, key, file);
  expect((await untilEnded(scene.app)).files).toMatchObject({ done: 0, failed: 1 });
  await scene.app.control.moveClock(3 * 60_000);
  await saveObject(scene, page, key, file);
  expect((await untilEnded(scene.app)).files).toMatchObject({ done: 1, failed: 0 });
  expect((await readFile(file, 'utf8')).length).toBeGreaterThan(0);
});

test('what is refused in part says which and why, and only those are tried again', async () => {
  await at('s3://lark-scratch/', 'orders/');
  const up = await choose(page, ['orders/'], 'Copy to…');
  await up.getByLabel(/^To:/).fill('s3://lark-reports-prod/uploads/');
  await confirm(up, 'Copy', '3 copied');
  await at('s3://lark-reports-prod/', 'uploads/');
  const open = await choose(page, ['uploads/', 'README.md'], /^Delete/);
  const work = await confirm(open, /^Delete \d+$/, '1 of 4 failed');
  await work.getByText('1 failure').click();
  await work.locator('[data-failure="s3-access-denied"] li').getByText('README.md').waitFor();
  await work.getByRole('button', { name: 'Copy the list' }).click();
  await expect
    .poll(() => readSelection(scene.desk))
    .toBe('s3://lark-reports-prod/README.md\tThis pass may not do that.');
  await work.getByRole('button', { name: 'Try it again' }).click();
  await ended(page, '1 of 1 failed');
});

/** Typed as the end of an address, where a slash at the end would mean a folder. */
const ODD = [
  ...[
    '/a',
    'a//b',
    ' ',
    '.',
    '..',
    '../../x',
    'a%2Fb',
    '+',
    '\\',
    ':',
    'CON.txt',
    'dot.',
    'space ',
    'x',
    'X',
  ],
  ...['caf\u00e9', 'cafe\u0301', '🪁', '?versionId=no', `${'ö'.repeat(400)}${'z'.repeat(219)}`],
];

test('odd keys are copied, named, read and deleted to the byte', async () => {
  const folder = 'keys/';
  const file = join(await scene.desk.makeFolder('odd'), 'got');
  await at('s3://lark-scratch/', 'README.md');
  for (const odd of ODD) {
    const open = await choose(page, ['README.md'], 'Copy to…');
    await open.getByLabel(/^To:/).fill(`s3://lark-scratch/${folder}${odd}`);
    await confirm(open, 'Copy', '1 copied');
  }
  const parents = new Map<string, string[]>();
  for (const odd of ODD) {
    const parent = folder + odd.slice(0, odd.lastIndexOf('/') + 1);
    parents.set(parent, [...(parents.get(parent) ?? []), folder + odd]);
  }
  for (const [parent, keys] of parents) {
    await at(`s3://lark-scratch/${parent}`, keys[0] ?? '');
    expect(await readRows(page, 'Objects')).toEqual(expect.arrayContaining(keys));
    for (const key of keys) {
      await rowOf(page, key).click();
      await page.keyboard.press('Control+c');
      await expect.poll(() => readSelection(scene.desk)).toBe(`s3://lark-scratch/${key}`);
      await saveObject(scene, page, key, file);
      expect((await untilEnded(scene.app)).files).toMatchObject({ done: 1 });
      expect(await readFile(file, 'utf8')).toMatch(/^# Workbench/);
      await rm(file);
    }
  }
  await at('s3://lark-scratch/', folder);
  const open = await choose(page, [folder], 'Delete…');
  await confirm(open, `Delete ${ODD.length}`, `${ODD.length} deleted`);
  await gone(folder);
});

test('every key of the demo’s odd bucket is copied and deleted, the longest one too', async () => {
  await at('s3://lark-odd-keys/', '/');
  await rowOf(page, '/').click();
  await page.keyboard.press('Control+a');
  await rowOf(page, '/').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Copy to…' }).click();
  const open = await dialog(page);
  await open.getByLabel(/^To:/).fill('s3://lark-scratch/');
  await confirm(open, /^Copy /, '29 copied');
  await at('s3://lark-scratch/', '/');
  await rowOf(page, '/').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  const erase = await dialog(page);
  const number = /^Delete \d+$/;
  await confirm(erase, number, /^\d+ deleted$/);
  await page.getByText('This bucket is empty.').waitFor();
});
