// Copies by AWS's own client: what goes along, what is replaced, and what S3 does not copy.

import {
  CopyObjectCommand,
  type CopyObjectCommandInput,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { LARGE_KEY } from '../buckets/workbench.ts';
import { named, SCRATCH, startBench, WORKBENCH } from './testing.ts';

const bench = startBench();
const copy = (source: string, Key: string, more: Partial<CopyObjectCommandInput> = {}) =>
  bench.s3.send(
    new CopyObjectCommand({
      Bucket: WORKBENCH,
      Key,
      CopySource: source.split('/').map(encodeURIComponent).join('/'),
      ...more,
    }),
  );
const head = (Key: string) => bench.s3.send(new HeadObjectCommand({ Bucket: WORKBENCH, Key }));
const tags = async (Key: string) =>
  (await bench.s3.send(new GetObjectTaggingCommand({ Bucket: WORKBENCH, Key }))).TagSet;
const letter = `${SCRATCH}/letters/welcome.txt`;

describe('a copy', () => {
  it('takes bytes, headers, metadata and tags along', async () => {
    const answer = await copy(letter, 'copies/welcome.txt');
    expect(answer.CopyObjectResult?.ETag).toBe((await head('copies/welcome.txt')).ETag);
    expect(await head('copies/welcome.txt')).toMatchObject({
      ContentType: 'text/plain; charset=utf-8',
      CacheControl: 'max-age=3600',
      ContentLanguage: 'en',
      Metadata: { author: 'mira', 'source-system': 'letterbox 4' },
      VersionId: answer.VersionId,
    });
    expect(await tags('copies/welcome.txt')).toEqual([{ Key: 'public', Value: 'yes' }]);
  });

  it('has other headers and tags where they are replaced', async () => {
    await copy(letter, 'copies/other.txt', {
      MetadataDirective: 'REPLACE',
      Metadata: { by: 'alex' },
      ContentType: 'text/markdown',
      TaggingDirective: 'REPLACE',
      Tagging: 'new=1',
      StorageClass: 'STANDARD_IA',
    });
    const facts = await head('copies/other.txt');
    expect(facts).toMatchObject({
      ContentType: 'text/markdown',
      Metadata: { by: 'alex' },
      StorageClass: 'STANDARD_IA',
    });
    expect(facts.CacheControl).toBeUndefined();
    expect(await tags('copies/other.txt')).toEqual([{ Key: 'new', Value: '1' }]);
  });

  it.each(['plus + and %2F.txt', '/leading', 'two//slashes', 'ünïcode 🪁?versionId=x', 'dots/../up'])(
    'finds an odd key: %s',
    async (name) => {
      const key = `odd/${name}`;
      await bench.s3.send(new PutObjectCommand({ Bucket: WORKBENCH, Key: key, Body: name }));
      await copy(`${WORKBENCH}/${key}`, `copies/${name}`);
      const answer = await bench.s3.send(new GetObjectCommand({ Bucket: WORKBENCH, Key: `copies/${name}` }));
      expect(await answer.Body?.transformToString()).toBe(name);
    },
  );

  it('of an older version is the way back to it', async () => {
    const there = { Bucket: WORKBENCH, Key: 'back.txt' };
    const first = await bench.s3.send(new PutObjectCommand({ ...there, Body: 'first' }));
    await bench.s3.send(new PutObjectCommand({ ...there, Body: 'second' }));
    const answer = await copy('', 'back.txt', {
      CopySource: `${WORKBENCH}/back.txt?versionId=${first.VersionId}`,
    });
    expect(answer.CopySourceVersionId).toBe(first.VersionId);
    expect((await head('back.txt')).ETag).toBe(first.ETag);
  });

  it('is refused when it changes nothing', async () => {
    const self = `${WORKBENCH}/README.md`;
    await expect(copy(self, 'README.md')).rejects.toMatchObject({
      name: 'InvalidRequest',
      message: expect.stringContaining('without changing the object'),
    });
    await copy(self, 'README.md', { MetadataDirective: 'REPLACE', ContentType: 'text/plain' });
    expect((await head('README.md')).ContentType).toBe('text/plain');
  });

  it('is refused when its source is not what it was', async () => {
    const { ETag } = await head('images/kite.png');
    await expect(
      copy(`${WORKBENCH}/images/kite.png`, 'copies/k.png', { CopySourceIfMatch: '"x"' }),
    ).rejects.toEqual(named('PreconditionFailed'));
    await copy(`${WORKBENCH}/images/kite.png`, 'copies/k.png', { CopySourceIfMatch: ETag });
    await expect(copy(`${WORKBENCH}/images/kite.png`, 'copies/k.png', { IfNoneMatch: '*' })).rejects.toEqual(
      named('PreconditionFailed'),
    );
  });

  it.each([
    ['larger than 5 GB', `${WORKBENCH}/${LARGE_KEY}`, 'InvalidRequest'],
    ['in an archive', `${WORKBENCH}/archive/2022/ledger.csv`, 'InvalidObjectState'],
    ['not there', `${WORKBENCH}/nothing`, 'NoSuchKey'],
    ['in no bucket', 'lark-nowhere/key', 'NoSuchBucket'],
    ['one that may not be read', 'lark-case-files/2026/intake/case-1107.txt', 'AccessDenied'],
  ])('of a source %s is refused', async (_, source, code) => {
    await expect(copy(source, 'copies/x')).rejects.toEqual(named(code));
  });
});
