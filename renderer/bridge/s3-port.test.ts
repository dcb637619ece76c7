import { beforeEach, expect, test, vi } from 'vitest';
import type { Reply } from '../../electron/contract/failure.ts';
import type { S3Answer, S3Request } from '../../electron/contract/s3-port.ts';
import { packRows } from '../features/browser/columns/pack.ts';
import { createS3Client, type PortLike, type S3Client } from './s3-port.ts';

type Listen = (event: { data?: unknown }) => void;
class FakePort implements PortLike {
  sent: S3Request[] = [];
  closed = false;
  private listeners = new Map<string, Listen>();
  postMessage = (message: S3Request) => void this.sent.push(message);
  addEventListener = (name: string, listener: Listen) => void this.listeners.set(name, listener);
  start = () => undefined;
  close = () => {
    this.closed = true;
  };
  say = (data: unknown) => this.listeners.get('message')?.({ data });
  die = () => this.listeners.get('close')?.({});
}

let replies: ((reply: Reply<null>) => void)[];
let client: S3Client;
const answer = vi.fn<(answer: S3Answer) => void>();
const lost = vi.fn();
const ask = { op: 'buckets', pass: 'reports' } as const;

beforeEach(() => {
  replies = [];
  answer.mockReset();
  lost.mockReset();
  client = createS3Client(() => new Promise((resolve) => replies.push(resolve)));
});
const connected = () => {
  const port = new FakePort();
  client.takePort(port);
  return port;
};

test('the first request asks for a port once, and is sent when it is there', () => {
  client.start(ask, { answer, lost });
  client.start(ask, { answer, lost });
  expect(replies).toHaveLength(1);
  expect(connected().sent.map(({ op }) => op)).toEqual(['buckets', 'buckets']);
});

test('a refused connection answers every waiting request', async () => {
  client.start(ask, { answer, lost });
  replies[0]?.({ ok: false, failure: { code: 's3-process-died', retry: 'now' } });
  await vi.waitFor(() => expect(answer).toHaveBeenCalledOnce());
  expect(answer.mock.calls[0]?.[0]).toMatchObject({ kind: 'failed', failure: { code: 's3-process-died' } });
});

test('answers find their request; strangers are left alone', () => {
  const port = connected();
  client.start(ask, { answer, lost });
  port.say({ id: 99, kind: 'buckets', buckets: [] });
  expect(answer).not.toHaveBeenCalled();
  port.say({ id: port.sent[0]?.id, kind: 'buckets', buckets: [] });
  expect(answer).toHaveBeenCalledOnce();
});

test('an answer that does not fit the contract is a failure, not a listing', () => {
  const port = connected();
  client.start(ask, { answer, lost });
  port.say({ id: port.sent[0]?.id, kind: 'buckets', buckets: [{ name: 5 }] });
  expect(answer.mock.calls[0]?.[0]).toMatchObject({ kind: 'failed', failure: { code: 's3-answer-garbled' } });
  expect(() => port.say(null)).not.toThrow();
});

test('when the process dies its requests are lost, and the next need asks for a new port', () => {
  const port = connected();
  client.start(ask, { answer, lost });
  port.die();
  expect(lost).toHaveBeenCalledOnce();
  client.start(ask, { answer, lost });
  expect(replies).toHaveLength(1);
  expect(connected().sent).toHaveLength(1);
});

test('a fresh port takes the place of the old one', () => {
  const old = connected();
  const call = client.start({ op: 'list', pass: 'p', bucket: 'data', prefix: '' }, { answer, lost });
  const fresh = connected();
  expect(old.closed).toBe(true);
  expect(lost).toHaveBeenCalledOnce();
  expect(call.more()).toBe(false);
  old.die();
  client.start(ask, { answer, lost });
  expect(fresh.sent).toHaveLength(1);
});

test('stopping tells the process, or takes back what was not sent yet', () => {
  client.start(ask, { answer, lost }).stop();
  const port = connected();
  expect(port.sent).toEqual([]);
  client.start(ask, { answer, lost }).stop();
  expect(port.sent.map(({ op }) => op)).toEqual(['buckets', 'stop']);
});

const work = {
  op: 'work',
  pass: 'reports',
  bucket: 'data',
  task: { task: 'newFolder', prefix: 'x/' },
  typed: null,
} as const;
const done = { found: 3, counted: true, done: 2, doneBytes: 9, skipped: 0, failed: 0, throttled: false };

test('work that is stopped still says what it had done', () => {
  const port = connected();
  const call = client.start(work, { answer, lost });
  call.stop();
  expect(port.sent.at(-1)?.op).toBe('stop');
  const progress = { ...done, failures: [], undo: [] };
  port.say({ id: port.sent[0]?.id, kind: 'work', progress, ended: 'stopped' });
  expect(answer).toHaveBeenCalledWith(expect.objectContaining({ progress, ended: 'stopped' }));
  call.stop();
  expect(port.sent).toHaveLength(2);
});

test('work that is stopped before it was sent did nothing', () => {
  client.start(work, { answer, lost }).stop();
  expect(answer).toHaveBeenCalledWith(expect.objectContaining({ kind: 'work', ended: 'stopped' }));
  expect(connected().sent).toEqual([]);
});

test('a listing stays open from piece to piece, and what is garbled ends it on both sides', () => {
  const port = connected();
  client.start({ op: 'list', pass: 'p', bucket: 'data', prefix: '' }, { answer, lost });
  const id = port.sent[0]?.id;
  const progress = { calls: 1, inFlight: 0, throttled: false, waiting: false };
  const piece = packRows([{ key: 'a/' }], []);
  port.say({ id, kind: 'progress', progress });
  port.say({ id, kind: 'piece', piece, progress, region: null, complete: false });
  port.say({
    id,
    kind: 'piece',
    piece: { ...piece, ends: Uint32Array.of(9) },
    progress,
    region: null,
    complete: false,
  });
  port.say({ id, kind: 'piece', piece, progress, region: null, complete: true });
  expect(answer.mock.calls.map(([{ kind }]) => kind)).toEqual(['progress', 'piece', 'failed']);
  expect(port.sent.at(-1)).toEqual({ id, op: 'stop' });
});
