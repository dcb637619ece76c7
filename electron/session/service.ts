/**
 * The live sessions: takes up what a sign-in brought (keychain first), restores them at start, ends them on
 * time. Owns the credentials in main's memory; gives them out by pass id only.
 */
import type { SessionView } from '../contract/snapshot.ts';
import { nextPhaseChangeAt } from '../contract/time.ts';
import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/log.ts';
import type { Vault } from '../vault/vault.ts';
import type { Credentials } from './credentials.ts';

interface Live {
  credentials: Credentials;
  kept: 'keychain' | 'memory';
}

export interface Sessions {
  view(pass: string): SessionView;
  /** Null when there is no live session. */
  credentials(pass: string): Credentials | null;
  /** Resolves once the session is active: saved in the keychain, or said to be in memory only. */
  take(pass: string, credentials: Credentials): Promise<void>;
  /** Reads back what the keychain still holds for these passes; drops what is over. */
  restore(passes: readonly string[]): Promise<void>;
  /** Tries the keychain again: sessions kept in memory move there. */
  retryKeychain(): Promise<void>;
  signOut(pass: string): Promise<void>;
  /** Whether the person ended its session by hand, and it has had none since. */
  signedOut(pass: string): boolean;
  /** Looks again when the person wants to be told, which may have changed. */
  update(): void;
}

interface Parts {
  vault: Vault;
  clock: Clock;
  log: Log;
  notifyMinutesBefore: () => number;
  /** Passes that were signed out by hand; remembered over a restart. */
  signedOut: { read(): readonly string[]; write(passes: string[]): void };
  /** Called after every change of any session, also when a phase changes by itself. */
  changed: () => void;
}

export function createSessions(parts: Parts): Sessions {
  const { vault, clock, log, notifyMinutesBefore, signedOut, changed } = parts;
  const live = new Map<string, Live>();
  const ended = new Map<string, { startedAt: number; endedAt: number }>();
  const forgetSignedOut = (pass: string) => {
    if (signedOut.read().includes(pass)) signedOut.write(signedOut.read().filter((each) => each !== pass));
  };
  let callOff = () => {};
  let noticeMinutes = notifyMinutesBefore();

  /** One alarm for the earliest threshold of all sessions. */
  const watch = () => {
    callOff();
    noticeMinutes = notifyMinutesBefore();
    const changes = [...live.values()].flatMap(
      ({ credentials }) => nextPhaseChangeAt(credentials, clock.now(), notifyMinutesBefore()) ?? clock.now(),
    );
    if (changes.length > 0) callOff = clock.alarm(Math.min(...changes), onThreshold);
  };
  const onThreshold = () => {
    for (const [pass, { credentials }] of live)
      if (credentials.expiresAt <= clock.now()) end(pass, credentials);
    watch();
    changed();
  };
  const end = (pass: string, { startedAt, expiresAt }: Credentials) => {
    live.delete(pass);
    ended.set(pass, { startedAt, endedAt: expiresAt });
    log('session ended', { pass });
    void vault.clear(pass).then(changed);
  };
  const put = (pass: string, credentials: Credentials, kept: Live['kept']) => {
    live.set(pass, { credentials, kept });
    ended.delete(pass);
    forgetSignedOut(pass);
    watch();
    changed();
  };

  return {
    signedOut: (pass) => signedOut.read().includes(pass),
    update() {
      if (notifyMinutesBefore() !== noticeMinutes) watch();
    },
    view(pass) {
      const session = live.get(pass);
      if (session) {
        const { startedAt, expiresAt, scope } = session.credentials;
        return { kind: 'active', startedAt, expiresAt, kept: session.kept, scope };
      }
      const past = ended.get(pass);
      return past ? { kind: 'ended', ...past } : { kind: 'none' };
    },
    credentials: (pass) => {
      const session = live.get(pass);
      return session && session.credentials.expiresAt > clock.now() ? session.credentials : null;
    },
    async take(pass, credentials) {
      const kept = (await vault.save(pass, credentials)) ? 'keychain' : 'memory';
      put(pass, credentials, kept);
    },
    async restore(passes) {
      if (vault.index().length === 0) return;
      if ((await vault.probe()) !== 'ok') return changed();
      for (const pass of vault.index()) {
        const credentials = await vault.load(pass);
        const wanted = passes.includes(pass) && credentials !== null && credentials.expiresAt > clock.now();
        if (wanted) put(pass, credentials, 'keychain');
        else await vault.clear(pass);
      }
      changed();
    },
    async retryKeychain() {
      if ((await vault.probe()) !== 'ok') return changed();
      for (const [pass, session] of live) {
        if (session.kept === 'memory' && (await vault.save(pass, session.credentials))) {
          if (live.get(pass) === session) live.set(pass, { ...session, kept: 'keychain' });
        }
      }
      for (const pass of vault.index()) {
        if (live.has(pass)) continue;
        const credentials = await vault.load(pass);
        if (credentials && credentials.expiresAt > clock.now()) put(pass, credentials, 'keychain');
        else await vault.clear(pass);
      }
      changed();
    },
    async signOut(pass) {
      if (live.has(pass) || ended.has(pass)) signedOut.write([...new Set([...signedOut.read(), pass])]);
      live.delete(pass);
      ended.delete(pass);
      watch();
      changed();
      await vault.clear(pass);
      changed();
    },
  };
}
