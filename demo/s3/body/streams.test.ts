// Bodies as AWS's own client streams them, and bodies that are not what they say.

import { Readable } from 'node:stream';
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { startBench, WORKBENCH } from '../operations/testing.ts';

const bench = startBench();

it('a stream is written whole, with the checksum that trails it', async () => {
  const there = { Bucket: WORKBENCH, Key: 'streams/big.bin' };
  const pieces = Array.from({ length: 5 }, (_, index) => Buffer.alloc(200_000, index));
  await bench.s3.send(
    new PutObjectCommand({ ...there, Body: Readable.from(pieces), ContentLength: 1_000_000 }),
  );
  const answer = await bench.s3.send(new GetObjectCommand({ ...there, ChecksumMode: 'ENABLED' }));
  expect(answer.ChecksumCRC32).toBeDefined();
  expect(answer.ContentEncoding).toBeUndefined();
  const bytes = Buffer.from((await answer.Body?.transformToByteArray()) ?? []);
  expect(bytes.equals(Buffer.concat(pieces))).toBe(true);
});

it('a stream whose middle was changed on its way is refused, and nothing is kept', async () => {
  const there = { Bucket: WORKBENCH, Key: 'streams/spoilt.bin' };
  const command = new PutObjectCommand({
    ...there,
    Body: Readable.from([Buffer.alloc(100_000, 'a')]),
    ContentLength: 100_000,
  });
  command.middlewareStack.add(
    (next) => async (args) => {
      const request = args.request as { body: AsyncIterable<Uint8Array> };
      request.body = Readable.from(spoilt(request.body));
      return next(args);
    },
    { step: 'finalizeRequest', priority: 'low' },
  );
  await expect(bench.s3.send(command)).rejects.toMatchObject({
    name: expect.stringMatching(/^(BadDigest|SignatureDoesNotMatch)$/),
  });
  await expect(bench.s3.send(new HeadObjectCommand(there))).rejects.toHaveProperty('name', 'NotFound');
});

async function* spoilt(body: AsyncIterable<Uint8Array | string>): AsyncGenerator<Buffer> {
  for await (const piece of body)
    yield Buffer.from(Buffer.from(piece).toString('latin1').replace('aaaa', 'abba'), 'latin1');
}
