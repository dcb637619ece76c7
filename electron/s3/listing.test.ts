import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Handle, type RunningServer, serve } from '../../demo/http/serve.ts';
import { ODD_KEYS } from '../../demo/s3/buckets/odd-keys.ts';
import { type Credentials, credentialsOf, startTestDemo, type TestDemo } from '../../demo/testing.ts';
import type { ListEntry } from '../contract/s3-port.ts';
import { AppError } from '../lib/app-error.ts';
import { directTransport } from '../network/direct.test-parts.ts';
import { createS3Client } from './client.ts';
import { s3Failure } from './errors.ts';
import { decodeKey, listBuckets, listPrefix } from './listing.ts';

const MINUTE = 60_000;
const S3_ACCESS = '111122223333/S3AccessRole';
const going = () => new AbortController().signal;
const failureOf = (answer: Promise<unknown>) =>
  answer.then(
    () => 'an answer',
    (error: unknown) => s3Failure(error, 'bucket'),
  );

function clientFor(endpoint: string, keys: Omit<Credentials, 'expiration'>) {
  const { accessKeyId, secretAccessKey, sessionToken } = keys;
  const where = { region: 'eu-west-1', endpoint, forcePathStyle: true, clockOffsetMs: 0, expiresAt: 0 };
  const session = { accessKeyId, secretAccessKey, sessionToken, ...where, useFips: false };
  return createS3Client(session, directTransport());
}

describe('on the demo’s S3', () => {
  let demo: TestDemo;
  const clientOf = async (user: string, role: string) =>
    clientFor(demo.organisation.s3Endpoint, await credentialsOf(demo.organisation, user, role));
  beforeAll(async () => {
    demo = await startTestDemo();
  });
  afterEach(() => demo.moveClock(0));
  afterAll(() => demo.remove());

  it('the buckets of an account come with their age and their region', async () => {
    const buckets = await listBuckets(await clientOf('alex', S3_ACCESS));
    expect(buckets.map(({ name }) => name)).toContain('lark-odd-keys');
    expect(buckets.find(({ name }) => name === 'lark-empty')).toEqual({
      name: 'lark-empty',
      createdAt: Date.parse('2026-06-30T10:00:00Z'),
      region: 'eu-west-1',
    });
    expect(await listBuckets(await clientOf('maya', '777788889999/Experimenter'))).toEqual([]);
  });

  it('a walk through folders finds every odd key as it is, once', async () => {
    const client = await clientOf('alex', S3_ACCESS);
    const walk = async (prefix: string): Promise<string[]> => {
      const page = await listPrefix(client, 'lark-odd-keys', prefix).next(going());
      expect(page.complete).toBe(true);
      const keys = page.entries.flatMap((entry) => (entry.kind === 'object' ? [entry.key] : []));
      for (const entry of page.entries) if (entry.kind === 'prefix') keys.push(...(await walk(entry.key)));
      return keys;
    };
    expect((await walk('')).sort()).toEqual([...ODD_KEYS].sort());
  });

  it('a long folder comes page by page, each object once', async () => {
    const listing = listPrefix(await clientOf('alex', S3_ACCESS), 'lark-reports-prod', 'events/2026-06/');
    const pages = [await listing.next(going()), await listing.next(going()), await listing.next(going())];
    expect(pages.map(({ entries, complete }) => [entries.length, complete])).toEqual([
      [1000, false],
      [1000, false],
      [600, true],
    ]);
    expect(new Set(pages.flatMap(({ entries }) => entries.map(({ key }) => key))).size).toBe(2600);
  });

  it('an object comes with size, time and storage class', async () => {
    const listing = listPrefix(await clientOf('alex', S3_ACCESS), 'lark-invoice-archive', 'backups/');
    expect((await listing.next(going())).entries).toContainEqual({
      kind: 'object',
      key: 'backups/ledger-2025-h1.dump.enc',
      sizeBytes: 8 * 1024 * 1024,
      modifiedAt: Date.parse('2025-06-30T04:00:00Z'),
      storageClass: 'STANDARD_IA',
    });
  });

  it('an empty bucket is one page with nothing in it', async () => {
    const listing = listPrefix(await clientOf('alex', S3_ACCESS), 'lark-empty', '');
    expect(await listing.next(going())).toEqual({ entries: [], region: 'eu-west-1', complete: true });
  });

  it('a bucket elsewhere is followed to its region, and that region is told', async () => {
    const client = await clientOf('maya', '444455556666/DataEngineer');
    expect(await listPrefix(client, 'lark-frankfurt-copies', '').next(going())).toEqual({
      entries: ['models/', 'totals/'].map((key) => ({ kind: 'prefix', key })),
      region: 'eu-central-1',
      complete: true,
    });
  });

  it.each([
    ['what a role may not see', 'maya', '111122223333/ExportsOnly', 'lark-reports-prod', 's3-access-denied'],
    ['a bucket that is not there', 'alex', S3_ACCESS, 'lark-nowhere', 's3-no-such-bucket'],
  ])('%s is said', async (_what, user, role, bucket, code) => {
    const listing = listPrefix(await clientOf(user, role), bucket, '');
    expect(await failureOf(listing.next(going()))).toMatchObject({ code, retry: 'never' });
  });

  it('a session that has ended is said, between one page and the next', async () => {
    const listing = listPrefix(await clientOf('kim', S3_ACCESS), 'lark-reports-prod', 'events/2026-06/');
    expect((await listing.next(going())).complete).toBe(false);
    demo.moveClock(2 * MINUTE);
    expect(await failureOf(listing.next(going()))).toMatchObject({
      code: 's3-session-ended',
      retry: 'afterSignIn',
    });
  });
});

