/** Part of an object's bytes, never more of them than were asked for. One world: S3. */
import { Readable } from 'node:stream';
import { GetObjectCommand, type GetObjectCommandOutput } from '@aws-sdk/client-s3';
import { AppError } from '../../lib/app-error.ts';
import { garbled } from '../listing/garbled.ts';
import { type Asked, headersOf, markerOr, type ObjectOf, objectOf, statusOf } from './object-of.ts';

interface BytesOf extends ObjectOf {
  from: number;
  length: number;
  /** Of that very content only. */
  etag: string | null;
}

/** As long as one may be that is asked for. */
const LONGEST_ETAG = 1024;

export async function askBytes({ client, stop }: Asked, asked: BytesOf) {
  const { from, length, etag } = asked;
  const command = new GetObjectCommand({
    ...objectOf(asked),
    Range: `bytes=${from}-${from + length - 1}`,
    ...(etag === null ? {} : { IfMatch: etag }),
  });
  let answer: GetObjectCommandOutput;
  try {
    answer = await client.send(command, { abortSignal: stop });
  } catch (error) {
    const totalBytes = sizeIfPastEnd(error, from);
    return { kind: 'bytes' as const, bytes: new Uint8Array(0), totalBytes, etag };
  }
  if (!(answer.Body instanceof Readable)) throw garbled('an object without a body');
  try {
    const { first, totalBytes, etag: found } = rangeOf(answer, asked);
    if (first !== from) throw garbled(`bytes from ${first} on, not from ${from}`);
    const bytes = await take(answer.Body, Math.min(length, Math.max(0, totalBytes - from)));
    return { kind: 'bytes' as const, bytes, totalBytes, etag: found };
  } finally {
    answer.Body.destroy();
  }
}

/** No range of an empty object can be had, nor one behind the end (RFC 9110, 15.5.17). Throws what else went wrong. */
function sizeIfPastEnd(error: unknown, from: number): number {
  const status = statusOf(error);
  if (status === 412) throw new AppError('s3-changed-meanwhile', { retry: 'never', cause: error });
  if (status !== 416) throw markerOr(error);
  const size = /^bytes \*\/(\d{1,15})$/.exec(headersOf(error)['content-range'] ?? '')?.[1];
  const told = size ?? (error as { ActualObjectSize?: string }).ActualObjectSize ?? (from === 0 ? '0' : '');
  const totalBytes = Number(told || Number.NaN);
  if (!Number.isSafeInteger(totalBytes) || totalBytes < 0 || totalBytes > from)
    throw garbled('no such range, and not said why');
  return totalBytes;
}

function rangeOf({ ContentRange, ContentLength, ETag, $metadata }: GetObjectCommandOutput, asked: BytesOf) {
  // What has no ETag is no object: a page of some portal.
  if (ETag === undefined || ETag.length > LONGEST_ETAG || (asked.etag !== null && ETag !== asked.etag))
    throw garbled('not the object that was asked for');
  const range = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/.exec(ContentRange ?? '');
  if (range) return { first: Number(range[1]), totalBytes: Number(range[3]), etag: ETag };
  // Some services answer with the whole when a range holds the whole.
  if ($metadata.httpStatusCode === 200 && ContentRange === undefined && ContentLength !== undefined)
    return { first: 0, totalBytes: ContentLength, etag: ETag };
  throw garbled(`a range that is none: ${ContentRange ?? 'nothing said'}`);
}

async function take(body: Readable, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(length);
  let taken = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    bytes.set(chunk.subarray(0, length - taken), taken);
    taken = Math.min(length, taken + chunk.length);
    if (taken === length) break;
  }
  if (taken < length) throw new AppError('s3-unreachable', { raw: `${taken} of ${length} bytes came` });
  return bytes;
}
