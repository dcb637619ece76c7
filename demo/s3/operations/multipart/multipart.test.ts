// Objects in parts by AWS's own client: uploaded, copied, too small, out of order, given up.

import { createHash } from 'node:crypto';
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  type CreateMultipartUploadCommandInput,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
  PutObjectCommand,
  UploadPartCommand,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { LARGE_KEY } from '../../buckets/workbench.ts';
import { named, SCRATCH, startBench, WORKBENCH } from '../testing.ts';

const bench = startBench();
const MIB = 1024 ** 2;
const GIB = 1024 ** 3;

async function begin(Key: string, more: Partial<CreateMultipartUploadCommandInput> = {}) {
  const there = { Bucket: WORKBENCH, Key };
  const { UploadId } = await bench.s3.send(new CreateMultipartUploadCommand({ ...there, ...more }));
  return { ...there, UploadId };
}
type Upload = Awaited<ReturnType<typeof begin>>;

async function send(upload: Upload, PartNumber: number, Body: Buffer): Promise<CompletedPart> {
  const answer = await bench.s3.send(new UploadPartCommand({ ...upload, PartNumber, Body }));
  const { ETag, ChecksumCRC32, ChecksumSHA256 } = answer;
  return { PartNumber, ETag, ChecksumCRC32, ChecksumSHA256 };
}

const complete = (upload: Upload, Parts: CompletedPart[]) =>
  bench.s3.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }));
const head = (Key: string, more = {}) =>
  bench.s3.send(new HeadObjectCommand({ Bucket: WORKBENCH, Key, ChecksumMode: 'ENABLED', ...more }));

async function read(Bucket: string, Key: string, Range: string): Promise<Buffer> {
  const answer = await bench.s3.send(new GetObjectCommand({ Bucket, Key, Range }));
  return Buffer.from((await answer.Body?.transformToByteArray()) ?? []);
}

