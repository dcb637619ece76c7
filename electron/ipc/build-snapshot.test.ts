import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Failure } from '../contract/failure.ts';
import { quietSnapshot } from '../contract/snapshot.test-parts.ts';
import type { PromptView, SigninView, TradeState, TransferView } from '../contract/snapshot.ts';
import { createClipboard } from '../handout/clipboard.ts';
import { createClock } from '../lib/clock.ts';
import { createSessions } from '../session/service.ts';
import { DEFAULT_PREFERENCES } from '../settings/schema.ts';
import { createSettings } from '../settings/service.ts';
import type { SigninState } from '../signin/machine.ts';
import { createVault } from '../vault/vault.ts';
import { buildSnapshot, type SnapshotParts } from './build-snapshot.ts';

const SECRET = 'PLANTED';
const planted = <T extends object>(value: T): T => {
  return { ...value, secretAccessKey: SECRET, assertion: SECRET, password: SECRET };
};
const refused: Failure = { code: 'role-not-offered', retry: 'never', subject: 'a role' };
const roleArn = (name: string) => `arn:aws:iam::111122223333:role/team/${name}`;
const providerArn = 'arn:aws:iam::111122223333:saml-provider/CorpIdP';
const organisation = (id: string, more: object = {}) => {
  return { id, name: id, signInUrl: 'https://idp.corp.example:8443/sso', region: 'eu-west-1', ...more };
};
const pass = (id: string, more: object = {}) => {
  const name = { id, label: id, organisation: 'corp', region: 'eu-west-1' };
  return { ...name, roleArn: roleArn(id), providerArn, ...more };
};
const { transferTotals } = quietSnapshot();
const transfer: TransferView = {
  ...{ id: 't', kind: 'download', pass: 'live', bucket: 'bucket', name: 'key', count: 1, prefix: 'a/' },
  ...{ object: 'a/key', orderedAt: 1, progress: null },
};
const asks = { id: 'prompt-1', kind: 'proxyPassword', organisation: 'corp' } as const;
const prompt: PromptView = { ...asks, host: 'proxy:3128', realm: 'Corp', triesLeft: 3 };
const roleView = (name: string) => {
  const account = { accountId: '111122223333', accountName: null };
  return { roleArn: roleArn(name), ...account, roleName: name, rolePath: '/team/' };
};
const offer = (name: string, kept: string | null) => {
  return { ...roleView(name), providerArn, wanted: false, pass: kept };
};
const trades: Record<string, TradeState> = {
  a: { kind: 'pending' },
  b: { kind: 'saved' },
  c: { kind: 'failed', failure: refused },
};
/** What is told of each sign-in; `elsewhere` is kept by a pass of another organisation. */
const told: SigninView[] = [
  { kind: 'idle' },
  { kind: 'waitingForIdp', organisation: 'corp', hosts: ['a', 'b'], channel: 'https', where: 'Chromium' },
  {
    kind: 'confirming',
    organisation: 'corp',
    doubt: {
      origin: { known: ['https://idp.corp.example'], now: null },
      issuer: null,
      accounts: { known: ['111122223333'], now: ['444455556666'] },
    },
    validUntil: 1234,
  },
  {
    kind: 'choosingRoles',
    organisation: 'corp',
    offers: [offer('live', 'live'), offer('new', null), offer('elsewhere', null)],
    ignored: 2,
    validUntil: 1234,
  },
  { kind: 'trading', organisation: 'corp', passes: trades },
  { kind: 'done', organisation: 'corp', passes: trades },
  { kind: 'failed', organisation: 'corp', failure: refused },
];
/** What the service holds then. */
function heldFor(view: SigninView): SigninState {
  if (view.kind === 'idle') return view;
  if (view.kind !== 'choosingRoles') return planted({ ...view, attempt: 1 });
  const names = ['live', 'new', 'elsewhere', 'not a role'];
  const offers = names.map((name) => planted({ roleArn: roleArn(name), providerArn }));
  return planted({ ...view, attempt: 1, offers });
}

