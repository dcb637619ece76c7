/**
 * A large file → one object by parts: each read by position, sent with its checksum and noted once S3 has confirmed it.
 * Goes on with what an earlier run had sent. Source: S3 User Guide, "Uploading and copying objects using multipart upload".
 */
import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListPartsCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { AppError } from '../lib/app-error.ts';
import { crcJoined, crcText } from './crc32.ts';
import type { DonePart } from './journal.ts';
import type { OnTheWay } from './on-the-way.ts';
import { openPart } from './part-body.ts';
import { type Part, partBytesOf, partsOf } from './part-plan.ts';
import { isTaken, isThere, sameFile, type Upload } from './upload-file.ts';

interface Open {
  uploadId: string;
  partBytes: number;
  done: Map<number, DonePart>;
}

/** False: `onlyNew`, and an object of that key is there. Nothing is left behind when it fails or is stopped for good. */
export async function uploadByParts(way: OnTheWay, upload: Upload): Promise<boolean> {
  const before = await reopen(way, upload);
  if (before === 'whole') return true;
  const opened = before ?? (await openNew(way, upload));
  const parts = partsOf(upload.file.sizeBytes, opened.partBytes);
  try {
    await sendMissing(way, upload, opened, parts);
    await sameFile(upload);
    await complete(way, upload, opened, parts);
    return true;
  } catch (error) {
    // A pause, a quit and an ended session keep it; whoever cancels aborts it later.
    if (way.stop.aborted) throw error;
    await abandon(way, upload.key, opened.uploadId);
    if (upload.onlyNew && isTaken(error)) return false;
    throw error;
  }
}

async function openNew(way: OnTheWay, { key, file }: Upload): Promise<Open> {
  const command = new CreateMultipartUploadCommand({
    Bucket: way.bucket,
    Key: key,
    ChecksumAlgorithm: 'CRC32',
    ChecksumType: 'FULL_OBJECT',
  });
  const { UploadId } = await way.attempts.attempt(way.small, way.stop, () =>
    way.s3((client) => client.send(command)),
  );
  if (!UploadId) throw new AppError('s3-answer-garbled', { retry: 'now', subject: key });
  const partBytes = partBytesOf(file.sizeBytes);
  const { sizeBytes, modifiedMs } = file;
  way.journal.noteForSure({
    began: key,
    how: { kind: 'upload', uploadId: UploadId, sizeBytes, modifiedMs, partBytes },
  });
  return { uploadId: UploadId, partBytes, done: new Map() };
}

/** What S3 still has of an earlier run, if the file is the same: S3's word counts, not the journal's. */
async function reopen(way: OnTheWay, upload: Upload): Promise<Open | 'whole' | null> {
  const { file, key } = upload;
  const begun = way.begun(key);
  if (begun?.how.kind !== 'upload') return null;
  const { uploadId, partBytes, sizeBytes, modifiedMs } = begun.how;
  if (sizeBytes !== file.sizeBytes || modifiedMs !== file.modifiedMs) {
    await abandon(way, key, uploadId);
    return null;
  }
  const kept = await listParts(way, key, uploadId);
  if (kept === null) {
    // The last run may have ended between S3's answer and its own note of it.
    const all = partsOf(sizeBytes, partBytes);
    const sentAll = all.every(({ number }) => begun.parts.has(number));
    return sentAll && (await isThere(way, key, sizeBytes, crcTextOf(all, begun.parts))) ? 'whole' : null;
  }
  const parts = new Map(partsOf(sizeBytes, partBytes).map((part) => [part.number, part]));
  const done = new Map<number, DonePart>();
  for (const { number, etag, bytes } of kept) {
    const noted = begun.parts.get(number);
    if (noted?.etag === etag && parts.get(number)?.length === bytes) {
      done.set(number, noted);
      way.moved(bytes);
    }
  }
  return { uploadId, partBytes, done };
}

