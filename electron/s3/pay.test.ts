import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  GetObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
} from '@aws-sdk/client-s3';
import { expect, it, test } from 'vitest';
import type { HttpRequest } from '../network/transport.ts';
import { createS3Client } from './client.ts';
import { signLink } from './link-signer.ts';
import { signerOf } from './listing/signed-get.ts';
import { createPayers, holdPayments } from './payers.ts';

const HEADER = 'x-amz-request-payer';
const point = 'arn:aws:s3:us-east-1:123456789012:accesspoint/feed';

/** A client of the pass `reports`, and all that it sent. */
function clientOf(payers = createPayers()) {
  const sent: HttpRequest[] = [];
  const transport = {
    send: async (request: HttpRequest) => {
      sent.push(request);
      return { status: 200, headers: {}, body: Readable.from(['<x/>']) };
    },
    close: () => undefined,
  };
  const session = {
    ...{ accessKeyId: 'ASIAEXAMPLE', secretAccessKey: 'secret', sessionToken: 'token', expiresAt: 0 },
    ...{ region: 'us-east-1', endpoint: null, forcePathStyle: false, useFips: false, clockOffsetMs: 0 },
    ...{ scope: 'full' as const, guarded: false },
  };
  const client = createS3Client(session, transport, { pays: (bucket) => payers.agrees('reports', bucket) });
  return { client, sent, payers };
}

it.each([
  ['a listing', new ListObjectsV2Command({ Bucket: 'feed' })],
  ['a download', new GetObjectCommand({ Bucket: 'feed', Key: 'a' })],
  ['a copy from it', new CopyObjectCommand({ Bucket: 'own', Key: 'a', CopySource: 'feed/a%2Fb' })],
  [
    'a copy from an access point',
    new CopyObjectCommand({ Bucket: 'own', Key: 'a', CopySource: `${point}/object/a` }),
  ],
])(
  '%s says that the requester pays, from when it was agreed until it is taken back',
  async (_what, command) => {
    const { client, sent, payers } = clientOf();
    const send = () => client.send(command as ListObjectsV2Command).catch(() => undefined);
    await send();
    const back = [payers.agree('reports', 'feed'), payers.agree('reports', point)];
    await send();
    for (const take of back) take();
    await send();
    expect(sent.map(({ headers }) => headers[HEADER])).toEqual([undefined, 'requester', undefined]);
    expect(sent[1]?.headers.authorization).toContain(HEADER);
  },
);

it('another bucket, another pass and the list of buckets are not paid for', async () => {
  const { client, sent, payers } = clientOf();
  payers.agree('reports', 'feed');
  payers.agree('other', 'feed2');
  for (const Bucket of ['feed2', 'fee']) await client.send(new ListObjectsV2Command({ Bucket }));
  await client.send(new ListBucketsCommand({}));
  expect(sent.map(({ headers }) => headers[HEADER])).toEqual([undefined, undefined, undefined]);
});

it('what we sign ourselves says it too: pages of a listing, and links', async () => {
  const { client, payers } = clientOf();
  const sign = await signerOf(client, 'feed', 'us-east-1');
  const link = { method: 'GET', key: 'a', query: {}, beginsAt: new Date(0), expiresIn: 60 } as const;
  const linked = async () => (await signLink(client, 'feed', 'us-east-1', link)).query[HEADER];
  expect((await sign({})).headers).not.toHaveProperty(HEADER);
  expect(await linked()).toBeUndefined();
  payers.agree('reports', 'feed');
  const { headers } = await sign({});
  expect(headers).toMatchObject({ [HEADER]: 'requester', authorization: expect.stringContaining(HEADER) });
  expect(await linked()).toBe('requester');
});

test('two who agree hold on to it each', () => {
  const payers = createPayers();
  const [one, other] = [payers.agree('a', 'b'), payers.agree('a', 'b')];
  one();
  expect(payers.agrees('a', 'b')).toBe(true);
  other();
  expect(payers.agrees('a', 'b')).toBe(false);
});

test('what a port agreed to ends with it', () => {
  const payers = createPayers();
  const payments = holdPayments(payers);
  const paid = () => ['b', 'c'].map((bucket) => payers.agrees('a', bucket));
  payments.pay(1, 'a', 'b');
  payments.pay(2, 'a', 'c');
  payments.stop(1);
  payments.stop(99);
  expect(paid()).toEqual([false, true]);
  payments.close();
  expect(paid()).toEqual([false, false]);
});
