/**
 * Signing out of an organisation makes its pages forget the person and leaves the others alone; *Forget
 * everything* leaves no entry, no cookie and no file of ours, and what Chromium writes for itself is named.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RunningApp } from './harness/app.ts';
import { type Corp, openCorp, posting, writeHome } from './harness/corp.ts';
import { base64, samlResponse } from './harness/saml.ts';
import { openScene, type Scene, untilKept } from './harness/scene.ts';

const COOKIE = 'cookie-of-the-sign-in-page';
const STORED = 'stored-by-the-sign-in-page';

/** What Chromium keeps for itself in a data folder, with nothing of a person in it. */
const CHROMIUMS = [
  // Of the test's own way in.
  'DevToolsActivePort',
  'Cache',
  'Code Cache',
  'Cookies',
  'Cookies-journal',
  'Crashpad',
  'DIPS',
  'DIPS-wal',
  'DIPS-shm',
  'Dictionaries',
  'GPUCache',
  'DawnGraphiteCache',
  'DawnWebGPUCache',
  'DawnCache',
  'Local State',
  'Local Storage',
  'Network Persistent State',
  'Partitions',
  'Preferences',
  'Session Storage',
  'Shared Dictionary',
  'SharedStorage',
  'SingletonCookie',
  'SingletonLock',
  'SingletonSocket',
  'Trust Tokens',
  'Trust Tokens-journal',
  'TransportSecurity',
  'WebStorage',
  'blob_storage',
  'lockfile',
];

let corp: Corp;
let other: Corp;
let scene: Scene;
let main: Page;

beforeEach(async () => {
  corp = await openCorp();
  other = await openCorp();
  for (const company of [corp, other]) {
    company.idp = () => {
      const answer = posting(base64(samlResponse()));
      const cookie = `sso=${COOKIE}; Max-Age=86400; Path=/; HttpOnly`;
      const body = answer.body.replace('<script>', `<script>localStorage.setItem('sso', '${STORED}');`);
      return { ...answer, body, headers: { 'set-cookie': cookie } };
    };
  }
  scene = await openScene({
    app: async (desk) => ({
      demo: false,
      env: {
        // The folder's own name stands in Chromium's logs, so it must not be one that is looked for.
        DAYPASS_HOME: await writeHome(
          desk,
          { version: 1, organisations: [organisation('corp', corp), organisation('other', other)] },
          'data-folder',
        ),
        DAYPASS_ALLOW_ANY_RUNTIME: '1',
      },
    }),
  });
  main = await scene.app.main();
  await signIn('corp');
  await signIn('other');
  await untilKept(scene.keyring, SERVICE, 2);
});
afterEach(async () => {
  await scene?.dispose();
  await corp?.close();
  await other?.close();
});

const SERVICE = 'Daypass';

function organisation(id: string, { origin }: Corp): object {
  const endpoints = { sts: `${origin}/sts`, s3: `${origin}/s3`, s3ForcePathStyle: true };
  return { id, name: id, signInUrl: `${origin}/login`, region: 'eu-west-1', endpoints };
}

async function signIn(id: string): Promise<void> {
  await main.evaluate((org) => window.daypass.run('signin.start', { organisation: org }), id);
  await scene.app.untilSnapshot(
    `a session of ${id}`,
    ({ passes, signin }) =>
      signin.kind === 'done' &&
      passes.some(({ organisation: of, session }) => of === id && session.kind === 'active'),
  );
  await main.evaluate(() => window.daypass.run('signin.dismiss', {}));
}

function cookiesOf(app: RunningApp, id: string): Promise<number> {
  return app.electron.evaluate(
    async ({ session }, partition) => (await session.fromPartition(partition).cookies.get({})).length,
    `persist:idp-${id}`,
  );
}

/** Files under the data folder that hold one of the words. */
async function filesWith(words: readonly string[], folder = scene.app.home): Promise<string> {
  return (await scene.desk.run('grep', ['-rlaE', words.join('|'), folder])).stdout.trim();
}

async function listed(): Promise<string[]> {
  return (await scene.desk.run('ls', ['-A', scene.app.home])).stdout.trim().split('\n');
}

test('signing out of one organisation forgets its sessions and its pages’ cookies at once, and no other’s', async () => {
  expect(await cookiesOf(scene.app, 'corp')).toBe(1);
  await scene.tray.choose('corp');
  await untilKept(scene.keyring, SERVICE, 1);
  await expect.poll(() => cookiesOf(scene.app, 'corp')).toBe(0);
  expect(await cookiesOf(scene.app, 'other')).toBe(1);
  const { passes } = await scene.app.control.snapshot();
  const kinds = passes.map(({ organisation: id, session }) => [id, session.kind]);
  expect(Object.fromEntries(kinds)).toEqual({ corp: 'none', other: 'active' });
  await expect
    .poll(() => filesWith([COOKIE, STORED], join(scene.app.home, 'Partitions', 'idp-corp')))
    .toBe('');
});

test('an open sign-in page goes when the person signs out of its organisation', async () => {
  corp.idp = () => ({ body: '<h1>Password</h1>' });
  await main.evaluate(() => window.daypass.run('signin.start', { organisation: 'corp' }));
  await scene.app.login();
  await main.getByRole('button', { name: 'More for organisations' }).click();
  await main.getByRole('menuitem', { name: 'Sign out of corp' }).click();
  await scene.app.untilSnapshot('no sign-in', ({ signin }) => signin.kind === 'idle');
  await expect.poll(() => scene.app.electron.windows().length).toBe(1);
  await untilKept(scene.keyring, SERVICE, 1);
});

test('forget everything leaves nothing of ours, now and after the next start', async () => {
  await writeFile(join(scene.app.home, 'settings.json.broken-2026-01-01'), '{');
  await main.locator('[data-page=settings]').click();
  await main.getByRole('tab', { name: 'About' }).click();
  await main.getByRole('button', { name: 'Forget everything…' }).click();
  const dialog = main.getByRole('alertdialog');
  await dialog.getByText('can’t be brought back').waitFor({ state: 'visible' });
  await dialog.getByRole('button', { name: 'Forget everything' }).click();

  await main.getByRole('heading', { level: 1 }).waitFor({ state: 'visible' });
  await scene.app.untilSnapshot('a first run', ({ app }) => !app.configured);
  await untilKept(scene.keyring, SERVICE, 0);
  expect(await cookiesOf(scene.app, 'corp')).toBe(0);
  expect(await cookiesOf(scene.app, 'other')).toBe(0);
  expect((await listed()).filter((name) => !CHROMIUMS.includes(name))).toEqual([]);

  await scene.app.quit();
  expect((await listed()).filter((name) => !CHROMIUMS.includes(name))).toEqual([]);
  const app = await scene.restart();
  expect((await app.control.snapshot()).app.configured).toBe(false);
  const partitions = await scene.desk.run('ls', ['-A', join(app.home, 'Partitions')]);
  expect(partitions.stdout).not.toContain('idp-');
  await app.quit();
  const left = [
    COOKIE,
    STORED,
    'corp',
    `127\\.0\\.0\\.1:(${[corp, other].map(({ origin }) => new URL(origin).port).join('|')})`,
  ];
  expect(await filesWith(left)).toBe('');
});
