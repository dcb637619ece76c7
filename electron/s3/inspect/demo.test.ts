import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { credentialsOf, startTestDemo, type TestDemo } from '../../../demo/testing.ts';
import { S3Answer } from '../../contract/s3-port.ts';
import { createBucketRegions } from '../bucket-regions.ts';
import { clientAt } from '../listing/page-server.test-parts.ts';
import type { WithoutId } from './canned.test-parts.ts';
import { serveInspecting } from './serve.ts';

let demo: TestDemo;
let client: ReturnType<typeof clientAt>;
beforeAll(async () => {
  demo = await startTestDemo();
  const credentials = await credentialsOf(demo.organisation, 'alex', '111122223333/S3AccessRole');
  client = clientAt(demo.organisation.s3Endpoint, credentials);
});
afterAll(() => demo.remove());

function ask(request: WithoutId): Promise<S3Answer> {
  return new Promise((resolve) => {
    const parts = { clientOf: async () => client, regions: createBucketRegions() };
    serveInspecting(parts, (answer) => resolve(S3Answer.parse(answer))).take({ ...request, id: 1 });
  });
}
const bench = { pass: 'pass', bucket: 'lark-workbench' };
const at = (key: string, version: string | null = null) => ({ ...bench, key, version });

describe('of the demo’s workbench', () => {
  it('a letter tells its headers, metadata and tags', async () => {
    expect(await ask({ op: 'facts', ...at('letters/welcome.txt') })).toMatchObject({
      facts: {
        contentType: 'text/plain; charset=utf-8',
        cacheControl: 'max-age=3600',
        contentDisposition: 'attachment; filename="welcome.txt"',
        expires: 'Thu, 31 Dec 2026 23:59:59 GMT',
        storageClass: 'STANDARD',
        tagCount: 1,
        metadata: [
          { name: 'author', value: 'mira' },
          { name: 'reviewed-by', value: '=?UTF-8?B?WmXDq8OfIMOFa2Vzc29u?=' },
          { name: 'source-system', value: 'letterbox 4' },
        ],
      },
    });
    expect(await ask({ op: 'tags', ...at('letters/welcome.txt') })).toMatchObject({
      tags: [{ name: 'public', value: 'yes' }],
    });
  });

  it('a plan has four drafts, and each can be read', async () => {
    const answer = await ask({ op: 'versions', ...bench, key: 'plans/autumn-catalogue.md', after: null });
    if (answer.kind !== 'versions') throw new Error(JSON.stringify(answer));
    expect([answer.versions.length, answer.complete]).toEqual([4, true]);
    expect(answer.versions.map(({ isPresent }) => isPresent)).toEqual([true, false, false, false]);
    const texts = answer.versions.map(async ({ version, etag, sizeBytes }) => {
      const object = at('plans/autumn-catalogue.md', version);
      const read = await ask({ op: 'bytes', ...object, from: 0, length: 64_000, etag });
      if (read.kind !== 'bytes') throw new Error(JSON.stringify(read));
      expect([read.bytes.length, read.totalBytes, read.etag]).toEqual([sizeBytes, sizeBytes, etag]);
      return new TextDecoder().decode(read.bytes).split('\n')[0];
    });
    expect(await Promise.all(texts)).toEqual(
      [4, 3, 2, 1].map((draft) => `# Autumn catalogue, draft ${draft}`),
    );
  });

  it('what was deleted is found, and says that it was deleted', async () => {
    const answer = await ask({ op: 'deleted', ...bench, prefix: 'plans/', after: null });
    expect(answer).toMatchObject({ deleted: [{ key: 'plans/old-price-list.csv' }], after: null });
    if (answer.kind !== 'deleted') return;
    const marker = answer.deleted[0]?.marker ?? '';
    for (const version of [null, marker]) {
      const gone = at('plans/old-price-list.csv', version);
      const questions: WithoutId[] = [
        { op: 'facts', ...gone },
        { op: 'bytes', ...gone, from: 0, length: 10, etag: null },
        { op: 'tags', ...gone },
      ];
      for (const question of questions)
        expect(await ask(question)).toMatchObject({ failure: { code: 's3-marker-there' } });
    }
  });

  it('part of a long letter is that part', async () => {
    const read = await ask({
      op: 'bytes',
      ...at('letters/whole-correspondence.txt'),
      from: 1_000_000,
      length: 10,
      etag: null,
    });
    expect(read).toMatchObject({ kind: 'bytes', totalBytes: 3_000_000 });
    const other = at('letters/whole-correspondence.txt');
    expect(await ask({ op: 'bytes', ...other, from: 0, length: 10, etag: '"other"' })).toMatchObject({
      failure: { code: 's3-changed-meanwhile' },
    });
    expect(await ask({ op: 'bytes', ...other, from: 3_000_000, length: 10, etag: null })).toMatchObject({
      totalBytes: 3_000_000,
    });
  });

  it('what is archived tells its facts and hands out nothing', async () => {
    expect(await ask({ op: 'facts', ...at('archive/2019/ledger.csv') })).toMatchObject({
      facts: { storageClass: 'DEEP_ARCHIVE' },
    });
    expect(
      await ask({ op: 'bytes', ...at('archive/2019/ledger.csv'), from: 0, length: 10, etag: null }),
    ).toMatchObject({ failure: { code: 's3-archived', subject: 'DEEP_ARCHIVE' } });
  });

  it('it keeps versions, and another bucket never did', async () => {
    expect(await ask({ op: 'versioning', ...bench })).toMatchObject({ versioning: 'on' });
    expect(await ask({ op: 'versioning', ...bench, bucket: 'lark-scratch' })).toMatchObject({
      versioning: 'never',
    });
  });
});

it('who may not list versions is told so, and of which bucket', async () => {
  const question: WithoutId = { op: 'versions', ...bench, bucket: 'lark-odd-keys', key: 'a', after: null };
  expect(await ask(question)).toMatchObject({
    failure: {
      code: 's3-access-denied',
      subject: 'lark-odd-keys',
      denial: { action: 's3:ListBucketVersions', policyKind: 'identity' },
    },
  });
});

it('every odd key of the demo can be asked about by its very bytes', async () => {
  const odd = { pass: 'pass', bucket: 'lark-odd-keys' };
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: odd.bucket, Prefix: '' }));
  const keys = Contents.flatMap(({ Key }) => (Key === undefined ? [] : [Key]));
  expect(keys.length).toBeGreaterThan(10);
  for (const key of keys) {
    const facts = await ask({ op: 'facts', ...odd, key, version: null });
    expect([key, facts.kind]).toEqual([key, 'facts']);
    const size = facts.kind === 'facts' ? facts.facts.sizeBytes : 0;
    const read = await ask({ op: 'bytes', ...odd, key, version: null, from: 0, length: 64_000, etag: null });
    expect([key, read.kind === 'bytes' && read.bytes.length]).toEqual([key, Math.min(size, 64_000)]);
  }
});
