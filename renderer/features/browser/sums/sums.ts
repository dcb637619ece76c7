/**
 * Sizes of whole folders of one pass, asked for one by one by a person: two are counted at a time, the others wait.
 * A sum stays until its folder is listed again by hand. Knows no component and no words.
 */
import type { Failure } from '../../../../electron/contract/failure.ts';
import type { S3Call, S3Client } from '../../../bridge/s3-port.ts';
import type { ActionTarget } from '../actions/begin.ts';

export interface Counted {
  objects: number;
  sizeBytes: number;
}
export type Sum =
  | { kind: 'waiting' }
  | ({ kind: 'running' } & Counted)
  /** `at`: when the counting ended, epoch ms. */
  | ({ kind: 'done'; at: number } & Counted)
  | ({ kind: 'failed'; failure: Failure } & Counted);

export interface Sums {
  subscribe(listener: () => void): () => void;
  /** Another value after every change. */
  all(): ReadonlyMap<string, Sum>;
  of(bucket: string, prefix: string): Sum | undefined;
  /** Counts this folder, with an empty prefix the bucket; anew when it was counted before. */
  ask(bucket: string, prefix: string): void;
  /** Each of its folders; the folder around them when it names nothing. */
  askTarget(target: Pick<ActionTarget, 'bucket' | 'prefix' | 'folders' | 'objects'>): void;
  /** What waits is forgotten, what runs ends; sums that are there stay. */
  stopAll(): void;
  /** The folder and what is below it. */
  forget(bucket: string, prefix: string): void;
}

const MOST_AT_ONCE = 2;
const nameOf = (bucket: string, prefix: string) => `${bucket}/${prefix}`;

export function createSums(s3: S3Client, pass: string, now: () => number): Sums {
  let sums: ReadonlyMap<string, Sum> = new Map();
  const calls = new Map<string, S3Call>();
  const queue: { bucket: string; prefix: string }[] = [];
  const listeners = new Set<() => void>();

  const become = (next: ReadonlyMap<string, Sum>) => {
    sums = next;
    for (const listener of [...listeners]) listener();
  };
  const put = (name: string, sum: Sum) => become(new Map(sums).set(name, sum));
  const soFar = (name: string): Counted => {
    const sum = sums.get(name);
    return sum && 'objects' in sum ? sum : { objects: 0, sizeBytes: 0 };
  };
  const end = (name: string, sum: Sum) => {
    calls.delete(name);
    put(name, sum);
    startNext();
  };
  const fail = (name: string, failure: Failure) => {
    const { objects, sizeBytes } = soFar(name);
    end(name, { kind: 'failed', failure, objects, sizeBytes });
  };
  function start(bucket: string, prefix: string) {
    const name = nameOf(bucket, prefix);
    put(name, { kind: 'running', objects: 0, sizeBytes: 0 });
    const targets = [{ kind: 'folder' as const, prefix }];
    const call = s3.start(
      { op: 'measure', pass, bucket, targets, everyVersion: false },
      {
        answer(answer) {
          if (answer.kind === 'failed') return fail(name, answer.failure);
          if (answer.kind !== 'measured') return;
          const { objects, sizeBytes, complete } = answer;
          if (complete) end(name, { kind: 'done', objects, sizeBytes, at: now() });
          else put(name, { kind: 'running', objects, sizeBytes });
        },
        lost: () => fail(name, { code: 's3-process-died', retry: 'now' }),
      },
    );
    if (sums.get(name)?.kind === 'running') calls.set(name, call);
  }
  function startNext() {
    while (calls.size < MOST_AT_ONCE) {
      const next = queue.shift();
      if (!next) return;
      start(next.bucket, next.prefix);
    }
  }
  const drop = (isGone: (name: string, sum: Sum) => boolean) => {
    const gone = [...sums].filter(([name, sum]) => isGone(name, sum)).map(([name]) => name);
    if (gone.length === 0) return;
    for (const name of gone) {
      calls.get(name)?.stop();
      calls.delete(name);
    }
    const left = queue.filter(({ bucket, prefix }) => !gone.includes(nameOf(bucket, prefix)));
    queue.splice(0, queue.length, ...left);
    become(new Map([...sums].filter(([name]) => !gone.includes(name))));
    startNext();
  };
  const ask = (bucket: string, prefix: string) => {
    const name = nameOf(bucket, prefix);
    const kind = sums.get(name)?.kind;
    if (kind === 'waiting' || kind === 'running') return;
    queue.push({ bucket, prefix });
    put(name, { kind: 'waiting' });
    startNext();
  };

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    all: () => sums,
    of: (bucket, prefix) => sums.get(nameOf(bucket, prefix)),
    ask,
    askTarget({ bucket, prefix, folders, objects }) {
      for (const folder of folders) ask(bucket, folder);
      if (folders.length === 0 && objects.length === 0) ask(bucket, prefix);
    },
    stopAll: () => drop((_name, { kind }) => kind === 'waiting' || kind === 'running'),
    forget: (bucket, prefix) => drop((name) => name.startsWith(nameOf(bucket, prefix))),
  };
}
