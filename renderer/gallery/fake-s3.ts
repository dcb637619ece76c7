/** A stand-in for the S3 process at the other end of a real message port: answers from the gallery's shelves. */
import { s3PortMessage } from '../../electron/contract/bridge.ts';
import type { Failure } from '../../electron/contract/failure.ts';
import type { ListPiece } from '../../electron/contract/s3-list.ts';
import { type S3Answer, S3Request } from '../../electron/contract/s3-port.ts';
import { packRows, type RowToPack } from '../features/browser/columns/pack.ts';
import { inspectAnswer } from './fake-inspect.ts';
import { askedOf, type WorkAnswers } from './fake-work.ts';
import { millionFolder, millionPieces } from './million.ts';
import { shelvedObject } from './preview-shelf.ts';
import { buckets, endlessFolder, endlessRows, exportsFolder, ledgerFolder } from './shelves.ts';
import { sumOf } from './sums.ts';

/** `silent`: the S3 process takes the request and never answers. */
export type S3Mood =
  | { kind: 'well' }
  | { kind: 'silent' }
  /** Lists, and then takes requests about single objects and never answers them. */
  | { kind: 'listsOnly' }
  | { kind: 'empty' }
  | { kind: 'throttled' }
  | { kind: 'failing'; failure: Failure };

/** `works`: answers to the first, the second work that is asked for. */
export function handOverPort(mood: S3Mood, works: readonly WorkAnswers[] = [], target: EventTarget = window) {
  const { port1, port2 } = new MessageChannel();
  let begun = 0;
  port2.onmessage = (event) => {
    const request = S3Request.parse(event.data);
    if (request.op === 'work') {
      for (const told of works[begun++] ?? []) port2.postMessage({ ...told, id: request.id });
      return;
    }
    for (const answer of answersTo(request, mood)) port2.postMessage(answer);
  };
  target.dispatchEvent(new MessageEvent('message', { data: s3PortMessage, ports: [port1] }));
}

function* answersTo(request: S3Request, mood: S3Mood): Generator<S3Answer> {
  const { id } = request;
  if (request.op === 'bytes') return yield* bytesOf(request);
  if (mood.kind === 'listsOnly' && request.op !== 'list') return;
  if (mood.kind === 'silent' || request.op === 'stop' || request.op === 'more') return;
  const summed = sumOf(request);
  if (summed) return yield* summed;
  if (request.op === 'look') yield { id, kind: 'looked', object: null, folder: null };
  else if (request.op === 'payer') yield { id, kind: 'noted' };
  else if (mood.kind === 'failing') yield { id, kind: 'failed', failure: mood.failure };
  else if (request.op === 'buckets')
    yield { id, kind: 'buckets', buckets: mood.kind === 'empty' ? [] : buckets };
  else if (request.op !== 'list')
    yield askedOf(request) ??
      inspectAnswer(request) ?? { id, kind: 'failed', failure: { code: 's3-unreachable', retry: 'now' } };
  else if (mood.kind === 'empty') yield* listing(id, [packRows([], [])], true);
  else if (request.prefix === millionFolder.prefix) yield* listing(id, millionPieces(), false);
  else if (request.bucket === endlessFolder.bucket)
    yield* listing(id, [packRows(endlessRows(0), [])], false, mood.kind === 'throttled');
  else yield* listing(id, [packRows(rowsOf(request.bucket), [])], true);
}

function* bytesOf({ id, key, from, length }: Extract<S3Request, { op: 'bytes' }>): Generator<S3Answer> {
  const shelved = shelvedObject(key);
  if (shelved?.silent) return;
  if (shelved === undefined || shelved.failure !== undefined) {
    const failure: Failure = shelved?.failure ?? { code: 's3-no-such-key', retry: 'never', subject: key };
    return yield { id, kind: 'failed', failure };
  }
  const bytes = shelved.bytes.slice(from, from + length);
  yield { id, kind: 'bytes', bytes, totalBytes: shelved.sizeBytes, etag: '"e"' };
}

function rowsOf(bucket: string): readonly RowToPack[] {
  return [exportsFolder, ledgerFolder].find(({ place }) => place.bucket === bucket)?.entries ?? [];
}

/** `whole` false: more would come, and never does. */
function* listing(
  id: number,
  pieces: Iterable<ListPiece>,
  whole: boolean,
  throttled = false,
): Generator<S3Answer> {
  let names = 0;
  for (const piece of pieces) {
    names += piece.ends.length;
    const progress = {
      calls: Math.ceil(names / 1000) || 1,
      inFlight: whole ? 0 : 24,
      throttled,
      waiting: false,
    };
    yield { id, kind: 'piece', piece, progress, region: 'eu-west-1', complete: whole };
  }
}
