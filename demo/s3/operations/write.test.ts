// Writing and reading back by AWS's own client: what an object keeps, conditions, checksums, deleting.

import { createHash } from 'node:crypto';
import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type PutObjectCommandInput,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { credentialsOf, s3Client } from '../../testing.ts';
import { named, SCRATCH, startBench, WORKBENCH } from './testing.ts';

const bench = startBench();
const put = (Key: string, more: Partial<PutObjectCommandInput> = {}) =>
  bench.s3.send(new PutObjectCommand({ Bucket: WORKBENCH, Key, Body: `this is ${Key}`, ...more }));
const head = (Key: string, VersionId?: string) =>
  bench.s3.send(new HeadObjectCommand({ Bucket: WORKBENCH, Key, VersionId, ChecksumMode: 'ENABLED' }));
const read = async (Key: string, more: object = {}) =>
  (await bench.s3.send(new GetObjectCommand({ Bucket: WORKBENCH, Key, ...more }))).Body?.transformToString();

describe('an object', () => {
  it('keeps all that it was written with', async () => {
    const facts = {
      ContentType: 'text/plain; charset=utf-8',
      ContentEncoding: 'identity',
      ContentLanguage: 'de',
      ContentDisposition: 'inline',
      CacheControl: 'no-cache',
      StorageClass: 'STANDARD_IA' as const,
      Metadata: { author: 'alex', empty: '' },
    };
    const written = await put('facts/all.txt', {
      ...facts,
      ServerSideEncryption: 'aws:kms',
      Tagging: 'a=1&b%20c=2',
    });
    expect(written.VersionId).toMatch(/^[\w.]{32}$/);
    expect(await head('facts/all.txt')).toMatchObject({
      ...facts,
      VersionId: written.VersionId,
      ETag: written.ETag,
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: expect.stringMatching(/^arn:aws:kms:/),
      TagCount: 2,
      ChecksumCRC32: written.ChecksumCRC32,
      ChecksumType: 'FULL_OBJECT',
    });
  });

  it('is encrypted by S3’s own key, and of no type that was not said', async () => {
    await put('facts/none');
    expect(await head('facts/none')).toMatchObject({
      ServerSideEncryption: 'AES256',
      ContentType: 'application/octet-stream',
    });
  });

  it('gets a new version with every writing, and keeps the older ones', async () => {
    const first = await put('twice.txt', { Body: 'one' });
    const second = await put('twice.txt', { Body: 'two' });
    expect(await read('twice.txt')).toBe('two');
    expect(await read('twice.txt', { VersionId: first.VersionId })).toBe('one');
    expect(first.VersionId).not.toBe(second.VersionId);
  });

  it('of another version is missed by name', async () => {
    await put('one.txt');
    await expect(read('one.txt', { VersionId: 'a'.repeat(32) })).rejects.toEqual(named('NoSuchVersion'));
    await expect(read('one.txt', { VersionId: 'no id!' })).rejects.toEqual(named('InvalidArgument'));
  });

  it('without versions is simply replaced', async () => {
    const there = { Bucket: SCRATCH, Key: 'README.md' };
    const { VersionId } = await bench.s3.send(new PutObjectCommand({ ...there, Body: 'mine' }));
    expect(VersionId).toBeUndefined();
    const answer = await bench.s3.send(new GetObjectCommand({ ...there, VersionId: 'null' }));
    expect(await answer.Body?.transformToString()).toBe('mine');
  });
});

describe('a checksum', () => {
  const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');

  it('that was sent is told again, to whoever asks', async () => {
    await put('sums/a', { Body: 'abc', ChecksumSHA256: sha256('abc') });
    expect((await head('sums/a')).ChecksumSHA256).toBe(sha256('abc'));
    const silent = await bench.s3.send(new HeadObjectCommand({ Bucket: WORKBENCH, Key: 'sums/a' }));
    expect(silent.ChecksumSHA256).toBeUndefined();
  });

  it.each([
    ['a SHA256 of something else', { ChecksumSHA256: sha256('x') }, 'BadDigest'],
    ['a SHA256 that is none', { ChecksumSHA256: 'AAAA' }, 'InvalidRequest'],
    ['an MD5 of something else', { ContentMD5: 'AAAAAAAAAAAAAAAAAAAAAA==' }, 'BadDigest'],
    ['an MD5 that is none', { ContentMD5: 'nonsense' }, 'InvalidDigest'],
  ])('%s is refused', async (_, more, code) => {
    await expect(put('sums/b', more)).rejects.toEqual(named(code));
    await expect(head('sums/b')).rejects.toEqual(named('NotFound'));
  });
});