const nothing = () => {};
const signinOrders = {
  start: nothing,
  confirm: nothing,
  choose: nothing,
  cancel: nothing,
  stop: async () => {},
  show: nothing,
  dismiss: nothing,
  renew: async () => ({ kind: 'idle' }) as const,
  cancelRenewals: nothing,
  running: () => null,
  signInTo: async () => ({ kind: 'idle' }) as const,
};
const facts = quietSnapshot().app;

let folder: string;
beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-03-04T10:00:00Z') });
  folder = mkdtempSync(join(tmpdir(), 'daypass-snapshot-'));
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

/** The real services, with a secret in whatever they hold, and in fields that nobody asked for. */
async function house(organisations: object[] = [organisation('corp'), organisation('other')]) {
  const passes = [pass('live'), pass('idle'), pass('elsewhere', { organisation: 'other' })];
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ version: 1, organisations, passes }));
  const clock = createClock();
  const real = createSettings(folder, 'linux', clock.now);
  const settings = {
    ...real,
    organisations: () => real.organisations().map(planted),
    passes: () => [...real.passes().map(planted), planted(pass('odd', { roleArn: 'no role' }))],
    preferences: () => planted(real.preferences()),
  };
  const entries = new Map<string, string>();
  const keychain = {
    get: async (account: string) => entries.get(account) ?? null,
    set: async (account: string, value: string) => void entries.set(account, value),
    delete: async (account: string) => entries.delete(account),
  };
  const vault = createVault(keychain, { read: () => [...entries.keys()], write: nothing }, nothing);
  const sessions = createSessions({
    vault,
    clock,
    log: nothing,
    notifyMinutesBefore: () => 10,
    signedOut: { read: () => [], write: nothing },
    changed: nothing,
  });
  const times = { startedAt: clock.now(), expiresAt: clock.now() + 3_600_000 };
  await sessions.take(
    'live',
    planted({ accessKeyId: SECRET, sessionToken: SECRET, ...times, scope: 'full', secretAccessKey: '' }),
  );
  expect([...entries.values()].join()).toContain(SECRET);
  const clipboard = createClipboard(
    { write: nothing, writeSecret: nothing, history: 'excluded', selections: [] },
    clock,
    nothing,
  );
  await clipboard.copyCredentials('live', 'fish', SECRET, 60);

  const failureOf = (id: string) => (id === 'idle' ? refused : null);
  const isRenewing = (id: string) => id === 'live';
  const signin = (state: SigninState) => {
    return { ...signinOrders, state: () => planted(state), failureOf, isRenewing };
  };
  const offline = { id: 'renewal-offline', failure: { code: 'renewal-offline', retry: 'now' } } as const;
  const renewals = { notices: () => [offline] };
  const transfers = { shown: () => ({ transfers: [transfer], transferTotals }) };
  const prompts = { views: () => [prompt] };
  const refusalOf: SnapshotParts['refusalOf'] = ({ id }) => (id === 'other' ? refused : null);
  const programs = { asked: () => planted({ organisation: 'corp', program: 'corp-verify', host: 'idp' }) };
  const agent = {
    handouts: () => [
      planted({ at: 1, pass: 'live', way: 'command', tool: 'aws', times: 2, waitedMs: 0 } as const),
    ],
    command: () => ({ path: '/home/alex/.daypass/bin/daypass', onPath: true, failure: null }),
    isEndpointOpen: (id: string) => id === 'live',
  };
  const rest = {
    agent,
    transfers,
    programs,
    app: () => facts,
    show: () => ({ seq: 7, pass: 'live' }),
    now: clock.now,
    refusalOf,
    clockNotice: () => null,
    console: { notices: () => [] },
    activity: () => ({ newest: [], total: 0 }),
  };
  return (state: SigninState = { kind: 'idle' }) =>
    buildSnapshot(
      { ...rest, settings, sessions, renewals, vault, prompts, clipboard, signin: signin(state) },
      42,
    );
}

