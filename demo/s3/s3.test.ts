// S3 by AWS's own client: who may do what, odd keys, ranges, and every refusal by its code.

import { Readable } from 'node:stream';
import {
  GetBucketLocationCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Credentials, credentialsOf, s3Client, startTestDemo, type TestDemo } from '../testing.ts';
import { ODD_KEYS } from './buckets/odd-keys.ts';

const S3_ACCESS = '111122223333/S3AccessRole';
const MIB = 1024 * 1024;
const BACKUP = { Bucket: 'lark-invoice-archive', Key: 'backups/ledger-2026-h1.dump.enc' };
const MINUTE = 60_000;

let demo: TestDemo;
let credentials: Credentials;
let s3: S3Client;
const clientOf = async (user: string, role: string) =>
  s3Client(demo.organisation, await credentialsOf(demo.organisation, user, role));

beforeAll(async () => {
  demo = await startTestDemo();
  credentials = await credentialsOf(demo.organisation, 'alex', S3_ACCESS);
  s3 = s3Client(demo.organisation, credentials);
});
afterEach(() => demo.moveClock(0));
afterAll(() => demo.remove());

const named = (name: string) => expect.objectContaining({ name });

describe('odd keys', () => {
  it('are all listed as they are, in the order of their bytes', async () => {
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: 'lark-odd-keys' }));
    const sorted = [...ODD_KEYS].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect(Contents.map((object) => object.Key)).toEqual(sorted);
  });

  it('are all listed url-encoded on demand', async () => {
    const asked = { Bucket: 'lark-odd-keys', EncodingType: 'url' as const };
    const { Contents = [] } = await s3.send(new ListObjectsV2Command(asked));
    const keys = Contents.map((object) => decodeURIComponent(object.Key ?? ''));
    expect(new Set(keys)).toEqual(new Set(ODD_KEYS));
  });

  it.each(ODD_KEYS.map((key) => [key.length > 80 ? 'of 1,024 bytes' : JSON.stringify(key), key]))(
    'are fetched one by one: %s',
    async (_, Key) => {
      const object = await s3.send(new GetObjectCommand({ Bucket: 'lark-odd-keys', Key }));
      const text = await object.Body?.transformToString();
      expect(text).toBe(Key.endsWith('/') ? '' : `This object's key is ${JSON.stringify(Key)}\n`);
    },
  );

  it('are found below prefixes that hold them', async () => {
    const under = async (Prefix: string) => {
      const answer = await s3.send(
        new ListObjectsV2Command({ Bucket: 'lark-odd-keys', Prefix, Delimiter: '/' }),
      );
      return [
        ...(answer.CommonPrefixes ?? []).map((one) => one.Prefix),
        ...(answer.Contents ?? []).map((one) => one.Key),
      ];
    };
    expect(await under('/')).toEqual(['//', '/leading slash.txt']);
    expect(await under('double/')).toEqual(['double//']);
    expect(await under('dots/')).toEqual(['dots/../', 'dots/./']);
    expect(await under('twins/cafe\u0301')).toEqual(['twins/cafe\u0301.txt']);
  });
});