describe('an object in parts', () => {
  it('is the sum of them, with the ETag and the checksum of a multipart upload', async () => {
    const upload = await begin('parts/three.bin', {
      ContentType: 'image/x',
      Tagging: 'a=1',
      ChecksumAlgorithm: 'CRC32',
    });
    const bodies = [Buffer.alloc(5 * MIB, 1), Buffer.alloc(5 * MIB, 2), Buffer.from('the end')];
    // In whatever order they come.
    const last = await send(upload, 9, bodies[2] ?? Buffer.alloc(0));
    const first = await send(upload, 1, bodies[0] ?? Buffer.alloc(0));
    const second = await send(upload, 2, bodies[1] ?? Buffer.alloc(0));
    const answer = await complete(upload, [first, second, last]);
    const md5 = (bytes: Buffer) => createHash('md5').update(bytes).digest();
    const ofAll = md5(Buffer.concat(bodies.map(md5))).toString('hex');
    expect(answer.ETag).toBe(`"${ofAll}-3"`);
    expect(answer.VersionId).toBeDefined();
    expect(await head('parts/three.bin')).toMatchObject({
      ContentLength: 10 * MIB + 7,
      ContentType: 'image/x',
      TagCount: 1,
      ChecksumType: 'COMPOSITE',
      ChecksumCRC32: expect.stringMatching(/=-3$/),
    });
    const tail = await read(WORKBENCH, 'parts/three.bin', 'bytes=-9');
    expect(tail.toString('latin1')).toBe('\u0002\u0002the end');
    expect(await head('parts/three.bin', { PartNumber: 3 })).toMatchObject({
      PartsCount: 3,
      ContentLength: 7,
    });
    await expect(head('parts/three.bin', { PartNumber: 4 })).rejects.toMatchObject({
      $metadata: { httpStatusCode: 416 },
    });
    await expect(complete(upload, [first])).rejects.toEqual(named('NoSuchUpload'));
  });

  it('has the checksum of the whole where that was wished for', async () => {
    const upload = await begin('parts/whole.bin', {
      ChecksumAlgorithm: 'CRC32',
      ChecksumType: 'FULL_OBJECT',
    });
    await complete(upload, [await send(upload, 1, Buffer.from('one part only'))]);
    await bench.s3.send(
      new PutObjectCommand({ Bucket: WORKBENCH, Key: 'parts/plain.bin', Body: 'one part only' }),
    );
    expect((await head('parts/whole.bin')).ChecksumCRC32).toBe((await head('parts/plain.bin')).ChecksumCRC32);
  });

  it('is refused when a part but the last is smaller than 5 MiB', async () => {
    const upload = await begin('parts/small.bin');
    const parts = [await send(upload, 1, Buffer.from('small')), await send(upload, 2, Buffer.from('last'))];
    await expect(complete(upload, parts)).rejects.toMatchObject({
      name: 'EntityTooSmall',
      ProposedSize: '5',
      MinSizeAllowed: String(5 * MIB),
      PartNumber: '1',
    });
  });

  it.each([
    ['in another order', (parts: CompletedPart[]) => [...parts].reverse(), 'InvalidPartOrder'],
    ['with a part that never came', () => [{ PartNumber: 7, ETag: '"x"' }], 'InvalidPart'],
    ['with another ETag', () => [{ PartNumber: 1, ETag: '"x"' }], 'InvalidPart'],
    ['of none', () => [], 'MalformedXML'],
  ])('%s is refused', async (_, choose, code) => {
    const upload = await begin('parts/wrong.bin');
    const parts = [await send(upload, 1, Buffer.from('a')), await send(upload, 2, Buffer.from('b'))];
    await expect(complete(upload, choose(parts))).rejects.toEqual(named(code));
    await bench.s3.send(new AbortMultipartUploadCommand(upload));
  });

  it('is not put where something is, when that was not wished for', async () => {
    const upload = await begin('README.md');
    const Parts = [await send(upload, 1, Buffer.from('mine'))];
    const asked = { ...upload, IfNoneMatch: '*', MultipartUpload: { Parts } };
    await expect(bench.s3.send(new CompleteMultipartUploadCommand(asked))).rejects.toEqual(
      named('PreconditionFailed'),
    );
    await bench.s3.send(new AbortMultipartUploadCommand(upload));
  });
});

describe('an upload under way', () => {
  it('tells its parts, page by page, and is gone once given up', async () => {
    const upload = await begin('parts/given up.bin');
    for (const number of [3, 1, 2]) await send(upload, number, Buffer.from(`part ${number}`));
    const first = await bench.s3.send(new ListPartsCommand({ ...upload, MaxParts: 2 }));
    expect(first.Parts?.map(({ PartNumber, Size }) => [PartNumber, Size])).toEqual([
      [1, 6],
      [2, 6],
    ]);
    const PartNumberMarker = first.NextPartNumberMarker;
    const rest = await bench.s3.send(new ListPartsCommand({ ...upload, PartNumberMarker }));
    expect(rest.Parts?.map(({ PartNumber }) => PartNumber)).toEqual([3]);
    expect(rest.IsTruncated).toBe(false);
    await bench.s3.send(new AbortMultipartUploadCommand(upload));
    await expect(bench.s3.send(new ListPartsCommand(upload))).rejects.toEqual(named('NoSuchUpload'));
    await expect(send(upload, 4, Buffer.from('late'))).rejects.toEqual(named('NoSuchUpload'));
  });

  it('is listed in its bucket, by key, one page after the other', async () => {
    const begun = [await begin('under way/b'), await begin('under way/a'), await begin('under way/a')];
    const list = (more: object) =>
      bench.s3.send(
        new ListMultipartUploadsCommand({ Bucket: WORKBENCH, Prefix: 'under way/', MaxUploads: 2, ...more }),
      );
    const first = await list({});
    expect(first.Uploads?.map(({ Key }) => Key)).toEqual(['under way/a', 'under way/a']);
    const { NextKeyMarker, NextUploadIdMarker } = first;
    const second = await list({ KeyMarker: NextKeyMarker, UploadIdMarker: NextUploadIdMarker });
    expect(second.Uploads?.map(({ Key }) => Key)).toEqual(['under way/b']);
    const level = await list({ Prefix: undefined, Delimiter: '/' });
    expect(level.CommonPrefixes?.map(({ Prefix }) => Prefix)).toContain('under way/');
    for (const one of begun) await bench.s3.send(new AbortMultipartUploadCommand(one));
    expect((await list({})).Uploads).toBeUndefined();
  });
});

