/** Links to one object on the demo's S3: they work for anybody, end when they say, and never come to the window. */

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSelection } from './harness/clipboard.ts';
import { DEVELOPMENT_SERVICE, openScene, type Scene, untilKept } from './harness/scene.ts';
import { goTo, readRows, selectRow } from './harness/screen.ts';
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

async function share(folder: string, key: string): Promise<void> {
  await goTo(page, `s3://lark-reports-prod/${folder}`);
  await readRows(page, 'Objects');
  await selectRow(page, 'Objects', key);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Share link…' }).click();
  await dialog().waitFor();
}

async function copied(): Promise<string> {
  await dialog().getByRole('button', { name: 'Copy link' }).click();
  await dialog().getByText('Link copied').waitFor();
  return readSelection(scene.desk);
}

const within = (length: string) => dialog().getByRole('radio', { name: length });

test('a link reads the object for anybody, until it ends; its clipboard is cleared, and nothing of it was shown', async () => {
  const heard = await page.evaluateHandle(() => {
    const messages: string[] = [];
    window.daypass.onSnapshot((snapshot) => messages.push(JSON.stringify(snapshot)));
    return messages;
  });
  await share('', 'README.md');
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
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
});

test('a link that would outlast its session says when it really ends', async () => {
  await share('', 'README.md');
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
  await page.keyboard.press('Escape');
});
