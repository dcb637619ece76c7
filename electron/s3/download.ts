/** One object → one file: written beside its place and moved there when whole; nothing is left after a stop. */
import { randomUUID } from 'node:crypto';
import { createWriteStream, type WriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { AppError } from '../lib/app-error.ts';

/** Answers the size in bytes. `progress` is called with bytes done and in all (null: not told). */
export async function downloadObject(
  client: S3Client,
  { bucket, key, path }: { bucket: string; key: string; path: string },
  progress: (doneBytes: number, totalBytes: number | null) => void,
  stop: AbortSignal,
): Promise<number> {
  const answer = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }), { abortSignal: stop });
  if (!(answer.Body instanceof Readable)) throw new AppError('s3-answer-garbled');
  const totalBytes = answer.ContentLength ?? null;
  // A name of its own: short whatever the file is called, and shared with no other download.
  const part = join(dirname(path), `.${randomUUID()}.daypass-part`);
  const file = createWriteStream(part, { flags: 'wx', mode: 0o600 });
  let cut = false;
  answer.Body.once('error', () => {
    cut = file.errored === null && !stop.aborted;
  });
  let doneBytes = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      doneBytes += chunk.length;
      progress(doneBytes, totalBytes);
      done(null, chunk);
    },
  });
  try {
    await pipeline(answer.Body, count, file, { signal: stop });
    if (totalBytes !== null && doneBytes !== totalBytes) throw new AppError('download-cut', { subject: key });
    await rename(part, path);
  } catch (error) {
    await closed(file);
    await rm(part, { force: true });
    throw cut ? new AppError('download-cut', { subject: key, cause: error }) : error;
  }
  return doneBytes;
}

/** A file that is still being opened would come into being after it was removed. */
function closed(file: WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (file.closed) return resolve();
    file.once('close', resolve);
    file.destroy();
  });
}