/** Null: S3 knows the upload no more. */
async function listParts(way: OnTheWay, key: string, uploadId: string) {
  const parts: { number: number; etag: string; bytes: number }[] = [];
  let marker: string | undefined;
  try {
    do {
      const ask = { Bucket: way.bucket, Key: key, UploadId: uploadId, PartNumberMarker: marker };
      const page = await way.attempts.attempt(way.small, way.stop, () =>
        way.s3((client) => client.send(new ListPartsCommand(ask), { abortSignal: way.stop })),
      );
      for (const { PartNumber = 0, ETag = '', Size = -1 } of page.Parts ?? [])
        parts.push({ number: PartNumber, etag: ETag, bytes: Size });
      marker =
        page.IsTruncated && page.NextPartNumberMarker !== marker ? page.NextPartNumberMarker : undefined;
    } while (marker !== undefined);
    return parts;
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

async function sendMissing(
  way: OnTheWay,
  upload: Upload,
  { uploadId, done }: Open,
  parts: Part[],
): Promise<void> {
  const halt = new AbortController();
  const stop = AbortSignal.any([way.stop, halt.signal]);
  setMaxListeners(0, stop);
  const sent = parts
    .filter(({ number }) => !done.has(number))
    .map(async (part) => {
      const result = await way.attempts.attempt(way.parts, stop, () =>
        sendPart(way, upload, uploadId, part, stop),
      );
      done.set(part.number, result);
      way.journal.note({ part: upload.key, number: part.number, ...result });
      way.moved(part.length);
    });
  try {
    await Promise.all(sent);
  } catch (error) {
    halt.abort(error);
    await Promise.allSettled(sent);
    throw error;
  }
}

async function sendPart(
  way: OnTheWay,
  upload: Upload,
  uploadId: string,
  part: Part,
  stop: AbortSignal,
): Promise<DonePart> {
  const { body, crc, done } = await openPart({ ...way, stop }, upload, part);
  try {
    const answer = await way.s3((client) =>
      client.send(
        new UploadPartCommand({
          Bucket: way.bucket,
          Key: upload.key,
          UploadId: uploadId,
          PartNumber: part.number,
          Body: body(),
          ContentLength: part.length,
          ChecksumCRC32: crcText(crc),
        }),
        { abortSignal: stop },
      ),
    );
    if (!answer.ETag) throw new AppError('s3-answer-garbled', { retry: 'now', subject: upload.key });
    return { crc, etag: answer.ETag };
  } finally {
    done();
  }
}

async function complete(
  way: OnTheWay,
  upload: Upload,
  { uploadId, done }: Open,
  parts: Part[],
): Promise<void> {
  const { key, file, onlyNew } = upload;
  const crc = crcTextOf(parts, done);
  const command = new CompleteMultipartUploadCommand({
    Bucket: way.bucket,
    Key: key,
    UploadId: uploadId,
    ChecksumCRC32: crc,
    ChecksumType: 'FULL_OBJECT',
    MpuObjectSize: file.sizeBytes,
    ...(onlyNew && { IfNoneMatch: '*' }),
    MultipartUpload: {
      Parts: parts.map(({ number }) => ({
        PartNumber: number,
        ETag: done.get(number)?.etag,
        ChecksumCRC32: crcText(done.get(number)?.crc ?? 0),
      })),
    },
  });
  try {
    await way.attempts.attempt(way.small, way.stop, () => way.s3((client) => client.send(command)));
  } catch (error) {
    // The answer to a first try was lost: the upload is gone because the object is whole.
    if ((isGone(error) || isTaken(error)) && (await isThere(way, key, file.sizeBytes, crc))) return;
    throw error;
  }
}

const crcTextOf = (parts: readonly Part[], done: ReadonlyMap<number, DonePart>) =>
  crcText(parts.reduce((sum, { number, length }) => crcJoined(sum, done.get(number)?.crc ?? 0, length), 0));

/** Connections that were cut may still be waiting to be used again. */
const ABANDON_TRIES = 6;
const ABANDON_WAIT_MS = 50;

/** Frees what S3 keeps of it. What can't be aborted now is found again as an unfinished upload. */
export async function abandon(way: OnTheWay, key: string, uploadId: string): Promise<void> {
  const command = new AbortMultipartUploadCommand({ Bucket: way.bucket, Key: key, UploadId: uploadId });
  // Not at the gate: it may be closed for long, and what is cancelled is not waited for.
  for (let tries = 1; tries <= ABANDON_TRIES; tries++) {
    const gone = await way
      .s3((client) => client.send(command))
      .then(
        () => true,
        (error: unknown) => isGone(error),
      );
    if (gone) return way.journal.note({ dropped: key });
    await wait(ABANDON_WAIT_MS * tries);
  }
}

const isGone = (error: unknown) => (error as { name?: string } | null)?.name === 'NoSuchUpload';
