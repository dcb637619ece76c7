import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { durationFor } from './duration.ts';
import type { Organisation } from './schema.ts';
import { createSettings } from './service.ts';

const organisation = (id: string, name: string, signInUrl: string): Organisation => {
  return { id, name, signInUrl, region: 'eu-west-1' };
};
const corp = organisation('corp', 'Corp', 'https://idp.corp.example/sso');
const demo = organisation('demo', 'Larkfield', 'http://127.0.0.1:4711/idp/sso');
const unsafe = { ...corp, signInUrl: 'http://idp.corp.example/sso' };
const role = (name: string, account = '111122223333') => `arn:aws:iam::${account}:role/${name}`;
const provider = (name: string, account = '111122223333') => `arn:aws:iam::${account}:saml-provider/${name}`;
const offer = (name: string, account?: string) => {
  return { roleArn: role(name, account), providerArn: provider('CorpIdP', account) };
};
const pass = (id: string, name: string, more: object = {}) => {
  return { id, organisation: 'corp', label: `${name} decided`, ...offer(name), region: 'eu-west-1', ...more };
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daypass-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const path = (name: string) => join(folder, name);
const write = (name: string, value: unknown) =>
  writeFileSync(path(name), typeof value === 'string' ? value : JSON.stringify(value));
const open = (platform: NodeJS.Platform = 'linux') => createSettings(folder, platform, () => 0);
const decide = (more: object = {}) => {
  write('settings.json', { version: 1, organisations: [corp], ...more });
  return open();
};
const ids = (things: readonly { id: string }[]) => things.map(({ id }) => id);
const everyFile = () => readdirSync(folder).map((name) => readFileSync(path(name), 'utf8'));

describe('a first start', () => {
  it('knows nothing, says nothing and writes nothing', () => {
    const settings = open();
    expect(settings.organisations()).toEqual([]);
    expect(settings.passes()).toEqual([]);
    expect(settings.notices()).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('copies for the shell of the system, until another one was chosen', () => {
    const formats = (['linux', 'darwin', 'win32'] as const).map((platform) => open(platform).copyFormat());
    expect(formats).toEqual(['bash', 'bash', 'powershell']);
    open('win32').learn({ copyFormat: 'fish' });
    expect(open('win32').copyFormat()).toBe('fish');
    open('win32').learn({ copyFormat: 'json' });
    expect(open('linux').copyFormat()).toBe('json');
  });
});

describe('passes', () => {
  it('of the settings come first and win by id, whatever was learned', () => {
    write('state.json', { version: 1, passes: [pass('a', 'Learned'), pass('b', 'Learned')] });
    const settings = decide({ passes: [pass('c', 'C'), pass('a', 'A', { region: 'us-east-1' })] });
    expect(ids(settings.passes())).toEqual(['c', 'a', 'b']);
    expect(settings.pass('a')).toMatchObject({ label: 'A decided', region: 'us-east-1' });
    expect(settings.pass('nobody')).toBeUndefined();
  });

  it('of an organisation that is not there are hidden, and come back with it', () => {
    write('state.json', { version: 1, passes: [pass('gone', 'X', { organisation: 'gone' })] });
    const settings = decide();
    expect(settings.passes()).toEqual([]);
    write('settings.json', { version: 1, organisations: [{ ...corp, id: 'gone' }] });
    settings.reload();
    expect(ids(settings.passes())).toEqual(['gone']);
  });

  it('are kept from an offer, over a new start, as the same pass', () => {
    const kept = decide().keep(corp, offer('Reports'));
    expect(kept).toMatchObject({ organisation: 'corp', label: 'Reports', ...offer('Reports') });
    expect(kept.id).toMatch(/^reports-[0-9a-f]{10}$/);
    const again = open();
    expect(again.passes()).toEqual([kept]);
    expect(again.keep(corp, offer('Reports'))).toEqual(kept);
    expect(again.passes()).toHaveLength(1);
  });

  it('of one name in two accounts are told apart by the account, in two organisations by their ids', () => {
    const other = { ...corp, id: 'other' };
    const settings = decide({ organisations: [corp, other] });
    const offers = [offer('Reports'), offer('Reports', '444455556666'), offer('Other')];
    const labels = offers.map((one) => settings.keep(corp, one).label);
    expect(labels).toEqual(['Reports', 'Reports 6666', 'Other']);
    expect(settings.keep(other, offer('Reports')).label).toBe('Reports');
    expect(new Set(ids(settings.passes())).size).toBe(4);
  });

  it('follow a provider that was made anew, under their id and label', () => {
    const settings = decide();
    const before = settings.keep(corp, offer('Reports'));
    const moved = { roleArn: role('Reports'), providerArn: provider('NewIdP') };
    expect(settings.keep(corp, moved)).toEqual({ ...before, providerArn: provider('NewIdP') });
    expect(settings.passes()).toHaveLength(1);
  });

  it('that were decided are taken as they are; each is forgotten where it stands', () => {
    const settings = decide({ passes: [pass('mine', 'Mine')] });
    expect(settings.keep(corp, offer('Mine')).id).toBe('mine');
    const kept = settings.keep(corp, offer('Reports'));
    settings.removePass(kept.id);
    expect(ids(settings.passes())).toEqual(['mine']);
    expect(ids(open().passes())).toEqual(['mine']);
    settings.removePass('mine');
    expect(settings.passes()).toEqual([]);
    expect(open().passes()).toEqual([]);
  });
});

describe('how long a session may be', () => {
  const DAY = 24 * 3_600_000;
  it.each([
    ['twelve hours, when nobody said', undefined, undefined, 43_200],
    ['the ceiling of the pass', 7200, undefined, 7200],
    ['what STS took, below the ceiling', 7200, 3600, 3600],
    ['the ceiling, below what STS took', 3600, 7200, 3600],
    ['what STS took, without a ceiling', undefined, 14_400, 14_400],
  ])('%s', (_what, ceiling, learned, expected) => {
    const more = ceiling === undefined ? {} : { durationSeconds: ceiling };
    const settings = decide({ passes: [pass('mine', 'Reports', more), pass('other', 'Other')] });
    if (learned !== undefined) settings.learnDuration(role('Reports'), learned, 43_200);
    for (const service of [settings, open()]) {
      expect(service.durationFor(pass('mine', 'Reports', more))).toBe(expected);
      expect(service.durationFor(pass('other', 'Other'))).toBe(43_200);
    }
  });

  it.each([
    ['for a month what STS took', 43_200, 30 * DAY - 1, 3600],
    ['after a month the ceiling again', 43_200, 30 * DAY, 43_200],
    ['the ceiling at once, when it is raised above what was refused', 28_800, 0, 43_200],
  ])('%s', (_what, refused, laterMs, expected) => {
    const learned = { seconds: 3600, refusedSeconds: refused, learnedAt: 1000 };
    expect(durationFor(43_200, learned, 1000 + laterMs)).toBe(expected);
  });

  it('is tried anew where the first Daypass learned only a number', () => {
    write('state.json', { version: 1, durations: { [role('Reports')]: 3600 } });
    expect(open().durationFor(pass('mine', 'Reports'))).toBe(43_200);
  });
});

describe('the scope of a pass', () => {
  it('makes two passes of one role, with ids of their own', () => {
    const settings = decide();
    const full = settings.keep(corp, offer('Reports'));
    const readOnly = settings.keep(corp, offer('Reports'), 'read-only');
    expect(readOnly).toMatchObject({ scope: 'read-only', label: 'Reports', roleArn: full.roleArn });
    expect(full).not.toHaveProperty('scope');
    expect(ids(settings.passes())).toEqual([full.id, readOnly.id]);
    expect(new Set(ids(settings.passes())).size).toBe(2);
    expect(settings.keep(corp, offer('Reports'), 'read-only')).toEqual(readOnly);
    expect(settings.keep(corp, offer('Reports'))).toEqual(full);
  });

  it('is changed under the same id, and the other one can be kept beside it still', () => {
    const settings = decide();
    const { id } = settings.keep(corp, offer('Reports'));
    settings.editPass(id, { scope: 'read-only' });
    for (const service of [settings, open()]) expect(service.pass(id)?.scope).toBe('read-only');
    const full = settings.keep(corp, offer('Reports'));
    expect(full.id).not.toBe(id);
    expect(settings.passes()).toHaveLength(2);
  });

  it('of a decided pass is written where it was decided, and nothing else changes there', () => {
    const settings = decide({ passes: [pass('mine', 'Reports'), pass('other', 'Other')] });
    const before = settings.passes();
    settings.editPass('mine', { scope: 'read-only' });
    expect(open().passes()).toEqual([{ ...before[0], scope: 'read-only' }, before[1]]);
    expect(open().organisations()).toEqual(settings.organisations());
  });
});

describe('what is broken', () => {
  it.each([
    ['that is no JSON', '{ "version": 1,', 'settings-broken'],
    ['with an unsafe address', { version: 1, organisations: [unsafe] }, 'settings-broken'],
    [
      'with two passes of one id',
      { version: 1, passes: [pass('a', 'A'), pass('a', 'B')] },
      'settings-broken',
    ],
    ['without a version', { organisations: [corp] }, 'settings-broken'],
    ['of a version that is a word', { version: '1' }, 'settings-broken'],
  ])('a settings file %s is said and kept', (_what, content, code) => {
    write('settings.json', content);
    const before = readFileSync(path('settings.json'), 'utf8');
    write('state.json', { version: 1, copyFormat: 'fish' });
    const settings = open();
    const [notice, ...more] = settings.notices();
    expect(more).toEqual([]);
    expect(notice).toMatchObject({ id: code, failure: { code, retry: 'never' } });
    const { subject = '', raw = '' } = notice?.failure ?? {};
    expect(raw).not.toBe('');
    expect(readFileSync(subject, 'utf8')).toBe(before);
    expect(settings.organisations()).toEqual([]);
    expect(settings.copyFormat()).toBe('fish');
  });

  it('a settings file of a newer Daypass is said, left where it is, and not written over', () => {
    write('settings.json', { version: 2, organisations: 'as a map', more: true });
    const before = readFileSync(path('settings.json'), 'utf8');
    const settings = open();
    const subject = path('settings.json');
    expect(settings.notices()).toMatchObject([
      {
        id: 'settings-newer',
        failure: { code: 'settings-newer', subject, raw: expect.stringContaining('version 2') },
      },
    ]);
    expect(() => settings.addOrganisation(corp)).toThrow('settings-newer');
    expect(everyFile()).toEqual([before]);
  });

  it('a broken state is said, kept, and survives a reload of the settings', () => {
    write('state.json', { version: 1, passes: 'all' });
    const settings = decide();
    settings.reload();
    expect(settings.notices()).toMatchObject([{ id: 'state-broken', failure: { code: 'state-broken' } }]);
    expect(settings.organisations()).toEqual([corp]);
    settings.learn({ demo: true });
    expect(open().state().demo).toBe(true);
    settings.dismissNotice('state-broken');
    expect(settings.notices()).toEqual([]);
  });
});

it('a reload takes up what was changed, and takes back what was said', () => {
  write('settings.json', 'oh');
  const settings = open();
  settings.reload();
  expect(settings.notices()).toEqual([]);
  write('settings.json', { version: 1, organisations: [corp], preferences: { notifyMinutesBefore: 5 } });
  settings.reload();
  expect(settings.organisations()).toEqual([corp]);
  expect(settings.preferences()).toEqual({
    notifyMinutesBefore: 5,
    clipboardClearSeconds: 60,
    renew: 'silent',
    onDemandSignIn: 'ask',
    uploadKilobytesPerSecond: 0,
    downloadKilobytesPerSecond: 0,
    transfersAtOnce: 3,
    requestsAtOnce: 0,
  });
  write('settings.json', 'oh');
  settings.reload();
  expect(ids(settings.notices())).toEqual(['settings-broken']);
  expect(settings.organisations()).toEqual([]);
});

it('the demo organisation comes last, wins its id, goes as it came, and is never written', () => {
  const settings = decide({ organisations: [{ ...corp, id: 'demo' }, corp] });
  settings.setDemo(demo);
  expect(settings.organisations()).toEqual([corp, demo]);
  expect(settings.organisation('demo')).toEqual(demo);
  const kept = settings.keep(demo, offer('Reports'));
  settings.learn({ demo: true });
  expect(everyFile().join()).not.toMatch(/Larkfield|4711/);
  settings.setDemo(null);
  expect(settings.organisations()).toMatchObject([{ name: 'Corp' }, { name: 'Corp' }]);
  rmSync(path('settings.json'));
  const next = open();
  expect([next.organisations(), next.passes()]).toEqual([[], []]);
  next.setDemo(demo);
  expect(next.passes()).toEqual([kept]);
});

it('keeps the longest time that an organisation took to answer by itself', () => {
  const settings = open();
  for (const [organisation, tookMs] of [
    ['corp', 900.4],
    ['corp', 4000],
    ['corp', 300],
    ['other', 0],
  ] as const)
    settings.learnSilentAnswer(organisation, tookMs);
  expect(open().state().silentAnswers).toEqual({ corp: 4000, other: 0 });
});
