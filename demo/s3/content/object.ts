// One object of the demo: its facts and where its bytes come from. Nothing is on disk; bytes are made when asked for.

import { createCipheriv, createHash } from 'node:crypto';

export type StorageClass =
  | 'STANDARD'
  | 'STANDARD_IA'
  | 'INTELLIGENT_TIERING'
  | 'GLACIER_IR'
  | 'GLACIER'
  | 'DEEP_ARCHIVE';

export interface DemoObject {
  key: string;
  sizeBytes: number;
  modifiedAt: number;
  /** With its quotation marks. */
  etag: string;
  contentType: string;
  storageClass: StorageClass;
  /** Bytes `start` up to but without `end`, in pieces of at most 64 KiB. */
  read(start: number, end: number): Iterable<Buffer>;
}

type Named = Pick<DemoObject, 'key' | 'modifiedAt'> & { storageClass?: StorageClass };

const TYPES: Record<string, string> = {
  csv: 'text/csv',
  json: 'application/json',
  log: 'text/plain',
  md: 'text/markdown',
  txt: 'text/plain',
};

/** A small object whose text is written anew at each reading; size and ETag (MD5) are those of the text. */
export function textObject(named: Named, write: () => string): DemoObject {
  const bytes = Buffer.from(write(), 'utf8');
  return {
    key: named.key,
    modifiedAt: named.modifiedAt,
    storageClass: named.storageClass ?? 'STANDARD',
    sizeBytes: bytes.length,
    etag: etagOf(bytes),
    contentType: TYPES[named.key.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    read: (start, end) => [Buffer.from(write(), 'utf8').subarray(start, end)],
  };
}

/** What somebody has written. */
export function bytesObject(named: Named, bytes: Buffer, contentType: string): DemoObject {
  const kept = Buffer.from(bytes);
  return {
    ...textObject(named, () => ''),
    sizeBytes: kept.length,
    etag: etagOf(kept),
    contentType,
    read: (start, end) => [kept.subarray(start, end)],
  };
}

const etagOf = (bytes: Buffer) => `"${createHash('md5').update(bytes).digest('hex')}"`;

const PIECE_BYTES = 65_536;
const AES_BLOCK_BYTES = 16;
const PART_BYTES = 8 * 1024 * 1024;

/**
 * A large object of noise (what an encrypted file looks like): the AES-CTR key stream of its key, so that any range is
 * as cheap as the first. Its ETag has the form of a multipart upload's, which no client takes for an MD5.
 */
export function noiseObject(named: Named, sizeBytes: number): DemoObject {
  const seed = createHash('sha256').update(named.key).digest();
  const hash = createHash('md5').update(seed).digest('hex');
  return {
    key: named.key,
    modifiedAt: named.modifiedAt,
    storageClass: named.storageClass ?? 'STANDARD',
    sizeBytes,
    etag: `"${hash}-${Math.ceil(sizeBytes / PART_BYTES)}"`,
    contentType: 'application/octet-stream',
    read: (start, end) => noise(seed, start, end),
  };
}

function* noise(seed: Buffer, start: number, end: number): Generator<Buffer> {
  const skip = start % AES_BLOCK_BYTES;
  const counter = Buffer.alloc(AES_BLOCK_BYTES);
  counter.writeUInt32BE((start - skip) / AES_BLOCK_BYTES, AES_BLOCK_BYTES - 4);
  const cipher = createCipheriv('aes-256-ctr', seed, counter);
  cipher.update(Buffer.alloc(skip));
  for (let at = start; at < end; at += PIECE_BYTES) {
    yield cipher.update(Buffer.alloc(Math.min(PIECE_BYTES, end - at)));
  }
}
