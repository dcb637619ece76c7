/**
 * Which buckets a pass agrees to pay for, as long as whoever agreed holds on to it. SECURITY: money; nothing agrees by
 * itself, and nothing is kept. Source: S3 User Guide, "Using Requester Pays buckets". Pure.
 */

export interface Payers {
  /** Answers the way to take it back. */
  agree(pass: string, bucket: string): () => void;
  agrees(pass: string, bucket: string): boolean;
}

export function createPayers(): Payers {
  const agreed = new Map<symbol, string>();
  const nameOf = (pass: string, bucket: string) => JSON.stringify([pass, bucket]);
  return {
    agree(pass, bucket) {
      const one = Symbol();
      agreed.set(one, nameOf(pass, bucket));
      return () => void agreed.delete(one);
    },
    agrees(pass, bucket) {
      const name = nameOf(pass, bucket);
      return [...agreed.values()].includes(name);
    },
  };
}

/** Of one port: what it agreed to ends with it. */
export interface Payments {
  pay(id: number, pass: string, bucket: string): void;
  stop(id: number): void;
  close(): void;
}

const MOST_PAYMENTS = 1000;

export function holdPayments(payers: Payers): Payments {
  const held = new Map<number, () => void>();
  const stop = (id: number) => {
    held.get(id)?.();
    held.delete(id);
  };
  return {
    stop,
    pay(id, pass, bucket) {
      const [oldest] = held.keys();
      if (held.size >= MOST_PAYMENTS && oldest !== undefined) stop(oldest);
      stop(id);
      held.set(id, payers.agree(pass, bucket));
    },
    close() {
      for (const id of [...held.keys()]) stop(id);
    },
  };
}
