import { beforeEach, expect, test } from 'vitest';
import type { S3Answer } from '../../electron/contract/s3-port.ts';
import type { S3Listener, S3Start } from './s3-port.ts';
import { watchWork } from './watch-work.ts';

let listener: S3Listener;
let stopped: boolean;
let told: string[];
let watched: ReturnType<typeof watchWork>;

beforeEach(() => {
  stopped = false;
  told = [];
  watched = watchWork({
    takePort: () => undefined,
    start(_, heard) {
      listener = heard;
      return {
        more: () => true,
        stop: () => {
          stopped = true;
        },
      };
    },
  });
  watched.worked.subscribe((pass, bucket) => told.push(`${pass} ${bucket}`));
});

const targets = [{ kind: 'object', key: 'a', version: null }] as const;
const removal: S3Start = {
  ...{ op: 'work', pass: 'reports', bucket: 'data', typed: null },
  task: { task: 'delete', targets: [...targets], everyVersion: false },
};
const quiet = { answer: () => undefined, lost: () => undefined };
const answer = (part: object) => listener.answer({ id: 1, ...part } as S3Answer);

test.each([
  ['is done', () => answer({ kind: 'work', ended: 'done' })],
  ['is stopped by S3', () => answer({ kind: 'work', ended: 'tooManyFailures' })],
  ['fails as a whole', () => answer({ kind: 'failed', failure: { code: 's3-read-only', retry: 'never' } })],
  ['loses its process', () => listener.lost()],
])('work that %s is told', (_, end) => {
  watched.s3.start(removal, quiet);
  answer({ kind: 'work', ended: null });
  expect(told).toEqual([]);
  end();
  expect(told).toEqual(['reports data']);
});

test('work that a person stops is told too: what was done stays done', () => {
  watched.s3.start(removal, quiet).stop();
  expect(stopped).toBe(true);
  expect(told).toEqual(['reports data']);
});

test('a copy into another bucket touches both', () => {
  const task = { task: 'copy', toBucket: 'other', sources: [], move: true, replace: false } as const;
  watched.s3.start({ ...removal, task: { ...task, sources: [] } }, quiet);
  answer({ kind: 'work', ended: 'done' });
  expect(told).toEqual(['reports data', 'reports other']);
});

test('reading is nothing to tell', () => {
  watched.s3.start({ op: 'buckets', pass: 'reports' }, quiet);
  answer({ kind: 'buckets', buckets: [] });
  expect(told).toEqual([]);
});
