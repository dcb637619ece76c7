import { Readable } from 'node:stream';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import type { HttpRequest } from '../network/transport.ts';
import { createS3Client } from './client.ts';

async function hashSent(endpoint: string | null, crc: string | undefined): Promise<string | undefined> {
  const sent: HttpRequest[] = [];
  const transport = {
    async send(request: HttpRequest) {
      sent.push(request);
      return { status: 200, headers: {}, body: Readable.from(['']) };
    },
    close: () => undefined,
  };
  const session = {
    ...{ accessKeyId: 'ASIAEXAMPLE', secretAccessKey: 'secret', sessionToken: 'token', expiresAt: 0 },
    ...{ region: 'us-east-1', endpoint, forcePathStyle: true, useFips: false, clockOffsetMs: 0 },
    ...{ scope: 'full' as const, guarded: false },
  };
  const client = createS3Client(session, transport);
  const Body = Buffer.from('text');
  await client.send(
    new PutObjectCommand({ Bucket: 'a', Key: 'b', Body, ...(crc && { ChecksumCRC32: crc }) }),
  );
  return sent[0]?.headers['x-amz-content-sha256'];
}

const HASH = '982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1';

it.each([
  ['over TLS, with a checksum', null, 'OcfnZw==', 'UNSIGNED-PAYLOAD'],
  ['within this computer, with a checksum', 'http://127.0.0.1:9000', 'OcfnZw==', 'UNSIGNED-PAYLOAD'],
  ['on an open line', 'http://s3.corp.example', 'OcfnZw==', HASH],
  ['without a checksum', null, undefined, HASH],
])('a body %s is signed so', async (_where, endpoint, crc, hash) => {
  expect(await hashSent(endpoint, crc)).toBe(hash);
});
