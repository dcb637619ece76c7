import { Readable } from 'node:stream';
import { ListBucketsCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { expect, it, vi } from 'vitest';
import type { HttpTransport } from '../network/transport.ts';
import { type ClientSession, createS3Client } from './client.ts';

const session: ClientSession = {
  accessKeyId: 'ASIAEXAMPLE',
  secretAccessKey: 'secret',
  sessionToken: 'token',
  expiresAt: 0,
  region: 'us-east-1',
  endpoint: null,
  forcePathStyle: false,
  useFips: false,
  scope: 'full' as const,
  guarded: false,
  clockOffsetMs: 0,
};

it.each([
  ['the region’s host', {}, 'https://s3.us-east-1.amazonaws.com'],
  ['the FIPS host where wanted', { useFips: true }, 'https://s3-fips.us-east-1.amazonaws.com'],
  [
    'the organisation’s own, FIPS or not',
    { useFips: true, endpoint: 'https://s3.corp.example' },
    'https://s3.corp.example',
  ],
])('S3 is asked at %s, over the transport that is given', async (_where, change, origin) => {
  const body = '<ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>';
  const send = vi.fn<HttpTransport['send']>(async () => ({
    status: 200,
    headers: {},
    body: Readable.from([body]),
  }));
  const close = vi.fn();
  const client = createS3Client({ ...session, ...change }, { send, close });
  await client.send(new ListBucketsCommand({}));
  expect(send.mock.calls.map(([request]) => request.origin)).toEqual([origin]);
  client.destroy();
  expect(close).toHaveBeenCalledTimes(1);
});

it.each([
  ['arn:aws:s3:us-west-2:123456789012:accesspoint/finance', 'finance-123456789012.s3-accesspoint.us-west-2'],
  ['finance-abc123-s3alias', 'finance-abc123-s3alias.s3.us-east-1'],
  // A certificate for `*.s3…` does not reach over a dot.
  ['my.dotted.bucket', 's3.us-east-1'],
])('the bucket %s is asked for at %s', async (Bucket, host) => {
  const send = vi.fn<HttpTransport['send']>(async () => ({
    status: 200,
    headers: {},
    body: Readable.from(['<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>']),
  }));
  const client = createS3Client(session, { send, close: () => undefined });
  await client.send(new ListObjectsV2Command({ Bucket }));
  const [request] = send.mock.calls[0] ?? [];
  expect(request?.origin).toBe(`https://${host}.amazonaws.com`);
  const [, signedFor] = /\/\d{8}\/([^/]+)\/s3\//.exec(request?.headers.authorization ?? '') ?? [];
  expect(signedFor).toBe(Bucket.startsWith('arn:') ? 'us-west-2' : 'us-east-1');
});
