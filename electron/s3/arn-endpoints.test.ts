import { Readable } from 'node:stream';
import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { describe, expect, it, vi } from 'vitest';
import type { HttpTransport } from '../network/transport.ts';
import { createBucketRegions } from './bucket-regions.ts';
import { createClassCodes } from './listing/class-codes.ts';
import { openBucket } from './listing/signed-list.ts';
import { createSessionClients } from './session-clients.ts';

const POINT = 'arn:aws:s3:eu-central-1:111122223333:accesspoint/exports';
const session = {
  ...{ organisation: 'corp', role: 'arn:aws:iam::111122223333:role/Reader', region: 'eu-west-1' },
  ...{ accessKeyId: 'AKID', secretAccessKey: 'secret', sessionToken: 'token', expiresAt: 0 },
  ...{ useFips: false, scope: 'full' as const, guarded: false, companyPem: null, clockOffsetMs: 0 },
};

function at(endpoint: string | null, forcePathStyle = false) {
  const send = vi.fn<HttpTransport['send']>(async () => ({
    status: 200,
    headers: {},
    body: Readable.from([
      Buffer.from('<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>'),
    ]),
  }));
  const clientOf = createSessionClients(
    async () => ({ ...session, endpoint, forcePathStyle }),
    () => ({ send, close: () => undefined }),
    () => undefined,
    createBucketRegions(),
    { agrees: () => false },
    1,
  );
  const asked = () => {
    const [request] = send.mock.calls.at(-1) ?? [];
    const [, region, service] =
      /\/\d{8}\/([^/]+)\/([^/]+)\//.exec(request?.headers.authorization ?? '') ?? [];
    return [request?.origin, request?.path.split('?')[0], region, service];
  };
  return { clientOf, asked };
}

describe('an access point by its ARN', () => {
  it.each([
    [null, 'https://exports-111122223333.s3-accesspoint.eu-central-1.amazonaws.com'],
    ['https://s3.corp.example', 'https://exports-111122223333.s3.corp.example'],
  ])('with the endpoint %s is asked for at %s, signed for its own region', async (endpoint, origin) => {
    const { clientOf, asked } = at(endpoint);
    const client = await clientOf('pass', POINT);
    await client.send(new ListObjectsV2Command({ Bucket: POINT, Prefix: 'a/' }));
    expect(asked()).toEqual([origin, '/', 'eu-central-1', 's3']);
    // The listing engine asks at the same place.
    await openBucket(client, POINT, 'a/', createClassCodes()).ask(null, new AbortController().signal);
    expect(asked()).toEqual([origin, '/', 'eu-central-1', 's3']);
  });

  it.each([
    ['http://127.0.0.1:9000', true, '127.0.0.1'],
    ['http://127.0.0.1:9000', false, '127.0.0.1'],
    ['https://[::1]:9000', false, '[::1]'],
    ['https://s3.corp.example', true, 's3.corp.example'],
  ])('with the endpoint %s, path style %s, is refused clearly', async (endpoint, pathStyle, host) => {
    const { clientOf } = at(endpoint, pathStyle);
    const refusal = { code: 's3-no-arn-here', details: { retry: 'never', subject: host } };
    await expect(clientOf('pass', POINT)).rejects.toMatchObject(refusal);
    const client = await clientOf('pass');
    const pages = openBucket(client, POINT, 'a/', createClassCodes());
    await expect(pages.ask(null, new AbortController().signal)).rejects.toMatchObject(refusal);
  });

  it('is opened by its alias everywhere', async () => {
    const { clientOf, asked } = at('http://127.0.0.1:9000', true);
    const client = await clientOf('pass', 'exports-abc123-s3alias');
    await client.send(new ListObjectsV2Command({ Bucket: 'exports-abc123-s3alias' }));
    expect(asked().slice(0, 2)).toEqual(['http://127.0.0.1:9000', '/exports-abc123-s3alias/']);
  });
});