describe('a copy in parts', () => {
  const copyPart = async (upload: Upload, PartNumber: number, CopySourceRange?: string) => {
    const { CopyPartResult } = await bench.s3.send(
      new UploadPartCopyCommand({
        ...upload,
        PartNumber,
        CopySource: `${WORKBENCH}/${LARGE_KEY}`,
        CopySourceRange,
      }),
    );
    return { PartNumber, ETag: CopyPartResult?.ETag, ChecksumCRC32: CopyPartResult?.ChecksumCRC32 };
  };

  it('takes 6 GB along without reading them', async () => {
    const upload = await begin('copies/scan.img');
    const middle = 3 * GIB + 12_345;
    const parts = [
      await copyPart(upload, 1, `bytes=0-${middle - 1}`),
      await copyPart(upload, 2, `bytes=${middle}-${6 * GIB - 1}`),
    ];
    await complete(upload, parts);
    expect((await head('copies/scan.img')).ContentLength).toBe(6 * GIB);
    const range = `bytes=${middle - 40_000}-${middle + 99_999}`;
    const [there, here] = [
      await read(WORKBENCH, LARGE_KEY, range),
      await read(WORKBENCH, 'copies/scan.img', range),
    ];
    expect(here).toHaveLength(140_000);
    expect(here.equals(there)).toBe(true);
  });

  it.each([
    ['the whole, which is more than 5 GB', undefined, 'InvalidRequest'],
    ['more than 5 GB of it', `bytes=0-${5 * GIB}`, 'InvalidRequest'],
    ['what is behind its end', `bytes=0-${6 * GIB}`, 'InvalidArgument'],
    ['a range that is none', 'bytes=5-', 'InvalidArgument'],
    ['a range that runs backwards', 'bytes=5-4', 'InvalidArgument'],
  ])('is refused of %s', async (_, range, code) => {
    const upload = await begin('copies/none.img');
    await expect(copyPart(upload, 1, range)).rejects.toEqual(named(code));
    await bench.s3.send(new AbortMultipartUploadCommand(upload));
  });

  it('may be half uploaded', async () => {
    const upload = await begin('copies/half.bin');
    const parts = [
      await copyPart(upload, 1, `bytes=1000-${1000 + 5 * MIB - 1}`),
      await send(upload, 2, Buffer.from('mine')),
    ];
    await complete(upload, parts);
    expect((await read(WORKBENCH, 'copies/half.bin', 'bytes=-4')).toString()).toBe('mine');
    const start = await read(WORKBENCH, 'copies/half.bin', 'bytes=0-99');
    expect(start.equals(await read(WORKBENCH, LARGE_KEY, 'bytes=1000-1099'))).toBe(true);
  });
});

it('parts of a bucket without versions make an object without one', async () => {
  const there = { Bucket: SCRATCH, Key: 'parts/plain' };
  const { UploadId } = await bench.s3.send(new CreateMultipartUploadCommand(there));
  const Body = Buffer.from('plain');
  const { ETag } = await bench.s3.send(new UploadPartCommand({ ...there, UploadId, PartNumber: 1, Body }));
  const answer = await bench.s3.send(
    new CompleteMultipartUploadCommand({
      ...there,
      UploadId,
      MultipartUpload: { Parts: [{ PartNumber: 1, ETag }] },
    }),
  );
  expect(answer.VersionId).toBeUndefined();
  expect((await read(SCRATCH, 'parts/plain', 'bytes=0-')).toString()).toBe('plain');
});
