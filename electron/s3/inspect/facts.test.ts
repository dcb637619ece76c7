import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Canned, ofKey, openCanned, refuse, sayPortal } from './canned.test-parts.ts';

let canned: Canned;
beforeAll(async () => {
  canned = await openCanned();
});
afterAll(() => canned.close());

const LEAST = { 'Content-Length': '5', ETag: '"abc"', 'Last-Modified': 'Tue, 30 Jun 2026 10:00:00 GMT' };
const says = (headers: Record<string, string>) => {
  canned.asked.length = 0;
  canned.say = (_request, response) => response.writeHead(200, { ...LEAST, ...headers }).end();
};
const ask = (key = 'key', version: string | null = null) =>
  canned.ask({ op: 'facts', ...ofKey(key, version) });
const factsOf = async (headers: Record<string, string>) => {
  says(headers);
  const answer = await ask();
  if (answer.kind !== 'facts') throw new Error(JSON.stringify(answer));
  return answer.facts;
};
const codeOf = async () => {
  const answer = await ask();
  return answer.kind === 'failed' ? answer.failure.code : answer.kind;
};

describe('the facts of an object', () => {
  it('are null where S3 says nothing', async () => {
    expect(await factsOf({})).toEqual({
      sizeBytes: 5,
      modifiedAt: Date.UTC(2026, 5, 30, 10),
      etag: '"abc"',
      version: null,
      contentType: null,
      contentEncoding: null,
      contentLanguage: null,
      contentDisposition: null,
      cacheControl: null,
      expires: null,
      websiteRedirect: null,
      storageClass: 'STANDARD',
      archiveStatus: null,
      restore: null,
      encryption: null,
      checksums: [],
      metadata: [],
      metadataMissing: 0,
      parts: null,
      tagCount: null,
      lock: null,
      replication: null,
    });
  });

  it('are all that S3 says', async () => {
    const facts = await factsOf({
      ETag: '"abc-12"',
      'x-amz-version-id': 'v1',
      'Content-Type': 'text/csv',
      'Content-Encoding': 'gzip',
      'Content-Language': 'de',
      'Content-Disposition': 'attachment',
      'Cache-Control': 'no-store',
      Expires: 'when it is old',
      'x-amz-website-redirect-location': '/there',
      'x-amz-storage-class': 'GLACIER',
      'x-amz-archive-status': 'ARCHIVE_ACCESS',
      'x-amz-restore': 'ongoing-request="false", expiry-date="Fri, 03 Jul 2026 00:00:00 GMT"',
      'x-amz-server-side-encryption': 'aws:kms',
      'x-amz-server-side-encryption-aws-kms-key-id': 'arn:aws:kms:eu-west-1:111122223333:key/k',
      'x-amz-server-side-encryption-bucket-key-enabled': 'true',
      'x-amz-checksum-crc64nvme': 'AAAAAAAAAAA=',
      'x-amz-checksum-sha256': 'BBBB-3',
      'x-amz-checksum-type': 'FULL_OBJECT',
      'x-amz-meta-owner': 'billing',
      'x-amz-meta-empty': '',
      'x-amz-missing-meta': '2',
      'x-amz-tagging-count': '4',
      'x-amz-object-lock-mode': 'GOVERNANCE',
      'x-amz-object-lock-retain-until-date': '2027-01-01T00:00:00Z',
      'x-amz-object-lock-legal-hold': 'ON',
      'x-amz-replication-status': 'COMPLETED',
    });
    expect(facts).toMatchObject({
      version: 'v1',
      parts: 12,
      contentEncoding: 'gzip',
      expires: 'when it is old',
      websiteRedirect: '/there',
      storageClass: 'GLACIER',
      archiveStatus: 'ARCHIVE_ACCESS',
      restore: { ongoing: false, until: Date.UTC(2026, 6, 3) },
      encryption: { kind: 'SSE-KMS', keyArn: 'arn:aws:kms:eu-west-1:111122223333:key/k', bucketKey: true },
      checksums: [
        { algorithm: 'CRC64NVME', value: 'AAAAAAAAAAA=', ofWhole: true },
        { algorithm: 'SHA256', value: 'BBBB-3', ofWhole: false },
      ],
      metadata: [
        { name: 'owner', value: 'billing' },
        { name: 'empty', value: '' },
      ],
      metadataMissing: 2,
      tagCount: 4,
      lock: { mode: 'GOVERNANCE', until: Date.UTC(2027, 0, 1), legalHold: true },
      replication: 'COMPLETED',
    });
  });

  it.each([
    [{ 'x-amz-server-side-encryption': 'AES256' }, 'SSE-S3'],
    [{ 'x-amz-server-side-encryption': 'aws:kms:dsse' }, 'DSSE-KMS'],
    [{ 'x-amz-server-side-encryption-customer-algorithm': 'AES256' }, 'SSE-C'],
    [{ 'x-amz-server-side-encryption': 'constructor' }, 'other'],
  ])('name the encryption of %j as %s', async (headers, kind) => {
    expect((await factsOf(headers as Record<string, string>)).encryption?.kind).toBe(kind);
  });

  it('tell a restore that goes on', async () => {
    expect((await factsOf({ 'x-amz-restore': 'ongoing-request="true"' })).restore).toEqual({
      ongoing: true,
      until: null,
    });
  });

  it('are cut to what the contract lets through, and all of them come', async () => {
    const many = Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`x-amz-meta-n${i}`, 'v']));
    const facts = await factsOf({
      'Content-Type': 'x'.repeat(3000),
      'x-amz-storage-class': 'C'.repeat(100),
      'x-amz-checksum-sha1': 'A'.repeat(300),
      'x-amz-meta-long': 'y'.repeat(3000),
      ...many,
    });
    expect(facts.contentType).toHaveLength(2048);
    expect(facts.storageClass).toHaveLength(64);
    expect(facts.checksums[0]?.value).toHaveLength(256);
    expect(facts.metadata).toHaveLength(401);
    expect(facts.metadata.find(({ name }) => name === 'long')?.value).toHaveLength(2048);
  });

  it.each([
    'a//b',
    '/a',
    '..',
    '../../x',
    'a+b c%2F',
    'ü\u0000\u0007',
    '\u{1f600}',
    ' ',
    '?versions',
    'a/./b',
  ])('are asked of the very key %j', async (key) => {
    says({});
    expect((await ask(key, 'v+/=')).kind).toBe('facts');
    const [, path = '', query = ''] = /^HEAD \/bucket\/([^?]*)\?(.*)$/.exec(canned.asked[0] ?? '') ?? [];
    expect(decodeURIComponent(path)).toBe(key);
    expect(new URLSearchParams(query).get('versionId')).toBe('v+/=');
  });

  it('of a page of some portal are none', async () => {
    canned.say = sayPortal;
    expect(await codeOf()).toBe('s3-answer-garbled');
  });
});

