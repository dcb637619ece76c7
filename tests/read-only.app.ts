/**
 * A read-only session, looked through: wherever a full one offers something that writes, it offers nothing of the kind;
 * and the S3 process refuses what the window's own port orders.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { madeVersionId } from '../demo/s3/store/version.ts';
import type { WorkTask } from '../electron/contract/s3-work.ts';
import { rowOf } from './harness/actions.ts';
import { openScene, type Scene } from './harness/scene.ts';
import { goTo } from './harness/screen.ts';
import { takeSession } from './harness/steps.ts';

const BENCH = 's3://lark-workbench/';
const CATALOGUE = 'plans/autumn-catalogue.md';
const DELETED = 'plans/old-price-list.csv';
const LEDGER = 'archive/2022/ledger.csv';

let scene: Scene;
let page: Page;

beforeAll(async () => {
  scene = await openScene();
  page = await takeSession(scene.app, scene.tray, 'alex');
  await page.evaluate(keepPort);
});
afterAll(() => scene?.dispose());

/** How what writes begins, on buttons, in menus, of choices and fields. */
const WRITES =
  /^(Rename|Copy to|Move to|Edit|Delete(?!d here)|Restore|New folder|New name|Put|Make it|Undo|Replace|Take|Upload)/;

/** Of all that can be pressed or filled in on screen, what writes. */
async function writing(): Promise<string[]> {
  const seen = await page.locator('body').ariaSnapshot();
  const controls = /^\s*- '?(?:button|menuitem|menuitemradio|radio|checkbox|textbox|combobox) "([^"]*)"/gm;
  return [...seen.matchAll(controls)].map(([, name = '']) => name).filter((name) => WRITES.test(name));
}

const panel = () => page.getByRole('complementary', { name: 'Object' });
const menu = () => page.getByRole('menu');
async function closeMenu(): Promise<void> {
  await page.keyboard.press('Escape');
  await menu().waitFor({ state: 'detached' });
}
async function at(key: string): Promise<void> {
  await goTo(page, BENCH + key.slice(0, key.lastIndexOf('/') + 1));
  await rowOf(page, key).waitFor();
}
async function rowMenu(...keys: string[]): Promise<string[]> {
  for (const [index, key] of keys.entries())
    await rowOf(page, key).click({ modifiers: index === 0 ? [] : ['Control'] });
  await rowOf(page, keys.at(-1) ?? '').click({ button: 'right' });
  return inMenu();
}
async function buttonMenu(name: string | RegExp): Promise<string[]> {
  await page.getByRole('button', { name }).first().click();
  return inMenu();
}
async function inMenu(): Promise<string[]> {
  await menu().waitFor();
  const found = await writing();
  await closeMenu();
  return found;
}
async function inTab(name: RegExp, told: string | RegExp): Promise<string[]> {
  await panel().getByRole('tab', { name }).click();
  await panel().getByText(told).first().waitFor();
  return writing();
}
async function look(key: string): Promise<void> {
  await at(key);
  await rowOf(page, key).dblclick();
  await panel().waitFor();
}
/** The dialog that is opened by this, and closed again. */
async function inDialog(name: string, told: string | RegExp): Promise<string[]> {
  const dialog = page.getByRole('dialog', { name });
  await dialog.getByText(told).first().waitFor();
  const found = await writing();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  return found;
}

/** Every place where something can be begun, and what of it writes. */
async function lookThrough(): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  await at('README.md');
  found['menu of an object'] = await rowMenu('README.md');
  found['menu of a folder'] = await rowMenu('plans/');
  found['menu of several'] = await rowMenu('README.md', 'plans/');
  found['menu of the folder on screen'] = await buttonMenu('More for this folder');
  await look(LEDGER);
  found['details of what is archived'] = await inTab(/^Details/, 'none asked for');
  await look(CATALOGUE);
  found['menu of the panel'] = await buttonMenu('More for this object');
  found.tags = await inTab(/^Tags/, 'No tags.');
  await inTab(/^Versions/, '4 versions');
  const versions = panel().getByRole('listitem');
  await versions
    .last()
    .getByRole('button', { name: /^More for the version/ })
    .click();
  found['menu of an old version'] = await inMenu();
  await versions.last().getByRole('button', { name: /^Open/ }).click();
  await panel().getByText('not the present one').waitFor();
  found['menu of the panel, of an old version'] = await buttonMenu('More for this object');
  await panel().getByRole('button', { name: 'Present one' }).click();
  await panel().getByRole('button', { name: 'Share link…' }).click();
  found['a link'] = await inDialog('Share a link to one object', 'Works until');
  await goTo(page, `${BENCH}${DELETED}?versionId=${madeVersionId(DELETED, 0)}`);
  await panel().getByText('not the present one').waitFor();
  found['versions of what is deleted'] = await inTab(/^Versions/, 'deleted now');
  await page.getByRole('button', { name: 'More for this folder' }).click();
  await page.getByRole('menuitem', { name: 'Deleted here…' }).click();
  found['deleted here'] = await inDialog('Deleted here', '1 object, that is all.');
  return found;
}