describe('an object', () => {
  it('tells its facts', async () => {
    const head = await s3.send(
      new HeadObjectCommand({ Bucket: 'lark-invoice-archive', Key: '2024/01/INV-2024-00001.json' }),
    );
    expect(head).toMatchObject({
      ContentType: 'application/json',
      StorageClass: 'STANDARD_IA',
      AcceptRanges: 'bytes',
    });
    expect(head.ETag).toMatch(/^"[0-9a-f]{32}"$/);
    expect(head.LastModified).toEqual(new Date('2024-01-15T00:00:00Z'));
  });

  it('of 64 MiB arrives whole', async () => {
    const object = await s3.send(new GetObjectCommand(BACKUP));
    let sizeBytes = 0;
    for await (const piece of object.Body as AsyncIterable<Buffer>) sizeBytes += piece.length;
    expect(sizeBytes).toBe(64 * MIB);
    expect(object.ContentLength).toBe(64 * MIB);
  });

  it('is read in ranges that fit together', async () => {
    const read = async (Range: string) => {
      const object = await s3.send(new GetObjectCommand({ ...BACKUP, Range }));
      return {
        bytes: Buffer.from((await object.Body?.transformToByteArray()) ?? []),
        range: object.ContentRange,
      };
    };
    const whole = await read('bytes=1000000-1000099');
    expect(whole.range).toBe('bytes 1000000-1000099/67108864');
    const first = await read('bytes=1000000-1000036');
    const second = await read('bytes=1000037-1000099');
    expect(Buffer.concat([first.bytes, second.bytes])).toEqual(whole.bytes);
    expect((await read('bytes=-5')).range).toBe('bytes 67108859-67108863/67108864');
  });

  it('refuses a range behind its end', async () => {
    await expect(s3.send(new GetObjectCommand({ ...BACKUP, Range: 'bytes=67108864-' }))).rejects.toEqual(
      named('InvalidRange'),
    );
  });

  it('is not read out of the deep freeze', async () => {
    const asked = { Bucket: 'lark-invoice-archive', Key: '2021/01/INV-2021-00001.json' };
    await expect(s3.send(new GetObjectCommand(asked))).rejects.toEqual(named('InvalidObjectState'));
    expect((await s3.send(new HeadObjectCommand(asked))).StorageClass).toBe('DEEP_ARCHIVE');
  });
});

describe('a role', () => {
  it('that may not list buckets reads one prefix of one bucket, and nothing beside it', async () => {
    const exports = await clientOf('maya', '111122223333/ExportsOnly');
    const list = (Prefix: string) =>
      exports.send(new ListObjectsV2Command({ Bucket: 'lark-reports-prod', Prefix, Delimiter: '/' }));
    const read = (Key: string) => exports.send(new GetObjectCommand({ Bucket: 'lark-reports-prod', Key }));
    expect((await list('exports/2026/')).CommonPrefixes).toHaveLength(6);
    await expect(read('exports/2026/01/01/totals.json')).resolves.toHaveProperty(
      'ContentType',
      'application/json',
    );
    await expect(exports.send(new ListBucketsCommand({}))).rejects.toEqual(named('AccessDenied'));
    await expect(list('')).rejects.toEqual(named('AccessDenied'));
    await expect(read('README.md')).rejects.toMatchObject({
      name: 'AccessDenied',
      message:
        'User: arn:aws:sts::111122223333:assumed-role/ExportsOnly/maya@larkfield.example is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::lark-reports-prod/README.md" because no identity-based policy allows the s3:GetObject action',
    });
  });

  it('sees all buckets of its account, and opens those it may', async () => {
    const reader = await clientOf('maya', '111122223333/InvoiceReader');
    expect((await reader.send(new ListBucketsCommand({}))).Buckets).toHaveLength(9);
    await expect(
      reader.send(new HeadBucketCommand({ Bucket: 'lark-invoice-archive' })),
    ).resolves.toBeDefined();
    await expect(reader.send(new HeadBucketCommand({ Bucket: 'lark-reports-prod' }))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 403 },
    });
    await expect(reader.send(new ListObjectsV2Command({ Bucket: 'lark-reports-prod' }))).rejects.toEqual(
      named('AccessDenied'),
    );
  });

  it('in an account without buckets sees none', async () => {
    const experimenter = await clientOf('maya', '777788889999/Experimenter');
    expect((await experimenter.send(new ListBucketsCommand({}))).Buckets ?? []).toEqual([]);
  });

  it('of a team reads its logs', async () => {
    const team = await clientOf('omar', '222000000001/LogReader');
    const { Contents } = await team.send(
      new ListObjectsV2Command({ Bucket: 'lark-billing-logs', MaxKeys: 3 }),
    );
    expect(Contents).toHaveLength(3);
  });

  it.each([
    ['a text', 'x'],
    ['a stream', Readable.from([Buffer.from('x')])],
  ])('writes nothing anywhere, neither %s', async (_, Body) => {
    const asked = { Bucket: 'lark-empty', Key: 'new.txt', Body, ContentLength: 1 };
    await expect(s3.send(new PutObjectCommand(asked))).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining('s3:PutObject'),
    });
  });
});

