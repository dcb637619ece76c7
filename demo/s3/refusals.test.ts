// nora's buckets by AWS's own client: every refusal in AWS's words.

import {
  GetObjectCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { credentialsOf, s3Client, startTestDemo, type TestDemo } from '../testing.ts';

let demo: TestDemo;
let s3: S3Client;

beforeAll(async () => {
  demo = await startTestDemo();
  s3 = s3Client(demo.organisation, await credentialsOf(demo.organisation, 'nora', '888899990000/CaseReader'));
});
afterAll(() => demo.remove());

const said = (reason: string) => ({ name: 'AccessDenied', message: expect.stringContaining(reason) });
const read = (Key: string) => s3.send(new GetObjectCommand({ Bucket: 'lark-case-files', Key }));

describe('a bucket', () => {
  it('is seen, whatever is refused in it', async () => {
    const { Buckets = [] } = await s3.send(new ListBucketsCommand({}));
    expect(Buckets).toHaveLength(7);
  });

  it.each([
    ['lark-payroll-exports', 'with an explicit deny in a service control policy: arn:aws:organizations::'],
    ['lark-region-locked', 'with an explicit deny in a resource control policy'],
    ['lark-legal-hold', 'with an explicit deny in a resource-based policy'],
    ['lark-research-raw', 'because no permissions boundary allows the s3:ListBucket action'],
    ['lark-office-only', 'because no VPC endpoint policy allows the s3:ListBucket action'],
    ['lark-audit-trail', 'because no identity-based policy allows the s3:ListBucket action'],
  ])('%s is refused %s', async (Bucket, reason) => {
    await expect(s3.send(new ListObjectsV2Command({ Bucket }))).rejects.toMatchObject(said(reason));
    const key = { Bucket, Key: 'read-me.txt' };
    await expect(s3.send(new GetObjectCommand(key))).rejects.toMatchObject(
      said(reason.replace('ListBucket', 'GetObject')),
    );
  });

  it('of somebody who wants to be paid says no more than no, until one agrees', async () => {
    const asked = { Bucket: 'lark-partner-feed' };
    await expect(s3.send(new ListObjectsV2Command(asked))).rejects.toMatchObject({
      name: 'AccessDenied',
      message: 'Access Denied',
    });
    const paying = new ListObjectsV2Command({ ...asked, RequestPayer: 'requester' });
    expect((await s3.send(paying)).KeyCount).toBe(1);
  });
});

describe('an object', () => {
  it('is read where nothing stands in the way', async () => {
    await expect(read('2026/intake/case-1107.txt')).resolves.toBeDefined();
  });

  it('under a key that refuses shows its facts and not its bytes', async () => {
    const key = '2026/sealed/case-1093.txt';
    await expect(read(key)).rejects.toMatchObject(said('to perform: kms:Decrypt on resource: arn:aws:kms:'));
    const head = await s3.send(new HeadObjectCommand({ Bucket: 'lark-case-files', Key: key }));
    expect(head.ContentLength).toBeGreaterThan(0);
  });

  it.each([
    ['2024/key-disabled/case-0633.txt', { name: 'KMS.DisabledException' }],
    ['2024/key-retired/case-0612.txt', { name: 'KMS.KMSInvalidStateException' }],
    ['2021/archive/case-0031.txt', { name: 'InvalidObjectState', StorageClass: 'GLACIER' }],
    ['2023/cooled/case-0455.txt', { name: 'InvalidObjectState', AccessTier: 'ARCHIVE_ACCESS' }],
  ])('%s can’t be read', async (key, error) => {
    await expect(read(key)).rejects.toMatchObject(error);
  });
});
