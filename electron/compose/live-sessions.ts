/** The live sessions and what keeps them: keychain, vault, and the clock they are measured by. */
import { createClockWatch } from '../session/clock-watch.ts';
import { createSessions } from '../session/service.ts';
import { createChildKeychain } from '../vault/child-keychain.ts';
import { splitLongValues } from '../vault/split.ts';
import { createVault } from '../vault/vault.ts';
import type { Ground } from './ground.ts';

export type LiveSessions = ReturnType<typeof composeSessions>;

/** Windows holds 2,560 bytes an entry (CredWrite, CRED_MAX_CREDENTIAL_BLOB_SIZE). */
const WINDOWS_ENTRY_BYTES = 2400;

export function composeSessions({ options, built, clock, log, settings }: Ground, changed: () => void) {
  const keychain = createChildKeychain(built('keychain.cjs'), options.keychainService);
  const index = {
    read: () => settings.state().keychainIndex,
    write: (keychainIndex: string[]) => settings.learn({ keychainIndex }),
  };
  const entries = process.platform === 'win32' ? splitLongValues(keychain, WINDOWS_ENTRY_BYTES) : keychain;
  const vault = createVault(entries, index, log);
  const clockWatch = createClockWatch({
    clock,
    remembered: {
      read: () => settings.state().clock ?? null,
      write: (error) => settings.learn({ clock: error }),
    },
    changed,
  });
  const sessions = createSessions({
    vault,
    clock,
    log,
    notifyMinutesBefore: () => settings.preferences().notifyMinutesBefore,
    signedOut: {
      read: () => settings.state().signedOut,
      write: (signedOut) => settings.learn({ signedOut }),
    },
    changed,
  });
  return { keychain, vault, clockWatch, sessions };
}
