import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { credentialsOf, startTestDemo, type TestDemo } from '../../demo/testing.ts';
import { S3Answer } from '../contract/s3-port.ts';
import type { DownloadSource } from '../contract/transfer.ts';
import { createBucketRegions } from './bucket-regions.ts';
import { clientAt } from './listing/page-server.test-parts.ts';
import { startNames, usualDisk } from './names-ahead.ts';

const bucket = 'lark-scratch';
const KEYS = ['a.txt', 'A.TXT', 'b/c:d.txt', 'b/../e', 'con', 'f//g', 'long/'.concat('x'.repeat(300))];
let demo: TestDemo;
let client: S3Client;
beforeAll(async () => {
  demo = await startTestDemo();
  client = clientAt(
    demo.organisation.s3Endpoint,
    await credentialsOf(demo.organisation, 'alex', '111122223333/S3AccessRole'),
  );
  for (const key of KEYS)
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: `n/${key}`, Body: '' }));
});
afterAll(() => demo.remove());

/** The last answer. */
function ask(sources: DownloadSource[], platform: NodeJS.Platform = 'linux', of = bucket): Promise<S3Answer> {
  const parts = { clientOf: async () => client, regions: createBucketRegions() };
  const request = { id: 1, op: 'names', pass: 'p', bucket: of, base: 'n/', sources } as const;
  return new Promise((resolve) => {
    let last: S3Answer | undefined;
    startNames(
      parts,
      request,
      (said) => {
        last = S3Answer.parse(said);
        if (last.kind === 'failed' || (last.kind === 'names' && last.complete)) resolve(last);
      },
      () => {},
      usualDisk(platform),
    );
  });
}
const names = async (platform: NodeJS.Platform) => {
  const answer = await ask([{ kind: 'folder', prefix: 'n/' }], platform);
  if (answer.kind !== 'names') throw new Error(answer.kind);
  expect([answer.looked, answer.cut, answer.complete]).toEqual([KEYS.length, false, true]);
  return Object.fromEntries(answer.renamed.first.map(({ name, as }) => [name, as]));
};

it('what a system can’t have is told with what it becomes, what it can is not', async () => {
  const long = expect.stringMatching(/^long\/x+%~cut[0-9a-f]{16}$/);
  const always = { 'b/../e': 'b/%2E%2E/e', 'f//g': 'f/%2F/g', [KEYS.at(-1) ?? '']: long };
  expect(await names('linux')).toEqual(always);
  expect(await names('darwin')).toEqual({ ...always, 'a.txt': 'a%~2.txt' });
  expect(await names('win32')).toEqual({
    ...always,
    'a.txt': 'a%~2.txt',
    'b/c:d.txt': 'b/c%3Ad.txt',
    con: expect.stringContaining('%'),
  });
});

it('objects by their key are looked at without asking S3', async () => {
  const answer = await ask([{ kind: 'object', key: 'n/x' }], 'linux', 'no-such-bucket');
  expect(answer).toMatchObject({ kind: 'names', looked: 1, renamed: { count: 0 }, complete: true });
});

it('a refusal is told', async () => {
  const answer = await ask([{ kind: 'folder', prefix: 'n/' }], 'linux', 'no-such-bucket-at-all');
  expect(answer).toMatchObject({ kind: 'failed', failure: { code: 's3-no-such-bucket' } });
});
