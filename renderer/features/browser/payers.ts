/**
 * Which buckets this window agreed to pay for: each agreement is a request to the S3 process that stays open. Where
 * that process ends, nobody pays any more. Knows no component.
 */
import { useSyncExternalStore } from 'react';
import type { S3Call, S3Client } from '../../bridge/s3-port.ts';
import { useAddresses } from './use-address.ts';

export interface Payers {
  agrees(pass: string, bucket: string): boolean;
  agree(pass: string, bucket: string): void;
  takeBack(pass: string, bucket: string): void;
  subscribe(listener: () => void): () => void;
}

export function createPayers(s3: S3Client): Payers {
  const calls = new Map<string, S3Call>();
  const listeners = new Set<() => void>();
  const nameOf = (pass: string, bucket: string) => JSON.stringify([pass, bucket]);
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  const drop = (name: string) => {
    if (calls.delete(name)) tell();
  };
  return {
    agrees: (pass, bucket) => calls.has(nameOf(pass, bucket)),
    agree(pass, bucket) {
      const name = nameOf(pass, bucket);
      if (calls.has(name)) return;
      const call = s3.start(
        { op: 'payer', pass, bucket },
        {
          answer: (answer) => answer.kind === 'failed' && drop(name),
          lost: () => drop(name),
        },
      );
      calls.set(name, call);
      tell();
    },
    takeBack(pass, bucket) {
      const name = nameOf(pass, bucket);
      calls.get(name)?.stop();
      drop(name);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Whether this pass pays for requests to the bucket. */
export function usePays(pass: string, bucket: string | null): boolean {
  const { payers } = useAddresses().shelf;
  return useSyncExternalStore(payers.subscribe, () => bucket !== null && payers.agrees(pass, bucket));
}
