import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClock } from '../lib/clock.ts';
import type { Keychain } from '../vault/keychain.ts';
import { createVault } from '../vault/vault.ts';
import type { Credentials } from './credentials.ts';
import { createSessions } from './service.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

type Ring = 'open' | 'locked' | 'missing';

/** A keychain in memory that behaves as gnome-keyring does when locked, and as keytar does without a bus. */
function fakeKeychain(entries = new Map<string, string>()) {
  const ring = { state: 'open' as Ring };
  const guard = () => {
    if (ring.state === 'missing') throw new Error('Cannot autolaunch D-Bus without X11 $DISPLAY');
  };
  const keychain: Keychain = {
    get: async (account) => {
      guard();
      return ring.state === 'locked' ? null : (entries.get(account) ?? null);
    },
    set: async (account, value) => {
      guard();
      if (ring.state === 'locked') throw new Error('Cannot create an item in a locked collection');
      entries.set(account, value);
    },
    delete: async (account) => {
      guard();
      return ring.state === 'locked' ? false : entries.delete(account);
    },
  };
  return { ring, entries, keychain };
}

function house(entries?: Map<string, string>, names: string[] = []) {
  const clock = createClock();
  const { ring, entries: kept, keychain } = fakeKeychain(entries);
  let index = names;
  const vault = createVault(keychain, { read: () => index, write: (next) => (index = next) }, () => {});
  const changed = vi.fn();
  let signedOut: readonly string[] = [];
  const preferences = { notifyMinutesBefore: 10 };
  const sessions = createSessions({
    vault,
    clock,
    log: () => {},
    notifyMinutesBefore: () => preferences.notifyMinutesBefore,
    signedOut: {
      read: () => signedOut,
      write: (next) => {
        signedOut = next;
      },
    },
    changed,
  });
  const credentials = (lengthMs = 3_600_000): Credentials => ({
    accessKeyId: 'ASIAEXAMPLE',
    secretAccessKey: 'secret',
    sessionToken: 'token',
    startedAt: clock.now(),
    expiresAt: clock.now() + lengthMs,
    scope: 'full',
  });
  return { clock, ring, kept, sessions, changed, credentials, preferences, index: () => index };
}

describe('a session', () => {
  it('is told of at the moment that the person chose meanwhile', async () => {
    const { sessions, credentials, preferences, clock, changed } = house();
    await sessions.take('reports', credentials(10 * 3_600_000));
    preferences.notifyMinutesBefore = 60;
    sessions.update();
    changed.mockClear();
    clock.move(9 * 3_600_000 - 1);
    expect(changed).not.toHaveBeenCalled();
    clock.move(1);
    expect(changed).toHaveBeenCalled();
  });

  it('that was ended by hand is known as that until the next one', async () => {
    const { sessions, credentials } = house();
    await sessions.signOut('reports');
    expect(sessions.signedOut('reports')).toBe(false);
    await sessions.take('reports', credentials());
    await sessions.signOut('reports');
    expect([sessions.signedOut('reports'), sessions.signedOut('audit')]).toEqual([true, false]);
    await sessions.take('reports', credentials());
    expect(sessions.signedOut('reports')).toBe(false);
  });

  it('is in the keychain before it is active', async () => {
    const { sessions, kept, credentials, changed } = house();
    changed.mockImplementation(() => expect(kept.has('reports')).toBe(true));
    await sessions.take('reports', credentials());
    expect(sessions.view('reports')).toMatchObject({ kind: 'active', kept: 'keychain' });
    expect(changed).toHaveBeenCalled();
  });

  it.each(['locked', 'missing'] as const)(
    'lives in memory only, and says so, when the keychain is %s',
    async (state) => {
      const { sessions, ring, kept, credentials } = house();
      ring.state = state;
      await sessions.take('reports', credentials());
      expect(sessions.view('reports')).toMatchObject({ kind: 'active', kept: 'memory' });
      expect(sessions.credentials('reports')).not.toBeNull();
      expect(kept.size).toBe(0);
    },
  );

  it('moves from memory to the keychain when that opens', async () => {
    const { sessions, ring, kept, credentials } = house();
    ring.state = 'locked';
    await sessions.take('reports', credentials());
    ring.state = 'open';
    await sessions.retryKeychain();
    expect(sessions.view('reports')).toMatchObject({ kept: 'keychain' });
    expect([...kept.keys()]).toEqual(['reports']);
  });

  it('announces when it ends soon and when it has ended, with one timer armed', async () => {
    const { sessions, credentials, changed, kept, index } = house();
    await sessions.take('reports', credentials(3_600_000));
    await sessions.take('other', credentials(7_200_000));
    expect(vi.getTimerCount()).toBe(1);
    changed.mockClear();
    await vi.advanceTimersByTimeAsync(3_600_000 - 600_000);
    expect(changed).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(sessions.view('reports')).toMatchObject({ kind: 'ended' });
    expect(sessions.credentials('reports')).toBeNull();
    expect([...kept.keys()]).toEqual(['other']);
    expect(index()).toEqual(['other']);
  });

  it('is never handed out after its end, even before the timer has rung', async () => {
    const { sessions, credentials } = house();
    await sessions.take('reports', credentials(1000));
    vi.setSystemTime(Date.now() + 2000);
    expect(sessions.credentials('reports')).toBeNull();
  });

  it('leaves nothing behind at sign-out', async () => {
    const { sessions, credentials, kept, index } = house();
    await sessions.take('reports', credentials());
    await sessions.signOut('reports');
    expect(sessions.view('reports')).toEqual({ kind: 'none' });
    expect(kept.size).toBe(0);
    expect(index()).toEqual([]);
  });
});

describe('a new start', () => {
  it('brings back what lives and drops what is over', async () => {
    const first = house();
    await first.sessions.take('lives', first.credentials());
    await first.sessions.take('over', first.credentials(60_000));
    const entries = new Map(first.kept);
    vi.setSystemTime(Date.now() + 120_000);
    const second = house(entries, ['lives', 'over']);
    await second.sessions.restore(['lives', 'over']);
    expect(second.sessions.view('lives')).toMatchObject({ kind: 'active', kept: 'keychain' });
    expect(second.sessions.view('over')).toEqual({ kind: 'none' });
    expect([...entries.keys()]).toEqual(['lives']);
  });

  it('forgets no name while the keychain is locked', async () => {
    const { sessions, ring, index } = house(new Map(), ['reports']);
    ring.state = 'locked';
    await sessions.restore(['reports']);
    expect(index()).toEqual(['reports']);
  });
});