describe('on an S3 that misbehaves', () => {
  let server: RunningServer;
  let answers: (string | null)[] = [];
  const asked: URLSearchParams[] = [];
  const keys = { accessKeyId: 'a', secretAccessKey: 'b', sessionToken: 'c' };
  const client = () => clientFor(`http://127.0.0.1:${server.port}`, keys);
  const list = (...bodies: (string | null)[]) => {
    answers = bodies;
    asked.length = 0;
    return listPrefix(client(), 'bucket', '');
  };
  beforeAll(async () => {
    const handle: Handle = async (request, response) => {
      asked.push(new URL(request.url ?? '', 'http://127.0.0.1').searchParams);
      const body = answers.shift();
      if (typeof body === 'string') response.setHeader('Content-Type', 'application/xml').end(body);
    };
    server = await serve({ port: 0, now: Date.now, handle });
  });
  afterAll(() => server.close());

  const page = (inside: string, encoding = '<EncodingType>url</EncodingType>') =>
    `<ListBucketResult><Name>bucket</Name>${encoding}${inside}</ListBucketResult>`;
  const object = (key: string, more = '<Size>1</Size>') => `<Contents><Key>${key}</Key>${more}</Contents>`;
  const whole = '<IsTruncated>false</IsTruncated>';
  const more = (token: string) =>
    `<IsTruncated>true</IsTruncated><NextContinuationToken>${token}</NextContinuationToken>`;
  const plain = (key: string): ListEntry => {
    return { kind: 'object', key, sizeBytes: 1, modifiedAt: null, storageClass: 'STANDARD' };
  };

  it('names are asked for url-encoded, and taken as they are when that is not granted', async () => {
    const granted = await list(page(whole + object('a+b%2Bc%25'))).next(going());
    expect(granted.entries).toEqual([plain('a b+c%')]);
    expect(asked[0]?.get('encoding-type')).toBe('url');
    const refused = await list(page(whole + object('a+b%2Bc'), '')).next(going());
    expect(refused.entries).toEqual([plain('a+b%2Bc')]);
  });

  it('each page is asked for with the token of the one before', async () => {
    const listing = list(page(more('one') + object('a')), page(more('t/+ =') + object('b')), page(whole));
    for (let count = 0; count < 3; count++) await listing.next(going());
    expect(asked.map((query) => query.get('continuation-token'))).toEqual([null, 'one', 't/+ =']);
  });

  it.each([
    ['plain text', 'Sorry, we are closed.'],
    ['XML that stops half-way', '<ListBucketResult><Name>bucket</Na'],
    ['a web page', '<html><body>Please sign in to the Wi-Fi</body></html>'],
    ['nothing at all', ''],
    ['a percent sign that stands for nothing', page(whole + object('%zz'))],
    ['half a letter', page(whole + object('%C3'))],
    ['a size that is no number', page(whole + object('a', '<Size>big</Size>'))],
    ['a time that is none', page(whole + object('a', '<LastModified>yesterday</LastModified>'))],
    ['more to come, and no word of where', page('<IsTruncated>true</IsTruncated>')],
  ])('%s is garbled', async (_what, body) => {
    expect(await failureOf(list(body).next(going()))).toMatchObject({ code: 's3-answer-garbled' });
  });

  it('a listing that leads to itself is not followed for ever', async () => {
    const listing = list(page(more('same')), page(more('same')));
    await listing.next(going());
    expect(await failureOf(listing.next(going()))).toMatchObject({ code: 's3-answer-garbled' });
  });

  it.each([
    ['a web page', '<html><body>Please sign in to the Wi-Fi</body></html>'],
    ['nothing at all', ''],
  ])('%s is no list of buckets', async (_what, body) => {
    answers = [body];
    expect(await failureOf(listBuckets(client()))).toMatchObject({ code: 's3-answer-garbled' });
  });

  it('a stop ends a wait for an answer that never comes', async () => {
    const stop = new AbortController();
    const waiting = list(null).next(stop.signal);
    await expect.poll(() => asked.length).toBe(1);
    stop.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  });
});

it('a key is decoded as forms are, or refused', () => {
  expect(decodeKey('a+b%2Bc%25%F0%9F%AA%81')).toBe('a b+c%🪁');
  expect(() => decodeKey('%')).toThrow(AppError);
});
