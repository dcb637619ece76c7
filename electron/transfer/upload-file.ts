/** One file → one object: small ones in one request, others by parts. */
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { type HeadObjectCommandOutput, PutObjectCommand } from '@aws-sdk/client-s3';
import type { ConflictAnswer } from '../contract/transfer.ts';
import { AppError } from '../lib/app-error.ts';
import { crc32, crcText } from './crc32.ts';
import { head } from './head.ts';
import type { OnTheWay, Outcome } from './on-the-way.ts';
import { SMALL_BYTES, WHOLE_BYTES } from './part-plan.ts';
import { slowBody } from './slow-body.ts';
import { uploadByParts } from './upload-parts.ts';

export interface LocalFile {
  path: string;
  sizeBytes: number;
  modifiedMs: number;
}

/** A name that is taken gets a number; more than this many are somebody's mistake. */
const MOST_NAMES_TRIED = 100;

export async function uploadFile(
  way: OnTheWay,
  file: LocalFile,
  key: string,
  conflict: ConflictAnswer,
): Promise<Outcome> {
  if (conflict === 'compare' && (await isUpToDate(way, file, key))) return { kind: 'skipped' };
  const handle = await openSame(file);
  try {
    for (let number = 1; number <= MOST_NAMES_TRIED; number++) {
      const name = numbered(key, number);
      const onlyNew = conflict === 'skip' || conflict === 'keepBoth';
      // Nothing is sent that S3 would not take in the end.
      const asks = conflict === 'skip' || (onlyNew && file.sizeBytes > WHOLE_BYTES);
      if (asks && !way.begun(name) && (await isTakenName(way, name))) {
        if (conflict === 'skip') return { kind: 'skipped' };
        continue;
      }
      const put = file.sizeBytes <= WHOLE_BYTES ? uploadWhole : uploadByParts;
      if (await put(way, { file, handle, key: name, onlyNew }))
        return { kind: 'done', bytes: file.sizeBytes };
      if (conflict === 'skip') return { kind: 'skipped' };
    }
    throw new AppError('s3-already-there', { retry: 'never', subject: key });
  } finally {
    await handle.close();
  }
}

/** The very file that was looked at, and no link, pipe or device that took its name since. */
async function openSame(file: LocalFile): Promise<FileHandle> {
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  const handle = await open(file.path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch((cause: unknown) => {
    const { code = '' } = cause as NodeJS.ErrnoException;
    const gone = ['ENOENT', 'ENOTDIR', 'ELOOP', 'EISDIR', 'ENXIO'].includes(code);
    throw new AppError(gone ? 'file-changed' : 'file-unreadable', {
      retry: 'now',
      subject: file.path,
      cause,
    });
  });
  try {
    await sameFile({ handle, file });
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

export interface Upload {
  file: LocalFile;
  handle: FileHandle;
  key: string;
  /** False is answered when an object of that key is there. */
  onlyNew: boolean;
}

async function uploadWhole(way: OnTheWay, upload: Upload): Promise<boolean> {
  const { file, key, onlyNew } = upload;
  // One that is not small takes the room of a part, so that memory has an end.
  const pace = file.sizeBytes <= SMALL_BYTES ? way.small : way.parts;
  let crc = '';
  const put = async () => {
    const buffer = way.buffers.take(Math.max(1, file.sizeBytes));
    try {
      const body = await readPart(upload, buffer, 0, file.sizeBytes);
      crc = crcText(crc32(body));
      await sameFile(upload);
      const command = new PutObjectCommand({
        Bucket: way.bucket,
        Key: key,
        Body: slowBody(body, way.throttle, way.stop),
        ContentLength: body.length,
        ChecksumCRC32: crc,
        ...(onlyNew && { IfNoneMatch: '*' }),
      });
      await way.s3((client) => client.send(command, { abortSignal: way.stop }));
    } finally {
      way.buffers.giveBack(buffer);
    }
  };
  try {
    await way.attempts.attempt(pace, way.stop, put);
    return true;
  } catch (error) {
    // The answer to a first try may have been lost: then what is there is ours.
    if (onlyNew && isTaken(error)) return isThere(way, key, file.sizeBytes, crc);
    throw error;
  }
}

/** Whether the object is what was sent, by its size and the checksum of all of it. */
export async function isThere(way: OnTheWay, key: string, sizeBytes: number, crc: string): Promise<boolean> {
  const there = await head(way, key, { ChecksumMode: 'ENABLED' }).catch((error: unknown) => {
    // Not known is not there; but a quit or a cancel is neither.
    if (way.stop.aborted) throw error;
    return null;
  });
  return there?.ContentLength === sizeBytes && there.ChecksumCRC32 === crc;
}

export const isTaken = (error: unknown) =>
  (error as { name?: string } | null)?.name === 'PreconditionFailed' ||
  (error as { $metadata?: { httpStatusCode?: number } } | null)?.$metadata?.httpStatusCode === 412;

/** Exactly these bytes of the file; throws when it has become shorter. */
export async function readPart(
  { handle, file }: Pick<Upload, 'handle' | 'file'>,
  buffer: Buffer,
  start: number,
  length: number,
): Promise<Buffer> {
  let read = 0;
  while (read < length) {
    const { bytesRead } = await handle.read(buffer, read, length - read, start + read).catch((cause) => {
      throw new AppError('file-unreadable', { retry: 'now', subject: file.path, cause });
    });
    if (bytesRead === 0) throw new AppError('file-changed', { retry: 'now', subject: file.path });
    read += bytesRead;
  }
  return buffer.subarray(0, length);
}

/** Throws when the file is not the one any more that was looked at. */
export async function sameFile({ handle, file }: Pick<Upload, 'handle' | 'file'>): Promise<void> {
  const facts = await handle.stat();
  const { size, mtimeMs } = facts;
  if (!facts.isFile() || size !== file.sizeBytes || mtimeMs !== file.modifiedMs)
    throw new AppError('file-changed', { retry: 'now', subject: file.path });
}

/** Null: there is none, or this role may not know; then the conditions of the write decide. */
async function lookFor(way: OnTheWay, key: string): Promise<HeadObjectCommandOutput | null> {
  try {
    return await head(way, key);
  } catch (error) {
    const status = (error as { $metadata?: { httpStatusCode?: number } } | null)?.$metadata?.httpStatusCode;
    if (status === 404 || status === 403) return null;
    throw error;
  }
}

const isTakenName = async (way: OnTheWay, key: string) => (await lookFor(way, key)) !== null;

async function isUpToDate(way: OnTheWay, file: LocalFile, key: string): Promise<boolean> {
  const there = await lookFor(way, key);
  return there?.ContentLength === file.sizeBytes && (there.LastModified?.getTime() ?? 0) >= file.modifiedMs;
}

/** `a/report.csv`, 2 → `a/report (2).csv`. */
function numbered(key: string, number: number): string {
  if (number === 1) return key;
  const cut = key.lastIndexOf('/') + 1;
  const [, stem = '', extension = ''] = /^(.+?)(\.[^.]*)?$/s.exec(key.slice(cut)) ?? [];
  return `${key.slice(0, cut)}${stem} (${number})${extension}`;
}
