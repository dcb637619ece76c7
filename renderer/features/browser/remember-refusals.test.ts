import { beforeEach, expect, test } from 'vitest';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { S3Answer } from '../../../electron/contract/s3-port.ts';
import type { Snapshot, TransferView } from '../../../electron/contract/snapshot.ts';
import { progressOf, transferOf } from '../../../electron/contract/transfer.test-parts.ts';
import type { S3Client, S3Listener, S3Start } from '../../bridge/s3-port.ts';
import { calm } from '../../gallery/people.ts';
import { allBuckets, type Place } from './place.ts';
import { createRefusedActions, type RefusedActions } from './refused-actions.ts';
import { noteRefusedDownloads, rememberRefusals } from './remember-refusals.ts';

const denied: Failure = { code: 's3-access-denied', retry: 'never' };
let session: number;
let memory: RefusedActions;
let asks: { start: S3Start; listener: S3Listener }[];
let s3: S3Client;
let heard: S3Answer[];

beforeEach(() => {
  session = 1;
  asks = [];
  heard = [];
  memory = createRefusedActions(() => session);
  const real: S3Client = {
    start(start, listener) {
      asks.push({ start, listener });
      return { more: () => true, stop: () => undefined };
    },
    takePort: () => undefined,
  };
  s3 = rememberRefusals(real, memory, () => 42);
});

const folder: Place = { bucket: 'data', prefix: 'x/' };
function ask(place: Place) {
  const start: S3Start =
    place.bucket === null
      ? { op: 'buckets', pass: 'reports' }
      : { op: 'list', pass: 'reports', bucket: place.bucket, prefix: place.prefix };
  return s3.start(start, { answer: (answer) => heard.push(answer), lost: () => undefined });
}
const refuse = (failure = denied) => asks.at(-1)?.listener.answer({ id: 7, kind: 'failed', failure });
const microtasks = () => Promise.resolve();

test('coming back to what was refused is answered without asking', async () => {
  ask(allBuckets);
  refuse();
  ask(folder);
  ask(allBuckets);
  expect(asks).toHaveLength(2);
  expect(heard).toHaveLength(1);
  await microtasks();
  expect(heard.at(-1)).toMatchObject({ kind: 'failed', failure: denied });
  expect(memory.listing('reports', allBuckets)).toMatchObject({ failure: denied, at: 42 });
});

test('asking again on the spot really asks, and an answer is remembered no more', () => {
  ask(allBuckets);
  refuse();
  ask(allBuckets);
  expect(asks).toHaveLength(2);
  asks.at(-1)?.listener.answer({ id: 7, kind: 'buckets', buckets: [] });
  ask(folder);
  ask(allBuckets);
  expect(asks).toHaveLength(4);
});

test('a listing that began before it was refused is not remembered as refused', () => {
  ask(allBuckets);
  asks.at(-1)?.listener.answer({ id: 7, kind: 'buckets', buckets: [] });
  refuse();
  expect(memory.listing('reports', allBuckets)).toBeNull();
});

test('a remembered answer that is stopped is not given', async () => {
  ask(allBuckets);
  refuse();
  ask(folder);
  ask(allBuckets).stop();
  await microtasks();
  expect(heard).toHaveLength(1);
});

test('another folder, another pass or another failure is asked', () => {
  ask(folder);
  refuse();
  ask({ bucket: 'data', prefix: 'y/' });
  refuse({ code: 's3-throttled', retry: 'now' });
  ask(folder);
  ask({ bucket: 'data', prefix: 'y/' });
  expect(asks).toHaveLength(3);
  expect(memory.listing('other', folder)).toBeNull();
});

test('a new sign-in begins without a past', () => {
  ask(folder);
  refuse();
  memory.noteReading('reports', 'data', 'a', { failure: denied, at: 1 });
  session = 2;
  ask(allBuckets);
  ask(folder);
  expect(asks).toHaveLength(3);
  expect(memory.reading('reports', 'data', 'a')).toBeNull();
});

test('a refused object says so itself, others of the bucket say it of another one', () => {
  memory.noteReading('reports', 'data', 'a', { failure: denied, at: 5 });
  expect(memory.reading('reports', 'data', 'a')).toMatchObject({ sameObject: true, at: 5 });
  expect(memory.reading('reports', 'data', 'b')).toMatchObject({ sameObject: false });
  expect(memory.reading('reports', 'logs', 'a')).toBeNull();
  memory.dropReading('reports', 'data', 'b');
  expect(memory.reading('reports', 'data', 'b')).toBeNull();
  expect(memory.reading('reports', 'data', 'a')).toMatchObject({ sameObject: true });
});

test('an archived object says nothing of others', () => {
  const archived: Failure = { code: 's3-archived', retry: 'never', subject: 'GLACIER' };
  memory.noteReading('reports', 'data', 'a', { failure: archived, at: 5 });
  expect(memory.reading('reports', 'data', 'b')).toBeNull();
});

test('what is kept has an end', () => {
  for (let i = 0; i < 2000; i++)
    memory.noteListing('reports', { bucket: 'data', prefix: `${i}/` }, { failure: denied, at: i });
  expect(memory.listing('reports', { bucket: 'data', prefix: '0/' })).toBeNull();
  expect(memory.listing('reports', { bucket: 'data', prefix: '1999/' })).not.toBeNull();
});

test('downloads that are refused while the window looks are noted, earlier ones are not', () => {
  let snapshot: Snapshot = { ...calm, transfers: [ended('old', 'a', denied)] };
  let tell: () => void = () => undefined;
  noteRefusedDownloads(
    {
      current: () => snapshot,
      subscribe(listener) {
        tell = listener;
        return () => undefined;
      },
    },
    memory,
  );
  snapshot = { ...snapshot, transfers: [ended('old', 'a', denied), ended('new', 'b', denied)] };
  tell();
  expect(memory.reading('reports', 'data', 'x/a')).toMatchObject({ sameObject: false });
  expect(memory.reading('reports', 'data', 'x/b')).toMatchObject({ sameObject: true, at: calm.at });
  snapshot = { ...snapshot, transfers: [...snapshot.transfers, ended('done', 'b', null)] };
  tell();
  expect(memory.reading('reports', 'data', 'x/b')).toBeNull();
});

test('an upload that is refused says nothing of reading', () => {
  let snapshot: Snapshot = { ...calm, transfers: [] };
  let tell: () => void = () => undefined;
  const subscribe = (listener: () => void) => {
    tell = listener;
    return () => undefined;
  };
  noteRefusedDownloads({ current: () => snapshot, subscribe }, memory);
  snapshot = { ...snapshot, transfers: [{ ...ended('up', 'a', denied), kind: 'upload' }] };
  tell();
  expect(memory.reading('reports', 'data', 'x/a')).toBeNull();
});

function ended(id: string, name: string, failure: Failure | null): TransferView {
  const files = { found: 1, counted: true, done: failure ? 0 : 1, skipped: 0, failed: failure ? 1 : 0 };
  const failures = failure ? [{ name, failure }] : [];
  return transferOf({
    ...{ id, kind: 'download', name, prefix: 'x/', object: `x/${name}` },
    progress: progressOf({ state: { kind: 'finished' }, files, failures }),
  });
}
