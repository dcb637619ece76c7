/**
 * Copies an object of more than 5 GiB by parts. Headers, metadata and tags are read and told again. Nothing is left
 * behind when it fails or is stopped. One world: S3. Source: S3 User Guide, "Copying an object using multipart upload".
 */
import { createHash } from 'node:crypto';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  type CompleteMultipartUploadCommandOutput,
  CreateMultipartUploadCommand,
  GetObjectTaggingCommand,
  UploadPartCopyCommand,
  type UploadPartCopyCommandOutput,
} from '@aws-sdk/client-s3';
import { garbled } from '../listing/garbled.ts';
import { type Copying, inOneRegion } from './copying.ts';
import { withExpires } from './expires.ts';
import { headIfThere } from './head.ts';
import { inParallel } from './in-parallel.ts';
import { copySource } from './keys.ts';
import { partRanges } from './part-ranges.ts';
import { headersOf, restated } from './restated.ts';

const MOST_PARTS_AT_ONCE = 8;

export async function copyByParts(copying: Copying, condition: { IfNoneMatch?: string }): Promise<void> {
  const { to, toKey } = copying;
  const place = { Bucket: to.name, Key: toKey };
  const { UploadId } = await begin(copying);
  if (!UploadId) throw garbled('an upload without its id');
  try {
    const Parts = await copyParts(copying, UploadId);
    const inDoubt = async () => ((await isWritten(copying, Parts)) ? { $metadata: {} } : undefined);
    const check = (answer: CompleteMultipartUploadCommandOutput) => {
      if (!answer.ETag && answer.$metadata.httpStatusCode !== undefined)
        throw garbled('an object without an ETag');
    };
    const ask = { ...place, UploadId, MultipartUpload: { Parts }, ...condition };
    await to.send(() => new CompleteMultipartUploadCommand(ask), { evenStopped: true, inDoubt, check });
  } catch (error) {
    // Where even that fails, a rule of the bucket ends it some day: the copy's own failure says more.
    const abort = () => new AbortMultipartUploadCommand({ ...place, UploadId });
    await to.send(abort, { evenStopped: true }).catch(() => {});
    throw error;
  }
}

async function begin(copying: Copying) {
  const { from, to, key, version, toKey, head, change } = copying;
  const tags = await from.send(
    () => new GetObjectTaggingCommand({ Bucket: from.name, Key: key, VersionId: version ?? undefined }),
  );
  const tagging = new URLSearchParams((tags.TagSet ?? []).map(({ Key = '', Value = '' }) => [Key, Value]));
  const ask = {
    Bucket: to.name,
    Key: toKey,
    ...headersOf(head, change ?? {}),
    ...restated(head, { sameRegion: inOneRegion(copying), ontoItself: change !== null }),
    ...(tagging.size > 0 && { Tagging: tagging.toString() }),
  };
  return to.send(() => withExpires(new CreateMultipartUploadCommand(ask), head));
}

interface Part {
  PartNumber: number;
  ETag: string;
}

async function copyParts(
  { from, to, key, version, toKey, head }: Copying,
  UploadId: string,
): Promise<Part[]> {
  const parts: Part[] = [];
  const check = ({ CopyPartResult }: UploadPartCopyCommandOutput) => {
    if (!CopyPartResult?.ETag) throw garbled('a part without an ETag');
  };
  await inParallel(
    partRanges(head.ContentLength ?? 0),
    MOST_PARTS_AT_ONCE,
    async ({ number, first, last }) => {
      const ask = {
        Bucket: to.name,
        Key: toKey,
        UploadId,
        PartNumber: number,
        CopySource: copySource(from.name, key, version),
        CopySourceIfMatch: head.ETag,
        CopySourceRange: `bytes=${first}-${last}`,
      };
      const { CopyPartResult } = await to.send(() => new UploadPartCopyCommand(ask), { check });
      parts[number - 1] = { PartNumber: number, ETag: CopyPartResult?.ETag ?? '' };
    },
  );
  return parts;
}

/** Whether the answer to a completion was lost, not the completion: the ETag is made of those of the parts. */
async function isWritten({ to, toKey, head }: Copying, parts: readonly Part[]): Promise<boolean> {
  const now = await headIfThere(to, { key: toKey, version: null }, true).catch(() => null);
  const digests = parts.map(({ ETag }) => Buffer.from(ETag.replaceAll('"', ''), 'hex'));
  if (now === null || digests.some(({ length }) => length !== 16)) return false;
  const digest = createHash('md5').update(Buffer.concat(digests)).digest('hex');
  return now.ETag === `"${digest}-${parts.length}"` && now.ContentLength === head.ContentLength;
}
