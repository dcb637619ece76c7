import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forgetEverything } from './forget-everything.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daypass-forget-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const ours = [
  'settings.json',
  'settings.json.previous',
  'settings.json.new',
  'settings.json.broken-2026-03-04',
  'state.json',
  'state.json.previous',
  'daypass.log',
  'daypass.log.1',
];
const others = ['Preferences', 'Local State', 'my-settings.json', 'settings.jsonx', 'notes.txt'];

function house(clears: Record<string, boolean>, keychain = 'ok') {
  for (const name of [...ours, ...others]) writeFileSync(join(folder, name), 'x');
  mkdirSync(join(folder, 'demo'));
  const done: string[] = [];
  const step = (name: string) => async () => void done.push(name);
  const run = () =>
    forgetEverything({
      dataFolder: folder,
      removeAwsProfiles: step('profiles'),
      signOutAll: step('signed out'),
      vault: {
        index: () => Object.keys(clears),
        state: () => keychain,
        clear: async (pass) => {
          done.push(`cleared ${pass}`);
          return clears[pass] ?? false;
        },
      },
      forgetAllPages: step('pages'),
      endHelpers: step('helpers'),
      forgetCommand: step('command'),
      forgetSettings: () => done.push('settings'),
    });
  return { run, done };
}

describe('forget everything', () => {
  it('removes what is ours, leftovers of the keychain’s index too, and nobody else’s file', async () => {
    const { run, done } = house({ a: true, leftover: true });
    await run();
    expect(done).toEqual([
      'profiles',
      'signed out',
      'cleared a',
      'cleared leftover',
      'helpers',
      'pages',
      'command',
      'settings',
    ]);
    expect(readdirSync(folder).sort()).toEqual([...others].sort());
  });

  it('keeps the names of entries that a locked keychain holds, and says so', async () => {
    const { run } = house({ a: false }, 'locked');
    await expect(run()).rejects.toMatchObject({ code: 'keychain-locked' });
    expect(readdirSync(folder)).toContain('state.json');
  });

  it('goes on where there is no keychain at all', async () => {
    const { run } = house({ a: false }, 'missing');
    await run();
    expect(readdirSync(folder)).not.toContain('state.json');
  });
});
