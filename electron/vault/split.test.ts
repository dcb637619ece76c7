import { describe, expect, it } from 'vitest';
import type { Keychain } from './keychain.ts';
import { splitLongValues } from './split.ts';

const LIMIT = 2560;

/** A keychain with Windows' limit that can be told to die before its n-th write. */
function limitedKeychain(entries = new Map<string, string>()) {
  let writesLeft = Number.POSITIVE_INFINITY;
  const spend = () => {
    if (writesLeft-- <= 0) throw new Error('killed');
  };
  const keychain: Keychain = {
    get: async (account) => entries.get(account) ?? null,
    set: async (account, value) => {
      spend();
      if (Buffer.byteLength(value) > LIMIT) throw new Error('The stub received bad data');
      entries.set(account, value);
    },
    delete: async (account) => {
      spend();
      return entries.delete(account);
    },
  };
  return { entries, keychain, dieAfter: (writes: number) => (writesLeft = writes) };
}

describe('long values in short entries', () => {
  it.each([1, 2559, 2560, 2561, 4096, 20_000])('come back whole at %i bytes', async (length) => {
    const { keychain, entries } = limitedKeychain();
    const split = splitLongValues(keychain, LIMIT);
    const value = `${'x'.repeat(length - 1)}!`;
    await split.set('pass', value);
    expect(await split.get('pass')).toBe(value);
    expect(entries.size > 1).toBe(length > LIMIT);
  });

  it('leave nothing behind when deleted or made shorter', async () => {
    const { keychain, entries } = limitedKeychain();
    const split = splitLongValues(keychain, LIMIT);
    await split.set('pass', 'a'.repeat(9000));
    await split.set('pass', 'short');
    expect([...entries.keys()]).toEqual(['pass']);
    await split.set('pass', 'b'.repeat(9000));
    await split.delete('pass');
    expect(entries.size).toBe(0);
  });

  it('are the old value or the new one wherever the writing is killed', async () => {
    for (let writes = 0; writes < 12; writes++) {
      const { keychain, dieAfter } = limitedKeychain();
      const split = splitLongValues(keychain, LIMIT);
      const [old, fresh] = ['o'.repeat(6000), 'n'.repeat(7000)];
      await split.set('pass', old);
      dieAfter(writes);
      await split.set('pass', fresh).catch(() => {});
      expect([old, fresh]).toContain(await split.get('pass'));
    }
  });

  it('are absent rather than wrong when a part is missing', async () => {
    const { keychain, entries } = limitedKeychain();
    const split = splitLongValues(keychain, LIMIT);
    await split.set('pass', 'x'.repeat(6000));
    entries.delete('pass~1.1');
    expect(await split.get('pass')).toBeNull();
  });
});
