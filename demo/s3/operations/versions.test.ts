// Versions, tags and archives by AWS's own client.

import {
  DeleteObjectTaggingCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandInput,
  PutObjectTaggingCommand,
  paginateListObjectsV2,
  RestoreObjectCommand,
  type Tag,
  type Tier,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { assumeRole, s3Client, signIn } from '../../testing.ts';
import { named, SCRATCH, startBench, WORKBENCH } from './testing.ts';

const bench = startBench();
const list = (more: Partial<ListObjectVersionsCommandInput> = {}) =>
  bench.s3.send(new ListObjectVersionsCommand({ Bucket: WORKBENCH, ...more }));
const PLAN = 'plans/autumn-catalogue.md';

describe('versions', () => {
  it('of a key are told newest first', async () => {
    const { Versions = [] } = await list({ Prefix: PLAN });
    expect(Versions.map(({ IsLatest }) => IsLatest)).toEqual([true, false, false, false]);
    const moments = Versions.map(({ LastModified }) => LastModified?.getTime() ?? 0);
    expect(moments).toEqual([...moments].sort((a, b) => b - a));
    for (const { VersionId, Size } of Versions) {
      const asked = { Bucket: WORKBENCH, Key: PLAN, VersionId };
      expect((await bench.s3.send(new HeadObjectCommand(asked))).ContentLength).toBe(Size);
    }
  });

  it('tell what was deleted', async () => {
    const { Versions, DeleteMarkers } = await list({ Prefix: 'plans/old' });
    expect(DeleteMarkers).toEqual([
      expect.objectContaining({ Key: 'plans/old-price-list.csv', IsLatest: true }),
    ]);
    expect(Versions).toEqual([expect.objectContaining({ IsLatest: false })]);
  });

  it('come level by level', async () => {
    const { CommonPrefixes = [], Versions = [] } = await list({ Delimiter: '/' });
    expect(CommonPrefixes.map(({ Prefix }) => Prefix)).toEqual([
      'archive/',
      'images/',
      'letters/',
      'orders/',
      'plans/',
    ]);
    expect(Versions.map(({ Key }) => Key)).toEqual(['README.md']);
  });

  it.each([[undefined], ['/']])('are the same in pages of any size, delimiter %s', async (Delimiter) => {
    const names = (page: Awaited<ReturnType<typeof list>>) => [
      ...(page.Versions ?? []).map(({ Key, VersionId }) => `${Key} ${VersionId}`),
      ...(page.DeleteMarkers ?? []).map(({ Key, VersionId }) => `${Key} ${VersionId}`),
      ...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix),
    ];
    const whole = names(await list({ Delimiter }));
    for (const MaxKeys of [1, 2, 3, 7]) {
      const seen: unknown[] = [];
      let next: Partial<ListObjectVersionsCommandInput> | undefined = {};
      while (next) {
        const page = await list({ Delimiter, MaxKeys, EncodingType: 'url', ...next });
        seen.push(...names(page));
        next = page.IsTruncated
          ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker }
          : undefined;
      }
      expect(new Set(seen)).toEqual(new Set(whole));
      expect(seen).toHaveLength(whole.length);
    }
  });

  it('are one of each key where none are kept', async () => {
    const { Versions = [] } = await list({ Bucket: SCRATCH });
    expect(new Set(Versions.map(({ VersionId }) => VersionId))).toEqual(new Set(['null']));
  });

  it('are kept, or never were', async () => {
    const status = async (Bucket: string) =>
      (await bench.s3.send(new GetBucketVersioningCommand({ Bucket }))).Status;
    expect(await status(WORKBENCH)).toBe('Enabled');
    expect(await status(SCRATCH)).toBeUndefined();
    await expect(status('lark-reports-prod')).rejects.toMatchObject({
      message: expect.stringContaining('s3:GetBucketVersioning'),
    });
  });

  it('that are deleted are not listed as objects', async () => {
    const keys: (string | undefined)[] = [];
    for await (const page of paginateListObjectsV2({ client: bench.s3 }, { Bucket: WORKBENCH }))
      keys.push(...(page.Contents ?? []).map(({ Key }) => Key));
    expect(keys).toContain(PLAN);
    expect(keys).not.toContain('plans/old-price-list.csv');
  });
});

