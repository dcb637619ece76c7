/**
 * The one gate that every request of a transfer goes through: closed once while a person, the session, the network or
 * the disk is waited for, so that no file is tried, and counted as failed, meanwhile. Pure.
 */
export type ClosedFor =
  | { kind: 'paused' }
  | { kind: 'waiting'; for: 'signIn' | 'network' | 'role' }
  | { kind: 'waiting'; for: 'disk'; missingBytes: number | null };

type Reason = 'paused' | Extract<ClosedFor, { kind: 'waiting' }>['for'];
/** What is told first when it is closed for several. */
const ORDER: readonly Reason[] = ['paused', 'role', 'signIn', 'disk', 'network'];

export interface Gate {
  /** Resolves once it is open; rejects when `stop` is aborted. */
  pass(stop: AbortSignal): Promise<void>;
  /** Already closed for the same: false. A pause stands above all else; each reason must be opened again. */
  close(why: ClosedFor): boolean;
  /** Opens what was closed for this. */
  open(what: Reason): void;
  why(): ClosedFor | null;
}

export function createGate(changed: () => void): Gate {
  const closed = new Map<Reason, ClosedFor>();
  let waiters: (() => void)[] = [];

  const settle = () => {
    changed();
    if (closed.size > 0) return;
    const through = waiters;
    waiters = [];
    for (const go of through) go();
  };
  return {
    why: () => closed.get(ORDER.find((one) => closed.has(one)) ?? 'paused') ?? null,
    pass(stop) {
      if (stop.aborted) return Promise.reject(stop.reason);
      if (closed.size === 0) return Promise.resolve();
      return new Promise((resolve, reject) => {
        const onStop = () => {
          waiters = waiters.filter((one) => one !== go);
          reject(stop.reason);
        };
        const go = () => {
          stop.removeEventListener('abort', onStop);
          resolve();
        };
        stop.addEventListener('abort', onStop, { once: true });
        waiters.push(go);
      });
    },
    close(why) {
      const reason = why.kind === 'paused' ? 'paused' : why.for;
      if (closed.has(reason)) return false;
      closed.set(reason, why);
      settle();
      return true;
    },
    open(what) {
      if (closed.delete(what)) settle();
    },
  };
}