/** What is on screen once a key was pressed on a row. */
async function opensAfter(key: string): Promise<string[]> {
  await rowOf(page, CATALOGUE).click();
  await page.keyboard.press(key);
  return writing();
}

test('a full session offers what writes in each of these places', async () => {
  for (const [place, names] of Object.entries(await lookThrough()))
    expect([place, names.length]).not.toEqual([place, 0]);
});

test('a read-only one offers none of it', async () => {
  await page.getByRole('button', { name: 'More for this pass' }).click();
  await page.getByRole('menuitem', { name: 'Sign in read-only' }).click();
  await scene.app.untilSnapshot('a read-only session', ({ passes: [pass] }) => {
    return pass?.session.kind === 'active' && pass.session.scope === 'read-only';
  });
  await panel().getByText('This session may only read.').waitFor();
  const found = await lookThrough();
  expect(Object.values(found).flat()).toEqual([]);
  await panel().getByText('This session may only read.').waitFor();
});

test('and no key opens what writes', async () => {
  await at(CATALOGUE);
  for (const key of ['Delete', 'Backspace', 'F2', 'Control+Shift+N'])
    expect(await opensAfter(key)).toEqual([]);
  await page.keyboard.press('Shift+F10');
  await menu().waitFor();
  await closeMenu();
  expect(await page.getByRole('dialog').or(page.getByRole('alertdialog')).count()).toBe(0);
});

interface WithPort {
  s3Port?: MessagePort;
}
/** Runs in the page: keeps the port that the window itself speaks through. */
function keepPort(): void {
  const post = MessagePort.prototype.postMessage;
  MessagePort.prototype.postMessage = function (this: MessagePort, message: unknown) {
    if (typeof message === 'object' && message !== null && 'op' in message)
      (window as unknown as WithPort).s3Port = this;
    post.call(this, message);
  };
}
/** Runs in the page: what is answered to a message of this number. */
function askByPort(ask: { id: number }): Promise<unknown> {
  const port = (window as unknown as WithPort).s3Port;
  if (!port) throw new Error('the window has spoken to nobody');
  return new Promise((resolve) => {
    port.addEventListener('message', ({ data }) => {
      if (data.id === ask.id) resolve(data);
    });
    port.postMessage(ask);
  });
}

const one = { kind: 'object', key: CATALOGUE, version: null } as const;
const tasks: WorkTask[] = [
  { task: 'delete', targets: [one], everyVersion: false },
  { task: 'delete', targets: [{ kind: 'folder', prefix: 'plans/' }], everyVersion: true },
  { task: 'undelete', markers: [{ key: CATALOGUE, version: 'v' }] },
  {
    task: 'copy',
    toBucket: 'lark-scratch',
    sources: [{ ...one, toKey: 'taken.md' }],
    move: false,
    replace: false,
  },
  { task: 'newFolder', prefix: 'new/' },
  { task: 'tags', targets: [one], put: [{ name: 'a', value: 'b' }], remove: [] },
  { task: 'headers', targets: [one], change: { contentType: 'text/html' } },
  { task: 'restore', targets: [{ ...one, key: LEDGER }], tier: 'Bulk', days: 1 },
];

test.each(tasks.map((task, index) => [task.task, task, index] as const))(
  'the S3 process refuses %s, ordered by the window’s own port',
  async (_name, task, index) => {
    const pass = (await scene.app.control.snapshot()).passes[0]?.id ?? '';
    const ask = {
      id: 900_000 + index,
      op: 'work',
      pass,
      bucket: 'lark-workbench',
      task,
      typed: 'lark-workbench',
    };
    expect(await page.evaluate(askByPort, ask)).toMatchObject({
      kind: 'failed',
      failure: { code: 's3-read-only' },
    });
  },
);