describe('tags', () => {
  const there = { Bucket: WORKBENCH, Key: 'README.md' };
  const put = (TagSet: Tag[], more = {}) =>
    bench.s3.send(new PutObjectTaggingCommand({ ...there, ...more, Tagging: { TagSet } }));
  const read = async (more = {}) =>
    (await bench.s3.send(new GetObjectTaggingCommand({ ...there, ...more }))).TagSet;

  it('are written, read and taken away', async () => {
    const set = [
      { Key: 'team', Value: 'orders' },
      { Key: 'note: a+b=c', Value: '' },
    ];
    await put(set);
    expect(await read()).toEqual(set);
    expect((await bench.s3.send(new HeadObjectCommand(there))).TagCount).toBe(2);
    await bench.s3.send(new DeleteObjectTaggingCommand(there));
    expect(await read()).toEqual([]);
  });

  it('belong to one version', async () => {
    const { Versions = [] } = await list({ Prefix: PLAN });
    const [present, older] = Versions.map(({ VersionId }) => ({ Key: PLAN, VersionId }));
    await put([{ Key: 'draft', Value: '3' }], older);
    expect(await read(older)).toEqual([{ Key: 'draft', Value: '3' }]);
    expect(await read(present)).toEqual([]);
  });

  it.each([
    ['eleven', Array.from({ length: 11 }, (_, index) => ({ Key: `t${index}`, Value: '' })), 'BadRequest'],
    [
      'two of a name',
      [
        { Key: 'a', Value: '1' },
        { Key: 'a', Value: '2' },
      ],
      'InvalidTag',
    ],
    ['a name of 129', [{ Key: 'a'.repeat(129), Value: '' }], 'InvalidTag'],
    ['a value of 257', [{ Key: 'a', Value: 'b'.repeat(257) }], 'InvalidTag'],
    ['a name that is AWS’s', [{ Key: 'aws:x', Value: '' }], 'InvalidTag'],
    ['a strange character', [{ Key: 'a!', Value: '' }], 'InvalidTag'],
  ])('%s are refused', async (_, set, code) => {
    await expect(put(set)).rejects.toEqual(named(code));
  });

  it('can’t be written by a session that only reads', async () => {
    const { organisation } = bench.demo;
    const keys = await assumeRole(
      organisation,
      await signIn(organisation, 'alex'),
      '111122223333/S3AccessRole',
      {
        PolicyArns: [{ arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }],
      },
    );
    const reader = s3Client(organisation, keys);
    await expect(
      reader.send(new PutObjectTaggingCommand({ ...there, Tagging: { TagSet: [] } })),
    ).rejects.toMatchObject({
      message: expect.stringContaining('no session policy allows the s3:PutObjectTagging'),
    });
    expect((await reader.send(new GetObjectTaggingCommand(there))).TagSet).toBeDefined();
    expect((await reader.send(new ListObjectVersionsCommand({ Bucket: WORKBENCH }))).Versions).toBeDefined();
  });
});

describe('an archived object', () => {
  const MINUTE = 60_000;
  const restore = (Key: string, tier: Tier = 'Expedited', Days = 2) =>
    bench.s3.send(
      new RestoreObjectCommand({
        Bucket: WORKBENCH,
        Key,
        RestoreRequest: { Days, GlacierJobParameters: { Tier: tier } },
      }),
    );
  const state = async (Key: string) =>
    (await bench.s3.send(new HeadObjectCommand({ Bucket: WORKBENCH, Key }))).Restore;
  const read = async (Key: string) => bench.s3.send(new GetObjectCommand({ Bucket: WORKBENCH, Key }));

  it('can be read two minutes after its copy was ordered in haste', async () => {
    const key = 'archive/2022/ledger.csv';
    await expect(read(key)).rejects.toEqual(named('InvalidObjectState'));
    expect(await state(key)).toBeUndefined();
    expect((await restore(key)).$metadata.httpStatusCode).toBe(202);
    expect(await state(key)).toBe('ongoing-request="true"');
    await expect(restore(key)).rejects.toEqual(named('RestoreAlreadyInProgress'));
    await expect(read(key)).rejects.toEqual(named('InvalidObjectState'));
    bench.demo.moveClock(2 * MINUTE);
    expect(await state(key)).toMatch(/^ongoing-request="false", expiry-date="\w{3}, .* 00:00:00 GMT"$/);
    await expect(read(key)).resolves.toHaveProperty('StorageClass', 'GLACIER');
    expect((await restore(key, 'Bulk', 9)).$metadata.httpStatusCode).toBe(200);
    await expect(read(key)).resolves.toBeDefined();
  });

  it('takes twelve hours in bulk', async () => {
    const key = 'archive/2019/ledger.csv';
    await expect(restore(key, 'Expedited')).rejects.toEqual(named('InvalidArgument'));
    // A session of twelve hours would end as well.
    await restore(key, 'Standard');
    bench.demo.moveClock(14 * MINUTE);
    expect(await state(key)).toBe('ongoing-request="true"');
  });

  it('is the only one that can be restored', async () => {
    await expect(restore('README.md')).rejects.toEqual(named('InvalidObjectState'));
    await expect(restore('nothing')).rejects.toEqual(named('NoSuchKey'));
  });
});
