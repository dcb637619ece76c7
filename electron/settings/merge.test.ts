import { describe, expect, it } from 'vitest';
import { mergeSettings } from './merge.ts';
import { Settings } from './schema.ts';

const organisation = (id: string, name = id, more: object = {}) => {
  return { id, name, signInUrl: `https://${id}.example/sso`, region: 'eu-west-1', ...more };
};
const settings = (part: object = {}) => Settings.parse({ version: 1, ...part });
const names = (things: readonly { name: string }[]) => things.map(({ name }) => name);

describe('without an administrator’s file', () => {
  it('everything is the person’s own, defaults filled in, nothing locked', () => {
    const merged = mergeSettings(settings({ organisations: [organisation('a')] }), null);
    expect(merged.preferences).toEqual({
      notifyMinutesBefore: 10,
      clipboardClearSeconds: 60,
      renew: 'silent',
      onDemandSignIn: 'ask',
      uploadKilobytesPerSecond: 0,
      downloadKilobytesPerSecond: 0,
      transfersAtOnce: 3,
      requestsAtOnce: 0,
    });
    expect(merged.locked.organisations.size + merged.locked.passes.size).toBe(0);
    expect(merged.locked.preferences).toEqual([]);
  });
});

describe('with one', () => {
  it.each<[string, object[], object[], string[]]>([
    ['managed only', [], [organisation('m')], ['m']],
    ['both, the administrator’s first', [organisation('a')], [organisation('m')], ['m', 'a']],
    [
      'one id, the administrator’s whole in its place',
      [organisation('a'), organisation('b'), organisation('c')],
      [organisation('b', 'B managed')],
      ['a', 'B managed', 'c'],
    ],
  ])('organisations: %s', (_what, own, managed, expected) => {
    const merged = mergeSettings(settings({ organisations: own }), settings({ organisations: managed }));
    expect(names(merged.organisations)).toEqual(expected);
  });

  it('nothing of a person’s own organisation of that id is left in the managed one', () => {
    const endpoints = { sts: 'https://sts.evil.example' };
    const own = settings({ organisations: [organisation('a', 'Mine', { endpoints })] });
    const merged = mergeSettings(own, settings({ organisations: [organisation('a')] }));
    expect(merged.organisations).toEqual([organisation('a')]);
    expect([...merged.locked.organisations]).toEqual(['a']);
  });

  it.each([
    ['neither', {}, {}, 60, []],
    ['the person', { clipboardClearSeconds: 20 }, {}, 20, []],
    ['the administrator', {}, { clipboardClearSeconds: 30 }, 30, ['clipboardClearSeconds']],
    ['both', { clipboardClearSeconds: 20 }, { clipboardClearSeconds: 30 }, 30, ['clipboardClearSeconds']],
    ['each another', { clipboardClearSeconds: 20 }, { renew: 'off' }, 20, ['renew']],
  ])('preferences set by %s', (_who, own, managed, seconds, locked) => {
    const merged = mergeSettings(settings({ preferences: own }), settings({ preferences: managed }));
    expect(merged.preferences.clipboardClearSeconds).toBe(seconds);
    expect(merged.locked.preferences).toEqual(locked);
  });

  it('names of accounts come from both, the administrator’s win', () => {
    const own = settings({
      accounts: { '111122223333': { name: 'mine' }, '444455556666': { name: 'other' } },
    });
    const managed = settings({ accounts: { '111122223333': { name: 'theirs' } } });
    expect(mergeSettings(own, managed).accounts).toEqual({
      '111122223333': { name: 'theirs' },
      '444455556666': { name: 'other' },
    });
  });
});
