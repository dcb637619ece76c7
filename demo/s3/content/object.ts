// One object of the demo: its facts and where its bytes come from. Nothing is on disk; bytes are made when asked for.

import { createCipheriv, createHash } from 'node:crypto';
import { inPieces, PIECE_BYTES } from './pieces.ts';

export type StorageClass =
  | 'STANDARD'
  | 'STANDARD_IA'
  | 'ONEZONE_IA'
  | 'REDUCED_REDUNDANCY'
  | 'INTELLIGENT_TIERING'
  | 'GLACIER_IR'
  | 'GLACIER'
  | 'DEEP_ARCHIVE';

export interface Tag {
  name: string;
  value: string;
}

export type ChecksumAlgorithm = 'CRC32' | 'SHA1' | 'SHA256';

export interface Checksum {
  algorithm: ChecksumAlgorithm;
  /** Base64; of parts with `-N` behind it. */
  value: string;
  type: 'FULL_OBJECT' | 'COMPOSITE';
}

export interface DemoObject {
  key: string;
  sizeBytes: number;
  modifiedAt: number;
  /** With its quotation marks. */
  etag: string;
  contentType: string;
  storageClass: StorageClass;
  /** Beside the type: Content-Encoding, Cache-Control and the like, by the header's name. */
  headers?: Record<string, string>;
  /** The person's own, names in lower case without `x-amz-meta-`; values as they go into a header. */
  metadata?: Record<string, string>;
  tags?: readonly Tag[];
  checksum?: Checksum;
  /** Absent: S3's own key (AES256). */
  kmsKeyArn?: string;
  /** Of a multipart upload: the size of every part. */
  partSizes?: readonly number[];
  /** Bytes `start` up to but without `end`, in pieces of at most 64 KiB. */
  read(start: number, end: number): Iterable<Buffer>;
}

export type Named = Pick<DemoObject, 'key' | 'modifiedAt'> &
  Partial<
    Pick<
      DemoObject,
      'storageClass' | 'headers' | 'metadata' | 'tags' | 'kmsKeyArn' | 'checksum' | 'contentType'
    >
  >;

const TYPES: Record<string, string> = {
  csv: 'text/csv',
  json: 'application/json',
  log: 'text/plain',
  md: 'text/markdown',
  png: 'image/png',
  txt: 'text/plain',
};

const typeOf = (key: string) => TYPES[key.split('.').at(-1) ?? ''] ?? 'application/octet-stream';

/** A small object whose text is written anew at each reading; size and ETag (MD5) are those of the text. */
export function textObject(named: Named, write: () => string): DemoObject {
  const bytes = Buffer.from(write(), 'utf8');
  return {
    storageClass: 'STANDARD',
    contentType: typeOf(named.key),
    ...named,
    sizeBytes: bytes.length,
    etag: etagOf(bytes),
    read: (start, end) => inPieces(Buffer.from(write(), 'utf8').subarray(start, end)),
  };
}

/** What somebody has written. The buffer is kept, not copied. */
export function bytesObject(named: Named, bytes: Buffer): DemoObject {
  return {
    storageClass: 'STANDARD',
    contentType: typeOf(named.key),
    ...named,
    sizeBytes: bytes.length,
    etag: etagOf(bytes),
    read: (start, end) => inPieces(bytes.subarray(start, end)),
  };
}

const etagOf = (bytes: Buffer) => `"${createHash('md5').update(bytes).digest('hex')}"`;

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
    storageClass: 'STANDARD',
    contentType: 'application/octet-stream',
    ...named,
    sizeBytes,
    etag: `"${hash}-${Math.ceil(sizeBytes / PART_BYTES)}"`,
    partSizes: inParts(sizeBytes),
    read: (start, end) => noise(seed, start, end),
  };
}

function inParts(sizeBytes: number): number[] {
  const count = Math.ceil(sizeBytes / PART_BYTES);
  return Array.from({ length: count }, (_, index) => Math.min(PART_BYTES, sizeBytes - index * PART_BYTES));
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
