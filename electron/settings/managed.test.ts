import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { distrustOn } from './distrust.ts';
import { createManagedSource, managedFileOf } from './managed.ts';
import { createSettings } from './service.ts';
import { distrustOfPath } from './trusted-path.ts';

const corp = { id: 'corp', name: 'Corp', signInUrl: 'https://idp.corp.example/sso', region: 'eu-west-1' };
const content = (more: object = {}) => JSON.stringify({ version: 1, organisations: [corp], ...more });

let folder: string;
let file: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'daypass-managed-')));
  mkdirSync(join(folder, 'daypass'));
  file = join(folder, 'daypass', 'managed.json');
  writeFileSync(file, content(), { mode: 0o644 });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** As in a checkout: the person's own files may stand for the administrator's. */
const source = () => createManagedSource(file, distrustOn('linux', true));
const reasonOf = () => {
  const reading = source().read();
  return reading.kind === 'refused' ? reading.reason : reading.kind;
};

describe.skipIf(process.platform === 'win32')('the administrator’s file', () => {
  it('counts when only its owner can write it and its folder', () => {
    expect(source().read()).toMatchObject({ kind: 'read', settings: { organisations: [corp] } });
  });

  it('that is not there is nothing to speak of', () => {
    rmSync(file);
    expect(reasonOf()).toBe('absent');
  });

  it.each([
    ['everybody can write it', () => chmodSync(file, 0o646), /managed\.json can be written by others/],
    ['its group can write it', () => chmodSync(file, 0o664), /managed\.json can be written by others/],
    [
      'others can write its folder',
      () => chmodSync(join(folder, 'daypass'), 0o777),
      /daypass can be written/,
    ],
    ['others can write a folder above', () => chmodSync(folder, 0o775), /can be written by others/],
  ])('is refused aloud when %s', (_what, spoil, reason) => {
    spoil();
    expect(reasonOf()).toMatch(reason);
  });

  it('is refused when a link leads to a place that others can write', () => {
    const elsewhere = join(folder, 'open');
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, 'managed.json'), content());
    rmSync(file);
    symlinkSync(join(elsewhere, 'managed.json'), file);
    expect(reasonOf()).toBe('read');
    chmodSync(elsewhere, 0o777);
    expect(reasonOf()).toMatch(/open can be written by others/);
  });

  it('is refused when it belongs to somebody else than root, and below a folder that all share', () => {
    const strict = (owners: number[]) => distrustOfPath(file, { owners, stickyFolders: false });
    expect(strict([userInfo().uid + 1])).toMatch(/belongs to user/);
    if (tmpdir() === '/tmp') expect(strict([0, userInfo().uid])).toMatch(/^\/tmp can be written by others/);
  });

  it.each([
    ['is a folder', () => mkdirSync(file), /not a regular file/],
    ['is no JSON', () => writeFileSync(file, '{\n  "version": 1,\n  oops\n}'), /^line 3: /],
    [
      'does not fit',
      () => writeFileSync(file, '{\n  "version": 1,\n  "organisations": [\n    { "id": "../x" }\n  ]\n}'),
      /^line 4, organisations\.0\.id: /,
    ],
    ['is newer', () => writeFileSync(file, '{"version": 2}'), /version 2/],
    ['is huge', () => writeFileSync(file, Buffer.alloc(5_000_001, ' ')), /larger than/],
  ])('is refused with its reason when it %s', (_what, spoil, reason) => {
    rmSync(file);
    spoil();
    expect(reasonOf()).toMatch(reason);
  });

  it('has fixed places, whatever the environment says', () => {
    expect(['linux', 'darwin', 'win32'].map((name) => managedFileOf(name as NodeJS.Platform))).toEqual([
      '/etc/daypass/managed.json',
      '/Library/Application Support/Daypass/managed.json',
      'C:\\ProgramData\\Daypass\\managed.json',
    ]);
  });

  it('locks what it holds against edits, says when it is refused, and counts again once it is mended', () => {
    const home = join(folder, 'home');
    const settings = createSettings(home, 'linux', () => 0, source());
    expect(settings.managedFile()).toBe(file);
    expect(() => settings.editOrganisation('corp', { name: 'Mine' })).toThrow('settings-locked');
    expect(() => settings.removeOrganisation('corp')).toThrow('settings-locked');
    writeFileSync(file, content({ preferences: { renew: 'off' } }));
    settings.reload();
    expect(() => settings.setPreferences({ renew: 'silent' })).toThrow('settings-locked');
    settings.setPreferences({ notifyMinutesBefore: 3 });
    expect(settings.preferences()).toMatchObject({ renew: 'off', notifyMinutesBefore: 3 });
    chmodSync(file, 0o666);
    settings.reload();
    expect(settings.organisations()).toEqual([]);
    expect(settings.notices()).toMatchObject([
      { id: 'managed-refused', failure: { code: 'managed-refused', subject: file } },
    ]);
    chmodSync(file, 0o644);
    settings.reload();
    expect(settings.notices()).toEqual([]);
    expect(settings.organisations()).toEqual([corp]);
  });
});
