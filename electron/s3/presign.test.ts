import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LinkWish } from '../contract/link.ts';
import { readS3Address } from '../contract/s3-address.ts';
import { machineNow } from '../lib/clock.ts';
import { createBucketRegions } from './bucket-regions.ts';
import { createS3Client } from './client.ts';
import type { S3Session } from './messages.ts';
import { presign } from './presign.ts';

const HOUR = 3_600_000;
const session: S3Session = {
  organisation: 'corp',
  accessKeyId: 'ASIAEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG',
  sessionToken: 'to/ken+with=odd',
  expiresAt: machineNow() + 8 * HOUR,
  scope: 'full',
  guarded: false,
  role: 'arn:aws:iam::111122223333:role/Reader',
  region: 'eu-west-1',
  endpoint: null,
  forcePathStyle: false,
  useFips: false,
  companyPem: null,
  clockOffsetMs: 0,
};
const read: LinkWish = {
  pass: 'reports',
  bucket: 'lark-reports-prod',
  key: 'exports//2026/summary.csv',
  version: null,
  method: 'GET',
  seconds: 3600,
  fileName: null,
  typed: null,
};

async function linkFor(wish: Partial<LinkWish> = {}, part: Partial<S3Session> = {}, region?: string) {
  const with_ = { ...session, ...part };
  const regions = createBucketRegions();
  const { pass, bucket } = { ...read, ...wish };
  regions.learnRegion(pass, bucket, region ?? with_.region);
  const offline = { send: () => Promise.reject(new Error('no network')), close: () => undefined };
  const clientOf = async (_pass: string, named?: string) =>
    createS3Client({ ...with_, region: (named && regions.regionOf(pass, named)) || with_.region }, offline);
  return presign({ clientOf, regions, sessionOf: async () => with_ }, { ...read, ...wish });
}

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** What S3 computes of a link, by "Authenticating Requests: Using Query Parameters", and by nothing of ours. */
function signatureOf(url: string, method: string): string {
  const [, host = '', path = '', query = ''] = /^https?:\/\/([^/]+)([^?]*)\?(.*)$/.exec(url) ?? [];
  const parts = query.split('&').filter((part) => !part.startsWith('X-Amz-Signature='));
  const value = (name: string) =>
    decodeURIComponent(parts.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1) ?? '');
  const [, ...scope] = value('X-Amz-Credential').split('/');
  const canonical = [method, path, parts.sort().join('&'), `host:${host}`, '', 'host', 'UNSIGNED-PAYLOAD'];
  const digest = createHash('sha256').update(canonical.join('\n')).digest('hex');
  const toSign = ['AWS4-HMAC-SHA256', value('X-Amz-Date'), scope.join('/'), digest].join('\n');
  const key = scope.reduce<string | Buffer>(hmac, `AWS4${session.secretAccessKey}`);
  return hmac(key, toSign).toString('hex');
}
const valueIn = (url: string, name: string) => new URL(url).searchParams.get(name);

describe('a link', () => {
  it.each([
    ['reads', {}, {}],
    ['replaces', { method: 'PUT' }, {}],
    ['reads a version by a name of its own', { version: 'Yk3.9dJ2hQm5pLrW0aZt', fileName: 'ü "x".csv' }, {}],
    ['reads in another region', {}, {}, 'us-west-2'],
    ['reads in China', {}, { region: 'cn-north-1' }],
    ['reads from a dotted bucket', { bucket: 'my.dotted.bucket' }, {}],
    ['reads at an own endpoint', {}, { endpoint: 'http://127.0.0.1:9000', forcePathStyle: true }],
    [
      'reads through an access point',
      { bucket: 'arn:aws:s3:us-west-2:123456789012:accesspoint/finance' },
      {},
      'us-west-2',
    ],
  ] as [string, Partial<LinkWish>, Partial<S3Session>, string?][])(
    'that %s is signed as S3 computes it',
    async (_what, wish, part, region) => {
      const { url } = await linkFor(wish, part, region);
      expect(valueIn(url, 'X-Amz-Signature')).toBe(signatureOf(url, wish.method ?? 'GET'));
      expect(valueIn(url, 'X-Amz-Security-Token')).toBe(session.sessionToken);
      expect(url).not.toMatch(/checksum/i);
    },
  );

  it('is signed for any key, and leads to it', async () => {
    const odd = fc.constantFrom(..."/.+%?#&=\\ *'()!~");
    const unit = fc.oneof(odd, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }));
    const key = fc.string({ unit, minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(
        key.filter((text) => !/\p{Surrogate}/u.test(text)),
        async (text) => {
          const { url } = await linkFor({ key: text });
          expect(valueIn(url, 'X-Amz-Signature')).toBe(signatureOf(url, 'GET'));
          expect(readS3Address(url)).toMatchObject({ bucket: read.bucket, key: text, region: 'eu-west-1' });
        },
      ),
    );
  });

  it('is good for what was asked, to the second', async () => {
    const { url, endsAt } = await linkFor({ seconds: 900 });
    expect(valueIn(url, 'X-Amz-Expires')).toBe('900');
    expect(readS3Address(url)).toMatchObject({ signed: { endsAt } });
    expect(Math.abs(endsAt - machineNow() - 900_000)).toBeLessThan(60_000);
  });

  it('never says that it outlives its session', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 61_000, max: 12 * HOUR }),
        fc.integer({ min: 60, max: 604_800 }),
        fc.integer({ min: -HOUR, max: HOUR }),
        async (left, seconds, clockOffsetMs) => {
          const expiresAt = machineNow() + clockOffsetMs + left;
          const { url, endsAt } = await linkFor({ seconds }, { expiresAt, clockOffsetMs });
          expect(endsAt).toBeLessThanOrEqual(expiresAt);
          expect(readS3Address(url)).toMatchObject({ signed: { endsAt } });
          expect(Number(valueIn(url, 'X-Amz-Expires'))).toBeLessThanOrEqual(seconds);
        },
      ),
    );
  });

  it('is refused in the last minute of a session', async () => {
    await expect(linkFor({}, { expiresAt: machineNow() + 58_000 })).rejects.toMatchObject({
      code: 'link-session-ending',
    });
  });

  it('that replaces is refused in a read-only session, one that reads is not', async () => {
    const readOnly = { scope: 'read-only' } as const;
    await expect(linkFor({ method: 'PUT' }, readOnly)).rejects.toMatchObject({ code: 's3-read-only' });
    expect((await linkFor({}, readOnly)).url).toContain('X-Amz-Signature=');
  });

  it('that replaces in a guarded pass needs the bucket’s name', async () => {
    const guarded = { guarded: true };
    for (const typed of [null, '', 'lark-reports', 'LARK-REPORTS-PROD'])
      await expect(linkFor({ method: 'PUT', typed }, guarded)).rejects.toMatchObject({ code: 's3-guarded' });
    expect((await linkFor({ method: 'PUT', typed: read.bucket }, guarded)).url).toContain('X-Amz-Signature=');
    expect((await linkFor({}, guarded)).url).toContain('X-Amz-Signature=');
  });
});
