// How true the demo is: Debian's own aws client (Python, awscli 2.9) uses it as it would use AWS.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ODD_KEYS } from './s3/buckets/odd-keys.ts';
import { credentialsOf, startTestDemo, type TestDemo } from './testing.ts';
import { type AwsClient, awsClient } from './testing-aws.ts';

const S3_ACCESS = '111122223333/S3AccessRole';

let demo: TestDemo;
let home: string;
let aws: AwsClient['aws'];

beforeAll(async () => {
  demo = await startTestDemo();
  const client = await awsClient(demo, await credentialsOf(demo.organisation, 'alex', S3_ACCESS));
  ({ home, aws } = client);
}, 30_000);
afterEach(() => demo.moveClock(0));
afterAll(() => demo?.remove());

describe('the aws client', { timeout: 60_000 }, () => {
  it('is told who it is', async () => {
    const answer = JSON.parse(await aws('sts', ['sts', 'get-caller-identity', '--output', 'json']));
    expect(answer).toEqual({
      UserId: expect.stringMatching(/^AROA[0-9A-F]{17}:alex@larkfield\.example$/),
      Account: '111122223333',
      Arn: 'arn:aws:sts::111122223333:assumed-role/S3AccessRole/alex@larkfield.example',
    });
  });

  it('lists buckets, then folders and objects of one', async () => {
    const [buckets, folders, objects] = await Promise.all([
      aws('s3', ['s3', 'ls']),
      aws('s3', ['s3', 'ls', 's3://lark-reports-prod/']),
      aws('s3', ['s3', 'ls', 's3://lark-reports-prod/exports/2026/06/30/']),
    ]);
    expect(buckets).toMatch(
      /^.* lark-empty\n.* lark-invoice-archive\n.* lark-odd-content\n.* lark-odd-keys\n.* lark-reports-prod\n.* lark-scratch\n.* lark-slow-lane\n.* lark-telemetry\n.* lark-workbench\n$/,
    );
    expect(folders).toMatch(
      /^ +PRE events\/\n +PRE exports\/\n +PRE logs\/\n +PRE snapshots\/\n\S+ \S+ +\d+ README\.md\n$/,
    );
    expect(objects).toMatch(/^2026-0.* orders\.csv\n.* stock\.csv\n.* totals\.json\n$/);
  });

  it('follows every page of a long prefix', async () => {
    const listed = await aws('s3', ['s3', 'ls', 's3://lark-reports-prod/events/2026-06/', '--summarize']);
    expect(listed).toContain('Total Objects: 2600');
  });

  it('copies an object to disk, whole, in parallel ranges', async () => {
    const target = join(home, 'copy.enc');
    const source = 's3://lark-invoice-archive/backups/ledger-2025-h2.dump.enc';
    expect(await aws('s3', ['s3', 'cp', '--no-progress', source, target])).toContain('download: ');
    const fetched = await readFile(target);
    expect(fetched).toHaveLength(24 * 1024 * 1024);
    const stream = await aws('s3', [
      's3api',
      'get-object',
      '--bucket',
      'lark-invoice-archive',
      '--key',
      'backups/ledger-2025-h2.dump.enc',
      `${target}.2`,
    ]);
    expect(JSON.parse(stream).ETag).toMatch(/^"[0-9a-f]{32}-3"$/);
    const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
    expect(hash(await readFile(`${target}.2`))).toBe(hash(fetched));
  });

  it('reads odd keys as they are', async () => {
    const listed = JSON.parse(
      await aws('s3', ['s3api', 'list-objects-v2', '--bucket', 'lark-odd-keys', '--output', 'json']),
    );
    const keys = listed.Contents.map((object: { Key: string }) => object.Key);
    expect(new Set(keys)).toEqual(new Set(ODD_KEYS));
  });

  it('copies odd keys', async () => {
    const keys = [
      'percent/%2F is no slash.txt',
      '/leading slash.txt',
      'trailing space ',
      'twins/cafe\u0301.txt',
    ];
    const copy = async (Key: string, index: number) => {
      const target = join(home, `odd-${index}.txt`);
      await aws('s3', ['s3api', 'get-object', '--bucket', 'lark-odd-keys', '--key', Key, target]);
      return readFile(target, 'utf8');
    };
    const texts = await Promise.all(keys.map(copy));
    expect(texts).toEqual(keys.map((key) => `This object's key is ${JSON.stringify(key)}\n`));
  });

  it('makes a presigned URL that anybody may use, until it ends', async () => {
    const args = ['s3', 'presign', 's3://lark-odd-keys/plus+plus.txt', '--expires-in', '300'];
    const url = (await aws('s3', args)).trim();
    expect(await (await fetch(url)).text()).toContain('plus+plus.txt');
    expect((await fetch(url.replace('plus%2Bplus', 'CON'))).status).toBe(403);
    demo.moveClock(301_000);
    expect(await (await fetch(url)).text()).toContain(
      '<Code>AccessDenied</Code><Message>Request has expired</Message>',
    );
  });

  it('hears ExpiredToken once the session is over', async () => {
    const kim = await credentialsOf(demo.organisation, 'kim', S3_ACCESS);
    demo.moveClock(120_000);
    expect(await aws('s3', ['s3', 'ls'], kim)).toMatch(
      /An error occurred \(ExpiredToken\) when calling the ListBuckets operation.*: The provided token has expired\./,
    );
  });

  it('hears AccessDenied where the role ends', async () => {
    const maya = await credentialsOf(demo.organisation, 'maya', '111122223333/InvoiceReader');
    expect(await aws('s3', ['s3', 'ls', 's3://lark-reports-prod/'], maya)).toContain(
      'An error occurred (AccessDenied) when calling the ListObjectsV2 operation',
    );
  });
});
