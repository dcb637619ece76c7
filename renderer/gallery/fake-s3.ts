/** A stand-in for the S3 process at the other end of a real message port: answers from the gallery's shelves. */
import { s3PortMessage } from '../../electron/contract/bridge.ts';
import type { Failure } from '../../electron/contract/failure.ts';
import { type S3Answer, S3Request } from '../../electron/contract/s3-port.ts';
import { buckets, endlessFolder, endlessPage, exportsFolder, ledgerFolder } from './shelves.ts';

/** `silent`: the S3 process takes the request and never answers. */
export type S3Mood =
  | { kind: 'well' }
  | { kind: 'silent' }
  | { kind: 'empty' }
  | { kind: 'failing'; failure: Failure };

export function handOverPort(mood: S3Mood, target: EventTarget = window) {
  const { port1, port2 } = new MessageChannel();
  const pages = new Map<number, number>();
  port2.onmessage = (event) => {
    const answer = answerTo(S3Request.parse(event.data), mood, pages);
    if (answer) port2.postMessage(answer);
  };
  target.dispatchEvent(new MessageEvent('message', { data: s3PortMessage, ports: [port1] }));
}

function answerTo(request: S3Request, mood: S3Mood, pages: Map<number, number>): S3Answer | null {
  const { id } = request;
  if (mood.kind === 'silent' || request.op === 'stop') return null;
  if (mood.kind === 'failing') return { id, kind: 'failed', failure: mood.failure };
  if (request.op === 'buckets') return { id, kind: 'buckets', buckets: mood.kind === 'empty' ? [] : buckets };
  if (request.op === 'more') return endless(id, pages);
  if (mood.kind === 'empty') return page(id, []);
  if (request.bucket === endlessFolder.bucket) return endless(id, pages);
  const found = [exportsFolder, ledgerFolder].find(({ place }) => place.bucket === request.bucket);
  return page(id, found?.entries ?? []);
}

function page(id: number, entries: (typeof exportsFolder)['entries']): S3Answer {
  return { id, kind: 'page', entries, region: 'eu-west-1', complete: true };
}
function endless(id: number, pages: Map<number, number>): S3Answer {
  const n = pages.get(id) ?? 0;
  pages.set(id, n + 1);
  return { id, kind: 'page', entries: endlessPage(n), region: 'eu-west-1', complete: false };
}