it.each(told.map((view) => [view.kind, view] as const))(
  'no secret reaches the screen while sign-in is %s, only what the contract names',
  async (_kind, view) => {
    const snapshot = (await house())(heldFor(view));
    expect(snapshot.signin).toEqual(view);
    expect(JSON.stringify(snapshot)).not.toContain(SECRET);
    expect(structuredClone(snapshot)).toEqual(snapshot);
  },
);

it('everything that the contract names is there, and nothing else', async () => {
  const at = Date.now();
  const address = { signInUrl: 'https://idp.corp.example:8443/sso', region: 'eu-west-1' };
  const place = { host: 'idp.corp.example:8443', foreignStsHost: null, ...address, demo: false };
  const free = { s3Endpoint: null, browser: 'window', keepSignedIn: false, managed: false, byHand: [] };
  expect((await house())()).toEqual({
    revision: 42,
    at,
    app: facts,
    organisations: [
      { id: 'corp', name: 'corp', ...place, ...free, refusal: null },
      { id: 'other', name: 'other', ...place, ...free, refusal: refused },
    ],
    passes: [
      {
        id: 'live',
        organisation: 'corp',
        label: 'live',
        region: 'eu-west-1',
        ...roleView('live'),
        durationSeconds: null,
        guarded: false,
        managed: false,
        endpoint: true,
        awsProfile: null,
        session: {
          kind: 'active',
          startedAt: at,
          expiresAt: at + 3_600_000,
          kept: 'keychain',
          scope: 'full',
        },
        scope: 'full',
        chained: null,
        renewing: true,
        failure: null,
      },
      expect.objectContaining({ id: 'idle', session: { kind: 'none' }, renewing: false, failure: refused }),
      expect.objectContaining({ id: 'elsewhere', organisation: 'other' }),
    ],
    signin: { kind: 'idle' },
    programQuestion: { organisation: 'corp', program: 'corp-verify', host: 'idp' },
    keychain: { kind: 'ok' },
    notices: [{ id: 'renewal-offline', failure: { code: 'renewal-offline', retry: 'now' } }],
    places: { bookmarks: [], recents: [] },
    transfers: [transfer],
    transferTotals,
    prompts: [prompt],
    activity: { newest: [], total: 0 },
    preferences: { ...DEFAULT_PREFERENCES, copyFormat: 'bash' },
    handouts: [{ at: 1, pass: 'live', way: 'command', tool: 'aws', times: 2, waitedMs: 0 }],
    command: { path: '/home/alex/.daypass/bin/daypass', onPath: true, failure: null },
    managed: null,
    clipboard: { pass: 'live', format: 'fish', clearsAt: at + 60_000 },
    show: { seq: 7, pass: 'live' },
  });
});

it.each([
  [undefined, null],
  ['https://sts.eu-west-1.amazonaws.com', null],
  ['https://sts-fips.us-east-1.amazonaws.com', null],
  ['https://sts.cn-north-1.amazonaws.com.cn', null],
  ['http://127.0.0.1:4711/sts', null],
  ['http://[::1]:4711/sts', null],
  ['https://sts.corp.example:8443/path', 'sts.corp.example:8443'],
  ['https://sts.amazonaws.com.evil.example', 'sts.amazonaws.com.evil.example'],
  ['https://127.0.0.1.evil.example', '127.0.0.1.evil.example'],
  ['https://еvil.example', 'xn--vil-qdd.example'],
])('credentials asked of %s name the host %s', async (sts, host) => {
  const snapshot = (await house([organisation('corp', sts === undefined ? {} : { endpoints: { sts } })]))();
  expect(snapshot.organisations[0]?.foreignStsHost).toBe(host);
});

it('only the organisation with the demo’s id is the demo', async () => {
  const named = (await house([organisation('demo'), organisation('corp', { name: 'demo' })]))();
  expect(named.organisations.map(({ demo }) => demo)).toEqual([true, false]);
});