describe('a condition', () => {
  it('lets an object be written where none is', async () => {
    await put('if/none.txt', { IfNoneMatch: '*' });
    await expect(put('if/none.txt', { IfNoneMatch: '*' })).rejects.toEqual(named('PreconditionFailed'));
    await bench.s3.send(new DeleteObjectCommand({ Bucket: WORKBENCH, Key: 'if/none.txt' }));
    await expect(put('if/none.txt', { IfNoneMatch: '*' })).resolves.toBeDefined();
  });

  it('lets an object be written over that very content', async () => {
    const { ETag } = await put('if/match.txt', { Body: 'one' });
    await put('if/match.txt', { Body: 'two', IfMatch: ETag });
    await expect(put('if/match.txt', { IfMatch: ETag })).rejects.toEqual(named('PreconditionFailed'));
    await expect(put('if/nothing.txt', { IfMatch: ETag })).rejects.toEqual(named('NoSuchKey'));
  });

  it('holds of reading', async () => {
    const { ETag } = await put('if/read.txt');
    expect(await read('if/read.txt', { IfMatch: ETag })).toBe('this is if/read.txt');
    await expect(read('if/read.txt', { IfMatch: '"other"' })).rejects.toEqual(named('PreconditionFailed'));
    await expect(read('if/read.txt', { IfNoneMatch: ETag })).rejects.toMatchObject({
      $metadata: { httpStatusCode: 304 },
    });
    const later = new Date(bench.demo.now() + 60_000);
    await expect(read('if/read.txt', { IfModifiedSince: later })).rejects.toMatchObject({
      $metadata: { httpStatusCode: 304 },
    });
    expect(await read('if/read.txt', { IfUnmodifiedSince: later })).toBeDefined();
  });
});

describe('deleting', () => {
  it('lays a marker, which can be taken away again', async () => {
    const { VersionId } = await put('gone.txt');
    const deleted = await bench.s3.send(new DeleteObjectCommand({ Bucket: WORKBENCH, Key: 'gone.txt' }));
    expect(deleted.DeleteMarker).toBe(true);
    await expect(read('gone.txt')).rejects.toMatchObject({
      name: 'NoSuchKey',
      $response: {
        headers: { 'x-amz-delete-marker': 'true', 'x-amz-version-id': deleted.VersionId },
      },
    });
    await expect(read('gone.txt', { VersionId: deleted.VersionId })).rejects.toEqual(
      named('MethodNotAllowed'),
    );
    expect(await read('gone.txt', { VersionId })).toBe('this is gone.txt');
    const undone = await bench.s3.send(
      new DeleteObjectCommand({ Bucket: WORKBENCH, Key: 'gone.txt', VersionId: deleted.VersionId }),
    );
    expect(undone).toMatchObject({ DeleteMarker: true, VersionId: deleted.VersionId });
    expect(await read('gone.txt')).toBe('this is gone.txt');
  });

  it('one version brings the one before to light', async () => {
    await put('layers.txt', { Body: 'below' });
    const { VersionId } = await put('layers.txt', { Body: 'above' });
    await bench.s3.send(new DeleteObjectCommand({ Bucket: WORKBENCH, Key: 'layers.txt', VersionId }));
    expect(await read('layers.txt')).toBe('below');
  });

  it('many keys answers for each of them', async () => {
    const one = await put('many/1 & <2>.txt');
    await put('many/2\nlines.txt');
    const { Deleted = [], Errors } = await bench.s3.send(
      new DeleteObjectsCommand({
        Bucket: WORKBENCH,
        Delete: {
          Objects: [
            { Key: 'many/1 & <2>.txt', VersionId: one.VersionId },
            { Key: 'many/2\nlines.txt' },
            { Key: 'many/never there' },
            { Key: 'many/bad', VersionId: 'no id!' },
          ],
        },
      }),
    );
    expect(Deleted).toEqual([
      { Key: 'many/1 & <2>.txt', VersionId: one.VersionId },
      { Key: 'many/2\nlines.txt', DeleteMarker: true, DeleteMarkerVersionId: expect.any(String) },
      { Key: 'many/never there', DeleteMarker: true, DeleteMarkerVersionId: expect.any(String) },
    ]);
    expect(Errors).toEqual([expect.objectContaining({ Key: 'many/bad', Code: 'InvalidArgument' })]);
    const { KeyCount } = await bench.s3.send(
      new ListObjectsV2Command({ Bucket: WORKBENCH, Prefix: 'many/' }),
    );
    expect(KeyCount).toBe(0);
  });

  it('many keys quietly answers for failures only', async () => {
    const quiet = await bench.s3.send(
      new DeleteObjectsCommand({ Bucket: SCRATCH, Delete: { Quiet: true, Objects: [{ Key: 'none' }] } }),
    );
    expect(quiet.Deleted).toBeUndefined();
    expect(quiet.Errors).toBeUndefined();
  });

  it('more than a thousand keys at once is refused', async () => {
    const Objects = Array.from({ length: 1001 }, (_, index) => ({ Key: `k${index}` }));
    await expect(
      bench.s3.send(new DeleteObjectsCommand({ Bucket: SCRATCH, Delete: { Objects } })),
    ).rejects.toEqual(named('MalformedXML'));
  });

  it('where one may not is refused key by key', async () => {
    const { Errors } = await bench.s3.send(
      new DeleteObjectsCommand({ Bucket: 'lark-reports-prod', Delete: { Objects: [{ Key: 'README.md' }] } }),
    );
    expect(Errors?.[0]).toMatchObject({ Key: 'README.md', Code: 'AccessDenied' });
  });

  it('is nothing for a role that may not see the bucket', async () => {
    const maya = await credentialsOf(bench.demo.organisation, 'maya', '111122223333/InvoiceReader');
    const asked = new DeleteObjectCommand({ Bucket: WORKBENCH, Key: 'README.md' });
    await expect(s3Client(bench.demo.organisation, maya).send(asked)).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining('s3:DeleteObject'),
    });
  });
});
