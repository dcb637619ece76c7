/** A small object → one file by one request: its answer tells what HeadObject would, and its bytes come with it. */
import { open, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { AppError } from '../lib/app-error.ts';
import { crc32, crcText } from './crc32.ts';
import type { OnTheWay, Outcome } from './on-the-way.ts';
import { SMALLEST_PART_BYTES, WHOLE_BYTES } from './part-plan.ts';
import { receive, writeAll } from './receive.ts';
import { cut, type Remote, remoteIn } from './remote-facts.ts';
import { type Landing, land } from './settle.ts';

/** Null: it is larger by now, and nothing was kept. */
export async function downloadWhole(way: OnTheWay, key: string, landing: Landing): Promise<Outcome | null> {
  await landing.sure();
  const part = landing.partFile();
  const how = { kind: 'download', part, path: landing.path, etag: '', sizeBytes: 0 } as const;
  // Before the file is made: what is not noted would be left behind by a crash.
  way.journal.note({ began: key, how: { ...how, partBytes: SMALLEST_PART_BYTES } });
  const give = async () => {
    await rm(part, { force: true });
    way.journal.note({ dropped: key });
  };
  const handle = await way.attempts.attempt(way.small, way.stop, () => open(part, 'wx+', 0o600));
  try {
    let tries = 0;
    const fetched = await way.attempts.attempt(way.small, way.stop, async () => {
      if (tries++ > 0) await handle.truncate(0);
      return fetchWhole(way, key, handle);
    });
    await handle.close();
    if (fetched !== null) return await land(way, key, how, fetched, landing);
    await give();
    return null;
  } catch (error) {
    await handle.close().catch(() => {});
    if (!way.stop.aborted) await give();
    throw error;
  }
}

type FileHandle = Awaited<ReturnType<typeof open>>;

async function fetchWhole(way: OnTheWay, key: string, handle: FileHandle): Promise<Remote | null> {
  const command = new GetObjectCommand({ Bucket: way.bucket, Key: key });
  // Not `ChecksumMode`: the SDK would then reckon the checksum a second time.
  command.middlewareStack.add(
    (next) => (args) => {
      (args.request as { headers: Record<string, string> }).headers['x-amz-checksum-mode'] = 'ENABLED';
      return next(args);
    },
    { step: 'build' },
  );
  const answer = await way.s3((client) => client.send(command, { abortSignal: way.stop }));
  const body = answer.Body as Readable | undefined;
  if (!body) throw new AppError('s3-answer-garbled', { retry: 'now', subject: key });
  const got = { bytes: 0, crc: 0 };
  let came = 0;
  try {
    const remote = remoteIn(answer, key);
    if (remote.sizeBytes > WHOLE_BYTES) return null;
    way.sized(remote.sizeBytes);
    await receive(body, {
      expected: remote.sizeBytes,
      buffers: way.buffers,
      slow: (bytes) => way.throttle.take(bytes, way.stop),
      came(bytes) {
        came += bytes;
        way.moved(bytes);
        if (came > remote.sizeBytes) throw new AppError('s3-answer-garbled', { retry: 'now', subject: key });
      },
      async save(bytes) {
        await writeAll(handle, bytes, got.bytes);
        got.crc = crc32(bytes, got.crc);
        got.bytes += bytes.length;
      },
    });
    if (got.bytes < remote.sizeBytes) throw cut();
    if (remote.crc !== null && remote.crc !== crcText(got.crc))
      throw new AppError('transfer-checksum', { retry: 'now', subject: key });
    return remote;
  } catch (error) {
    way.moved(-came);
    throw error;
  } finally {
    body.destroy();
  }
}