describe('facts that are refused', () => {
  it('together with checksums come without them: those of an encrypted object need its key', async () => {
    canned.asked.length = 0;
    canned.say = (request, response) => {
      const wanted = request.headers['x-amz-checksum-mode'] === 'ENABLED';
      response.writeHead(wanted ? 403 : 200, wanted ? {} : LEAST).end();
    };
    expect(await codeOf()).toBe('facts');
    expect(canned.asked).toHaveLength(2);
  });

  it.each([
    [403, 'AccessDenied', 's3-access-denied'],
    [400, 'ExpiredToken', 's3-session-ended'],
    [400, 'KMS.DisabledException', 's3-key-unusable'],
    [404, 'NoSuchBucket', 's3-no-such-bucket'],
    [404, 'NoSuchKey', 's3-no-such-key'],
    [404, 'NoSuchVersion', 's3-no-such-key'],
  ])('without a word (%i) are refused in words: %s', async (status, code, failure) => {
    canned.say = (request, response) =>
      request.method === 'HEAD' ? response.writeHead(status).end() : refuse(response, status, code);
    const answer = await ask();
    expect(answer).toMatchObject({ failure: { code: failure, subject: 'key', requestId: 'R1' } });
  });

  it('keep their own words when a byte is not refused', async () => {
    canned.say = (request, response) =>
      request.method === 'HEAD'
        ? response.writeHead(403).end()
        : response.writeHead(206, { ...LEAST, 'Content-Range': 'bytes 0-4/5' }).end('hello');
    expect(await codeOf()).toBe('s3-access-denied');
  });

  it.each([404, 405])('because the object was deleted (%i) say so', async (status) => {
    canned.asked.length = 0;
    canned.say = (_request, response) => response.writeHead(status, { 'x-amz-delete-marker': 'true' }).end();
    expect(await codeOf()).toBe('s3-marker-there');
    expect(canned.asked).toHaveLength(1);
  });
});
