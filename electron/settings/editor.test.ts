import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppError } from '../lib/app-error.ts';
import { freeId, inOrder } from './edits.ts';
import { createSettings } from './service.ts';

const endpoints = { sts: 'https://sts.corp.example', s3ForcePathStyle: true };
const corp = {
  id: 'corp',
  name: 'Corp',
  signInUrl: 'https://idp.corp.example/sso',
  region: 'eu-west-1',
  endpoints,
  capture: ['https://idp.corp.example/capture'],
};
const pass = (id: string, organisation = 'corp') => {
  const account = 'arn:aws:iam::111122223333';
  const arns = { roleArn: `${account}:role/${id}`, providerArn: `${account}:saml-provider/Corp` };
  return { id, organisation, label: id, ...arns, region: 'eu-west-1', durationSeconds: 3600 };
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daypass-editor-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const path = (name: string) => join(folder, name);
const read = (name = 'settings.json') => JSON.parse(readFileSync(path(name), 'utf8'));
const write = (value: unknown, name = 'settings.json') =>
  writeFileSync(path(name), typeof value === 'string' ? value : JSON.stringify(value));
const open = () => createSettings(folder, 'linux', () => 0);
const decided = (more: object = {}) => {
  write({ $schema: 'https://x.example/schema.json', version: 1, organisations: [corp], ...more });
  return open();
};
const codeOf = (act: () => unknown): string => {
  try {
    act();
    return 'nothing thrown';
  } catch (error) {
    return (error as AppError).code;
  }
};

describe('editing an organisation', () => {
  it('keeps what no screen knows, and writes no default', () => {
    const settings = decided();
    settings.editOrganisation('corp', { name: 'Corp Ltd' });
    expect(read()).toEqual({
      $schema: 'https://x.example/schema.json',
      version: 1,
      organisations: [{ ...corp, name: 'Corp Ltd' }],
    });
    expect(read('settings.json.previous').organisations).toEqual([corp]);
    expect(open().organisation('corp')?.name).toBe('Corp Ltd');
  });

  it('adds one under an id of its own, also where there was no file', () => {
    const settings = open();
    const draft = { name: 'Corp', signInUrl: 'https://idp.corp.example/sso', region: 'eu-west-1' };
    expect([settings.addOrganisation(draft), settings.addOrganisation(draft)]).toEqual(['corp', 'corp-2']);
    expect(read()).toEqual({
      version: 1,
      organisations: [
        { id: 'corp', ...draft },
        { id: 'corp-2', ...draft },
      ],
    });
  });

  it.each([
    ['an address without https', { signInUrl: 'http://idp.corp.example/' }],
    ['a script for an address', { signInUrl: 'javascript:alert(1)' }],
    ['an unknown region', { region: 'atlantis-1' }],
    ['an empty name', { name: '' }],
  ])('refuses %s and writes nothing', (_what, change) => {
    const settings = decided();
    const before = read();
    expect(codeOf(() => settings.editOrganisation('corp', change))).toBe('edit-refused');
    expect(read()).toEqual(before);
    expect(settings.organisations()).toEqual([corp]);
  });

  it('removes it with its passes, learned ones too', () => {
    write({ version: 1, passes: [pass('learned'), pass('kept', 'other')] }, 'state.json');
    const settings = decided({
      organisations: [corp, { ...corp, id: 'other' }],
      passes: [pass('mine'), pass('theirs', 'other')],
    });
    settings.removeOrganisation('corp');
    expect(read().organisations).toMatchObject([{ id: 'other' }]);
    expect([read().passes, read('state.json').passes]).toMatchObject([[{ id: 'theirs' }], [{ id: 'kept' }]]);
    expect(codeOf(() => settings.removeOrganisation('corp'))).toBe('unknown-organisation');
  });
});

describe('editing a pass', () => {
  it('goes where the pass is: decided ones in the settings, learned ones in the memory', () => {
    write({ version: 1, passes: [pass('learned')] }, 'state.json');
    const settings = decided({ passes: [pass('mine')] });
    settings.editPass('mine', { label: 'Mine', durationSeconds: null });
    settings.editPass('learned', { region: 'us-east-1' });
    const { durationSeconds: _gone, ...rest } = pass('mine');
    expect(read().passes).toEqual([{ ...rest, label: 'Mine' }]);
    expect(read('state.json').passes).toEqual([{ ...pass('learned'), region: 'us-east-1' }]);
    expect(open().passes()).toMatchObject([{ label: 'Mine' }, { region: 'us-east-1' }]);
    expect(codeOf(() => settings.editPass('nobody', { label: 'x' }))).toBe('unknown-pass');
  });

  it('a guard is set and taken away, and stays through other edits', () => {
    write({ version: 1, passes: [pass('learned')] }, 'state.json');
    const settings = decided({ passes: [] });
    settings.editPass('learned', { guarded: true });
    settings.editPass('learned', { label: 'Prod' });
    expect(read('state.json').passes).toEqual([{ ...pass('learned'), label: 'Prod', guarded: true }]);
    settings.editPass('learned', { guarded: false });
    expect(read('state.json').passes).toEqual([{ ...pass('learned'), label: 'Prod' }]);
  });

  it('order is kept over a start, for decided and learned ones together, and new ones come last', () => {
    write({ version: 1, passes: [pass('c'), pass('d')] }, 'state.json');
    const settings = decided({ passes: [pass('a'), pass('b')] });
    settings.reorder('passes', ['d', 'a', 'gone', 'd']);
    for (const each of [settings, open()])
      expect(each.passes().map(({ id }) => id)).toEqual(['d', 'a', 'b', 'c']);
  });
});

describe('an edit by hand meanwhile', () => {
  it('is not lost: the edit is refused, and the next one works on what is there now', () => {
    const settings = decided();
    write({ version: 1, organisations: [{ ...corp, name: 'By hand' }] });
    expect(codeOf(() => settings.setPreferences({ renew: 'off' }))).toBe('settings-changed');
    expect(settings.organisation('corp')?.name).toBe('By hand');
    settings.setPreferences({ renew: 'off' });
    expect(read()).toEqual({
      version: 1,
      organisations: [{ ...corp, name: 'By hand' }],
      preferences: { renew: 'off' },
    });
  });

  it.each([
    ['that broke the file', '{ "version": 1, ', 'settings-unreadable'],
    ['by a newer Daypass', '{ "version": 7 }', 'settings-newer'],
  ])('%s leaves the file as it is', (_what, text, code) => {
    const settings = decided();
    write(text);
    expect(codeOf(() => settings.setPreferences({ renew: 'off' }))).toBe(code);
    expect(readFileSync(path('settings.json'), 'utf8')).toBe(text);
    expect(settings.organisations()).toEqual([corp]);
  });

  it('that took the file away, or made the first one, is noticed too', () => {
    const settings = decided();
    rmSync(path('settings.json'));
    expect(codeOf(() => settings.setPreferences({ renew: 'off' }))).toBe('settings-changed');
    expect(settings.organisations()).toEqual([]);
    write({ version: 1, organisations: [corp] });
    expect(codeOf(() => settings.setPreferences({ renew: 'off' }))).toBe('settings-changed');
    expect(settings.organisations()).toEqual([corp]);
  });
});

it('the five hundred and first learned pass is refused instead of making a memory that can’t be read', () => {
  const many = Array.from({ length: 500 }, (_, n) => pass(`p${n}`));
  write({ version: 1, passes: many }, 'state.json');
  const settings = decided();
  const { roleArn, providerArn } = pass('one-more');
  expect(codeOf(() => settings.keep(corp, { roleArn, providerArn }))).toBe('too-many-passes');
  settings.removePass('p7');
  settings.keep(corp, { roleArn, providerArn });
  expect(open().notices()).toEqual([]);
  expect(open().passes()).toHaveLength(500);
});

it('a role that an import named is kept under its name and length, and is not waited for any more', () => {
  const settings = decided();
  const { roleArn, providerArn } = pass('Reports');
  const wanted = { roleArn, label: 'My reports', region: 'us-east-1', durationSeconds: 7200 };
  settings.bringIn({ organisations: [], passes: [], roles: [wanted] });
  expect(open().state().wanted).toEqual([wanted]);
  const kept = settings.keep(corp, { roleArn, providerArn });
  expect(kept).toMatchObject({
    label: 'My reports',
    region: 'us-east-1',
    durationSeconds: 7200,
    providerArn,
  });
  expect(open().state().wanted).toEqual([]);
});

it.each([
  ['Corp Ltd.', [], 'corp-ltd'],
  ['Corp Ltd.', ['corp-ltd'], 'corp-ltd-2'],
  ['Zoë & Co', [], 'zoe-co'],
  ['报表', [], 'organisation'],
  ['Demo', [], 'demo-2'],
  ['x'.repeat(100), [], 'x'.repeat(40)],
])('%s gets an id that is free', (name, taken, id) => {
  expect(freeId(name, taken)).toBe(id);
});

it.each([
  [
    ['b', 'a'],
    ['b', 'a', 'c'],
  ],
  [
    ['c', 'nobody'],
    ['c', 'a', 'b'],
  ],
  [[], ['a', 'b', 'c']],
])('in the order %j', (order, expected) => {
  expect(inOrder([{ id: 'a' }, { id: 'b' }, { id: 'c' }], order).map(({ id }) => id)).toEqual(expected);
});
