/**
 * Sessions in the OS keychain: save, load, clear, one entry a pass, and whether the keychain can be used at
 * all. Keeps an index of names written ahead, so that no entry is ever forgotten. Knows no session's life.
 */
import type { KeychainView } from '../contract/snapshot.ts';
import type { Log } from '../lib/log.ts';
import type { Credentials } from '../session/credentials.ts';
import { decodeEntry, encodeEntry } from './entry.ts';
import type { Keychain } from './keychain.ts';

export interface Vault {
  state(): KeychainView['kind'];
  /** Writes and removes an entry of our own: tells usable from locked from missing. */
  probe(): Promise<KeychainView['kind']>;
  /** True when it is in the keychain; false when it could only stay in memory. */
  save(pass: string, credentials: Credentials): Promise<boolean>;
  load(pass: string): Promise<Credentials | null>;
  /** True when no entry of this pass is left. */
  clear(pass: string): Promise<boolean>;
  index(): readonly string[];
}

interface Index {
  read(): readonly string[];
  write(passes: string[]): void;
}

const PROBE = 'daypass-probe';

export function createVault(keychain: Keychain, index: Index, log: Log): Vault {
  let state: KeychainView['kind'] = 'unknown';

  const refused = (what: string, error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    state = /locked|did not answer|interaction is not allowed|cancel/i.test(message) ? 'locked' : 'missing';
    log('keychain refused', { what, state, message });
  };
  const probe = async () => {
    try {
      await keychain.set(PROBE, 'probe');
      const read = await keychain.get(PROBE);
      await keychain.delete(PROBE);
      state = read === 'probe' ? 'ok' : 'locked';
    } catch (error) {
      refused('probe', error);
    }
    return state;
  };

  return {
    state: () => state,
    probe,
    index: index.read,
    async save(pass, credentials) {
      try {
        if (!index.read().includes(pass)) index.write([...index.read(), pass]);
        const text = encodeEntry(credentials);
        await keychain.set(pass, text);
        if ((await keychain.get(pass)) !== text)
          throw new Error('the entry did not come back as it was written');
        state = 'ok';
        return true;
      } catch (error) {
        refused('save', error);
        return false;
      }
    },
    async load(pass) {
      try {
        const text = await keychain.get(pass);
        return text === null ? null : decodeEntry(text);
      } catch (error) {
        refused('load', error);
        return null;
      }
    },
    async clear(pass) {
      try {
        await keychain.delete(pass);
        // A locked ring says "nothing there" to a delete as well: only a usable one may forget the name.
        const left = await keychain.get(pass);
        if (left !== null || (state !== 'ok' && (await probe()) !== 'ok')) return false;
        index.write(index.read().filter((name) => name !== pass));
        return true;
      } catch (error) {
        refused('clear', error);
        return false;
      }
    },
  };
}
