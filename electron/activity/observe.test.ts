import { describe, expect, test } from 'vitest';
import type { Failure } from '../contract/failure.ts';
import { organisationView, passView, quietSnapshot } from '../contract/snapshot.test-parts.ts';
import type { PassView, SessionView, SigninView, Snapshot } from '../contract/snapshot.ts';
import { observe } from './observe.ts';
import { createActivity } from './service.ts';

const AT = 1_000_000_000;
const corp = organisationView();
const active = (startedAt = AT - 1000): SessionView => ({
  kind: 'active',
  startedAt,
  expiresAt: AT + 1000,
  kept: 'keychain',
  scope: 'full',
});
const refused: Failure = { code: 'sts-role-refused', retry: 'never', raw: '403' };
const calm = quietSnapshot({ at: AT, organisations: [corp], passes: [passView()] });
const kinds = (before: Partial<Snapshot>, after: Partial<Snapshot>) =>
  observe({ ...calm, ...before }, { ...calm, ...after }).map(({ kind }) => kind);
const passes = (...parts: Partial<PassView>[]) => ({ passes: parts.map(passView) });

describe('sessions', () => {
  const ended: SessionView = { kind: 'ended', startedAt: 0, endedAt: AT };
  test.each<[string, SessionView, SessionView, string[]]>([
    ['given out just now', { kind: 'none' }, active(), ['sessionBegan']],
    ['given out after an ended one', ended, active(), ['sessionBegan']],
    ['read back from the keychain', { kind: 'none' }, active(AT - 3_600_000), ['sessionRestored']],
    ['renewed', active(AT - 5000), active(), ['sessionRenewed']],
    ['the same as before', active(), active(), []],
    ['at its end', active(), ended, ['sessionEnded']],
    ['signed out', active(), { kind: 'none' }, ['sessionDropped']],
    ['forgotten after its end', ended, { kind: 'none' }, []],
  ])('a session %s', (_what, before, after, expected) => {
    expect(kinds(passes({ session: before }), passes({ session: after }))).toEqual(expected);
  });

  test('a refusal is told once, and again when it is another', () => {
    const other = { ...refused, raw: '500' };
    expect(kinds(passes({}), passes({ failure: refused }))).toEqual(['passRefused']);
    expect(kinds(passes({ failure: refused }), passes({ failure: { ...refused } }))).toEqual([]);
    expect(kinds(passes({ failure: refused }), passes({ failure: other }))).toEqual(['passRefused']);
    expect(kinds(passes({ failure: refused }), passes({}))).toEqual([]);
  });
});

describe('passes', () => {
  test('one that is kept and one that is removed', () => {
    expect(kinds({ passes: [] }, passes({ session: active() }))).toEqual(['passKept', 'sessionBegan']);
    expect(kinds(passes({}), { passes: [] })).toEqual(['passRemoved']);
  });

  test('those that come with their organisation are no news of their own', () => {
    expect(kinds({ passes: [], organisations: [] }, passes({}))).toEqual(['settingsChanged']);
    expect(kinds(passes({}), { passes: [], organisations: [] })).toEqual(['settingsChanged']);
    const demo = { organisations: [{ ...corp, demo: true }] };
    expect(kinds({ passes: [], organisations: [] }, { ...passes({}), ...demo })).toEqual([]);
  });
});

describe('sign-in', () => {
  const waiting: SigninView = {
    kind: 'waitingForIdp',
    organisation: 'corp',
    hosts: ['idp.corp.example'],
    channel: 'https',
    where: 'window',
  };
  const moved: SigninView = { ...waiting, hosts: ['idp.corp.example', 'mfa.example'] };
  const choosing: SigninView = {
    kind: 'choosingRoles',
    organisation: 'corp',
    offers: [],
    ignored: 0,
    validUntil: 0,
  };
  const failed: SigninView = { kind: 'failed', organisation: 'corp', failure: refused };
  const idle: SigninView = { kind: 'idle' };
  test.each<[string, SigninView, SigninView, string[]]>([
    ['begins', idle, waiting, ['signinBegan']],
    ['moves to another host', waiting, moved, []],
    ['is answered', waiting, choosing, ['signinAnswered']],
    ['fails', waiting, failed, ['signinFailed']],
    ['is refused before it began', idle, failed, ['signinBegan', 'signinFailed']],
    ['is taken off the screen', failed, idle, []],
  ])('one that %s', (_what, before, after, expected) => {
    expect(kinds({ signin: before }, { signin: after })).toEqual(expected);
  });
});

test('a copy is told by its pass and its format, a clearing is not told', () => {
  const clipboard = { pass: 'reports', format: 'fish', clearsAt: 5 } as const;
  const [copied] = observe(calm, { ...calm, clipboard });
  expect(copied).toMatchObject({ kind: 'credentialsCopied', pass: { label: 'Reports' }, detail: 'fish' });
  expect(kinds({ clipboard }, { clipboard: { ...clipboard, clearsAt: 9 } })).toEqual(['credentialsCopied']);
  expect(kinds({ clipboard }, {})).toEqual([]);
  expect(kinds({}, { clipboard: { ...clipboard, format: 'consoleLink' } })).toEqual(['consoleLinkCopied']);
});

test.each<[Snapshot['keychain']['kind'], Snapshot['keychain']['kind'], string[]]>([
  ['unknown', 'ok', []],
  ['ok', 'locked', ['keychainFailed']],
  ['locked', 'missing', ['keychainFailed']],
  ['locked', 'ok', ['keychainWorks']],
])('a keychain that was %s and is %s', (before, after, expected) => {
  expect(kinds({ keychain: { kind: before } }, { keychain: { kind: after } })).toEqual(expected);
});

test('organisations that are changed, and what is said about the settings', () => {
  expect(kinds({}, { organisations: [{ ...corp, name: 'Corp & Co' }] })).toEqual(['settingsChanged']);
  const notices = [{ id: 'settings-broken', failure: { code: 'settings-broken', retry: 'never' } }] as const;
  expect(kinds({}, { notices: [...notices] })).toEqual(['noticeRaised']);
  expect(kinds({ notices: [...notices] }, { notices: [...notices] })).toEqual([]);
});

test('the service tells from the first look what had to be said already, and nothing twice', () => {
  const activity = createActivity(() => 5);
  const notices: Snapshot['notices'] = [
    { id: 'state-broken', failure: { code: 'state-broken', retry: 'never' } },
  ];
  expect(activity.look({ ...calm, notices, passes: [passView({ session: active() })] })).toBe(true);
  expect(activity.look({ ...calm, notices, passes: [passView({ session: active() })] })).toBe(false);
  expect(activity.view()).toMatchObject({ total: 1, newest: [{ kind: 'noticeRaised', at: 5 }] });
});
