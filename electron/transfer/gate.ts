/**
 * The one gate that every request of a transfer goes through: closed once while a person, the session, the network or
 * the disk is waited for, so that no file is tried, and counted as failed, meanwhile. Pure.
 */
export type ClosedFor =
  | { kind: 'paused' }
  | { kind: 'waiting'; for: 'signIn' | 'network' | 'role' }
  | { kind: 'waiting'; for: 'disk'; missingBytes: number | null };

export interface Gate {
  /** Resolves once it is open; rejects when `stop` is aborted. */
  pass(stop: AbortSignal): Promise<void>;
  /** Already closed for the same: nothing happens. A pause stands above all else. */
  close(why: ClosedFor): void;
  /** Opens what was closed for this. */
  open(what: 'paused' | 'signIn' | 'network' | 'role' | 'disk'): void;
  why(): ClosedFor | null;
}

export function createGate(changed: () => void): Gate {
  let paused = false;
  let waiting: Extract<ClosedFor, { kind: 'waiting' }> | null = null;
  let waiters: (() => void)[] = [];

  const settle = () => {
    changed();
    if (paused || waiting) return;
    const through = waiters;
    waiters = [];
    for (const go of through) go();
  };
  return {
    why: () => (paused ? { kind: 'paused' } : waiting),
    pass(stop) {
      if (stop.aborted) return Promise.reject(stop.reason);
      if (!paused && !waiting) return Promise.resolve();
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
      if (why.kind === 'paused') {
        if (paused) return;
        paused = true;
      } else {
        if (waiting?.for === why.for) return;
        waiting = why;
      }
      settle();
    },
    open(what) {
      if (what === 'paused') {
        if (!paused) return;
        paused = false;
      } else {
        if (waiting?.for !== what) return;
        waiting = null;
      }
      settle();
    },
  };
}
