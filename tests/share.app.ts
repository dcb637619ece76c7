/** Links to one object on the demo's S3: they work for anybody, end when they say, and never come to the window. */

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSelection } from './harness/clipboard.ts';
import { DEVELOPMENT_SERVICE, openScene, type Scene, untilKept } from './harness/scene.ts';
import { goTo, readRow, readRows, selectRow } from './harness/screen.ts';
import { takeSession } from './harness/steps.ts';

const MINUTE = 60_000;

let scene: Scene;
let page: Page;

beforeAll(async () => {
  scene = await openScene();
  page = await takeSession(scene.app, scene.tray, 'alex');
});
afterAll(() => scene?.dispose());

const dialog = () => page.getByRole('dialog', { name: 'Share a link to one object' });

/** Both buckets have it; the folder is only in this one. */
const KEY = 'README.md';
const folderOf = { 'lark-reports-prod': 'exports/', 'lark-workbench': 'plans/' };

async function share(bucket: keyof typeof folderOf): Promise<void> {
  await goTo(page, `s3://${bucket}/`);
  await expect.poll(() => readRows(page, 'Objects')).toContain(folderOf[bucket]);
  await selectRow(page, 'Objects', KEY);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Share link…' }).click();
  await dialog().waitFor();
}

async function copied(): Promise<string> {
  await dialog().getByRole('button', { name: 'Copy link' }).click();
  await dialog().getByText('Link copied').waitFor();
  return readSelection(scene.desk);
}

async function close(): Promise<void> {
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
}

const within = (length: string) => dialog().getByRole('radio', { name: length });

test('a link reads the object for anybody, until it ends; its clipboard is cleared, and nothing of it was shown', async () => {
  const heard = await page.evaluateHandle(() => {
    const messages: string[] = [];
    window.daypass.onSnapshot((snapshot) => messages.push(JSON.stringify(snapshot)));
    return messages;
  });
  await share('lark-reports-prod');
  await within('15 min').check({ force: true });
  await dialog()
    .getByText(/^Works until (today|[A-Z][a-z]{2}) \d\d:\d\d\.$/)
    .waitFor();
  await dialog().locator('.code', { hasText: '/README.md?X-Amz-Expires=900&' }).waitFor();
  await dialog().getByRole('checkbox', { name: 'Download named' }).check();
  await dialog().getByRole('textbox', { name: 'File name' }).fill('Übersicht.md');
  const link = await copied();

  const answer = await fetch(link);
  expect(answer.status).toBe(200);
  expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(0);
  const query = new URL(link).searchParams;
  expect(query.get('response-content-disposition')).toContain("filename*=UTF-8''%C3%9Cbersicht.md");

  const token = query.get('X-Amz-Security-Token') ?? '';
  const signature = query.get('X-Amz-Signature') ?? '';
  expect(token.length).toBeGreaterThan(100);
  const shown = `${await page.content()}${JSON.stringify(await heard.jsonValue())}${scene.app.output()}`;
  const seen = await page.evaluate(() => window.daypass.run('activity.older', { before: 1_000_000 }));
  for (const secret of [token, signature, encodeURIComponent(token)]) {
    expect(shown).not.toContain(secret);
    expect(JSON.stringify(seen)).not.toContain(secret);
  }
  expect(JSON.stringify(seen)).toContain('readLinkCopied');
  const [account = ''] = await untilKept(scene.keyring, DEVELOPMENT_SERVICE, 1);
  expect(await scene.keyring.read(DEVELOPMENT_SERVICE, account)).toContain(token);

  await scene.app.control.moveClock(MINUTE + 1000);
  await expect.poll(() => readSelection(scene.desk)).toBe('');
  expect((await fetch(link)).status).toBe(200);
  await scene.app.control.moveClock(15 * MINUTE);
  expect((await fetch(link)).status).toBe(403);
  await close();
});

test('a link that would outlast its session says when it really ends', async () => {
  await share('lark-reports-prod');
  await within('24 h').check({ force: true });
  await dialog()
    .getByText(/^Works until .*, not 24 hours\.$/)
    .waitFor();
  const link = new URL(await copied());
  const { passes } = await scene.app.control.snapshot();
  const session = passes[0]?.session;
  const [, y, mo, d, h, mi, s] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(link.searchParams.get('X-Amz-Date') ?? '') ?? [];
  const begins = Date.UTC(Number(y), Number(mo) - 1, Number(d), Number(h), Number(mi), Number(s));
  const ends = begins + Number(link.searchParams.get('X-Amz-Expires')) * 1000;
  if (session?.kind !== 'active') throw new Error('no session');
  expect(ends).toBeLessThanOrEqual(session.expiresAt);
  expect(ends).toBeGreaterThan(session.expiresAt - 5000);
  await close();
});

const wish = {
  ...{ bucket: 'lark-workbench', key: KEY, version: null, seconds: 900 },
  ...{ method: 'PUT' as const, fileName: null },
};
const ask = async (typed: string | null) => {
  const [pass] = (await scene.app.control.snapshot()).passes;
  const input = { ...wish, pass: pass?.id ?? '', typed };
  const reply = await page.evaluate((link) => window.daypass.run('link.copy', link), input);
  return reply.ok ? 'copied' : reply.failure.code;
};

test('a link that replaces takes other bytes, whatever their checksum', async () => {
  await share('lark-workbench');
  await within('Replace it').check({ force: true });
  const link = await copied();
  const answer = await fetch(link, { method: 'PUT', body: 'Other words.' });
  expect([answer.status, await answer.text()]).toEqual([200, '']);
  await close();
  // The row that is on screen already: listed again, it says what is there now.
  await page.keyboard.press('Control+r');
  await expect.poll(async () => (await readRow(page, 'Objects', KEY))[1]).toBe('12 B');
  await share('lark-workbench');
  expect(await (await fetch(await copied())).text()).toBe('Other words.');
  await close();
});

test('production asks for the name of the bucket, here and in the process that signs', async () => {
  const [pass] = (await scene.app.control.snapshot()).passes;
  const guard = (guarded: boolean) =>
    page.evaluate((edit) => window.daypass.run('pass.edit', edit), { pass: pass?.id ?? '', guarded });
  await guard(true);
  await share('lark-workbench');
  await within('Replace it').check({ force: true });
  const name = dialog().getByRole('textbox', { name: /Type lark-workbench to go on/ });
  await name.fill('lark-work');
  expect(await dialog().getByRole('button', { name: 'Copy link' }).isDisabled()).toBe(true);
  expect([await ask(null), await ask('lark-work')]).toEqual(['s3-guarded', 's3-guarded']);
  await name.fill('lark-workbench');
  expect(await copied()).toContain('X-Amz-Signature=');
  await close();
  await guard(false);
});

test('a read-only pass has no link that replaces, and none is signed for it', async () => {
  await page.getByRole('button', { name: 'More for this pass' }).click();
  await page.getByRole('menuitem', { name: 'Sign in read-only' }).click();
  await scene.app.untilSnapshot('a read-only session', ({ passes: [pass] }) => {
    return pass?.session.kind === 'active' && pass.session.scope === 'read-only';
  });
  await share('lark-workbench');
  await dialog().getByText('Read it. This pass is read-only.').waitFor();
  expect(await within('Replace it').count()).toBe(0);
  expect(await ask(null)).toBe('s3-read-only');
  expect((await fetch(await copied())).status).toBe(200);
});
