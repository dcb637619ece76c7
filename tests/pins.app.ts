/**
 * Nobody else's sign-in: who answered first is pinned; another page, issuer or account is asked about by name,
 * and takes nothing unless the person says yes.
 */
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DoubtView } from '../electron/contract/snapshot.ts';
import { type Corp, openCorp, posting } from './harness/corp.ts';
import { base64, samlResponse } from './harness/saml.ts';
import { openScene, type Scene } from './harness/scene.ts';

const KNOWN_ISSUER = 'https://idp.corp.example/';
const STRANGE_ISSUER = 'https://idp.stranger.example/';
const roleIn = (account: string) =>
  `arn:aws:iam::${account}:role/S3AccessRole,arn:aws:iam::${account}:saml-provider/Corp`;

let corp: Corp;
let stranger: Corp;
let scene: Scene;
let main: Page;

beforeEach(async () => {
  corp = await openCorp();
  stranger = await openCorp();
  scene = await openScene({
    app: async (desk) => ({
      demo: false,
      env: { DAYPASS_HOME: await corp.home(desk), DAYPASS_ALLOW_ANY_RUNTIME: '1' },
    }),
  });
  main = await scene.app.main();
});
afterEach(async () => {
  await scene?.dispose();
  await corp?.close();
  await stranger?.close();
});

function answer(parts: { issuer?: string; account?: string } = {}): string {
  const text = samlResponse({ roles: [roleIn(parts.account ?? '111122223333')] });
  return base64(text.replaceAll(KNOWN_ISSUER, parts.issuer ?? KNOWN_ISSUER));
}

async function begin(): Promise<void> {
  await main.evaluate(() => window.daypass.run('signin.dismiss', {}));
  await main.evaluate(() => window.daypass.run('signin.start', { organisation: 'corp' }));
}

const done = () => scene.app.untilSnapshot('done', ({ signin }) => signin.kind === 'done');
const trades = () => corp.seen.filter((request) => request === 'POST /sts').length;

async function firstSignin(): Promise<void> {
  corp.idp = () => posting(answer());
  await begin();
  await done();
}

async function asked(): Promise<DoubtView> {
  const { signin } = await scene.app.untilSnapshot(
    'a question',
    ({ signin: { kind } }) => kind === 'confirming',
  );
  return signin.kind === 'confirming' ? signin.doubt : { origin: null, issuer: null, accounts: null };
}

const cases: [string, () => void, () => DoubtView][] = [
  [
    'another issuer',
    () => {
      corp.idp = () => posting(answer({ issuer: STRANGE_ISSUER }));
    },
    () => ({ origin: null, issuer: { known: [KNOWN_ISSUER], now: STRANGE_ISSUER }, accounts: null }),
  ],
  [
    'another page',
    () => {
      corp.idp = () => ({ status: 302, headers: { location: `${stranger.origin}/login` }, body: '' });
      stranger.idp = () => posting(answer());
    },
    () => ({ origin: { known: [corp.origin], now: stranger.origin }, issuer: null, accounts: null }),
  ],
  [
    'another account',
    () => {
      corp.idp = () => posting(answer({ account: '444455556666' }));
    },
    () => ({ origin: null, issuer: null, accounts: { known: ['111122223333'], now: ['444455556666'] } }),
  ],
];

test.each(cases)(
  '%s is asked about; no takes nothing, yes goes on and is asked no more',
  async (_what, arrange, doubt) => {
    await firstSignin();
    const before = trades();
    arrange();

    await begin();
    expect(await asked()).toEqual(doubt());
    const no = main.getByRole('button', { name: 'No, stop here' });
    await no.waitFor({ state: 'visible' });
    await expect.poll(() => no.evaluate((button) => button === document.activeElement)).toBe(true);
    await main.keyboard.press('Enter');
    await scene.app.untilSnapshot('nothing', ({ signin }) => signin.kind === 'idle');
    expect(trades()).toBe(before);

    await begin();
    expect(await asked()).toEqual(doubt());
    await main.getByRole('button', { name: 'Yes, this is right' }).click();
    await scene.app.untilSnapshot('an end', ({ signin }) => ['done', 'choosingRoles'].includes(signin.kind));
    await main.evaluate(() => window.daypass.run('signin.cancel', {}));

    await begin();
    const { signin } = await scene.app.untilSnapshot('an end', ({ signin: { kind } }) =>
      ['done', 'choosingRoles', 'confirming'].includes(kind),
    );
    expect(signin.kind).not.toBe('confirming');
  },
);