describe('a bucket', () => {
  it('tells its region', async () => {
    const asked = { Bucket: 'lark-reports-prod' };
    expect((await s3.send(new GetBucketLocationCommand(asked))).LocationConstraint).toBe('eu-west-1');
    expect((await s3.send(new HeadBucketCommand(asked))).BucketRegion).toBe('eu-west-1');
  });

  it('in another region says where it is, and opens there', async () => {
    const keys = await credentialsOf(demo.organisation, 'maya', '444455556666/DataEngineer');
    const asked = { Bucket: 'lark-frankfurt-copies', Prefix: 'totals/' };
    await expect(
      s3Client(demo.organisation, keys).send(new ListObjectsV2Command(asked)),
    ).rejects.toMatchObject({
      name: 'PermanentRedirect',
      $response: { headers: { 'x-amz-bucket-region': 'eu-central-1' } },
    });
    const there = s3Client(demo.organisation, keys, 'eu-central-1');
    expect((await there.send(new ListObjectsV2Command(asked))).Contents).toHaveLength(30);
  });

  it('takes whatever odd numbers a client asks for, or refuses them by name', async () => {
    const list = (more: object) =>
      s3.send(new ListObjectsV2Command({ Bucket: 'lark-reports-prod', ...more }));
    expect(await list({ MaxKeys: 5000 })).toMatchObject({ KeyCount: 1000, MaxKeys: 1000, IsTruncated: true });
    expect(await list({ MaxKeys: 0 })).toMatchObject({ KeyCount: 0, IsTruncated: false });
    await expect(list({ MaxKeys: -1 })).rejects.toEqual(named('InvalidArgument'));
    await expect(list({ ContinuationToken: 'no-token' })).rejects.toEqual(named('InvalidArgument'));
    expect((await s3.send(new ListObjectsV2Command({ Bucket: 'lark-empty' }))).KeyCount).toBe(0);
  });

  it('or a key that does not exist is missed by name', async () => {
    await expect(s3.send(new ListObjectsV2Command({ Bucket: 'lark-nowhere' }))).rejects.toEqual(
      named('NoSuchBucket'),
    );
    await expect(s3.send(new GetObjectCommand({ Bucket: 'lark-empty', Key: 'x' }))).rejects.toEqual(
      named('NoSuchKey'),
    );
    await expect(s3.send(new HeadObjectCommand({ Bucket: 'lark-empty', Key: 'x' }))).rejects.toEqual(
      named('NotFound'),
    );
  });
});

describe('a request', () => {
  const list = (keys: Partial<Credentials>, region?: string) =>
    s3Client(demo.organisation, { ...credentials, ...keys }, region).send(new ListBucketsCommand({}));

  it.each([
    ['a wrong secret', { secretAccessKey: 'x'.repeat(40) }, 'SignatureDoesNotMatch'],
    ['no token', { sessionToken: '' }, 'InvalidAccessKeyId'],
    ['a made-up token', { sessionToken: 'AAAA' }, 'InvalidToken'],
    ['another access key', { accessKeyId: 'ASIAAAAAAAAAAAAAAAAA' }, 'InvalidToken'],
  ])('with %s is refused', async (_, keys, code) => {
    await expect(list(keys)).rejects.toEqual(named(code));
  });

  it('signed for another region is refused, with the right one named', async () => {
    await expect(list({}, 'us-west-2')).rejects.toMatchObject({
      name: 'AuthorizationHeaderMalformed',
      Region: 'eu-west-1',
    });
  });

  it('of an ended session hears ExpiredToken, two minutes after kim’s sign-in', async () => {
    const kim = await credentialsOf(demo.organisation, 'kim', S3_ACCESS);
    await expect(list(kim)).resolves.toBeDefined();
    demo.moveClock(2 * MINUTE);
    await expect(list(kim)).rejects.toMatchObject({
      name: 'ExpiredToken',
      $metadata: { httpStatusCode: 400 },
    });
  });

  it('from a clock that is a quarter of an hour off is refused', async () => {
    demo.moveClock(16 * MINUTE);
    await expect(list({})).rejects.toEqual(named('RequestTimeTooSkewed'));
    demo.moveClock(14 * MINUTE);
    await expect(list({})).resolves.toBeDefined();
  });

  it('without a signature is refused', async () => {
    const answer = await fetch(`${demo.organisation.s3Endpoint}/lark-empty`);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('<Code>AccessDenied</Code><Message>Access Denied</Message>');
  });
});
