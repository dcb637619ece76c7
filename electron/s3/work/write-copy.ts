/**
 * Copies one object, inside S3: by one request up to 5 GiB, beyond by parts. What was looked at is what is copied, or
 * nothing. One world: S3. Source: S3 API Reference, CopyObject.
 */
import { CopyObjectCommand, type CopyObjectCommandOutput } from '@aws-sdk/client-s3';
import { AppError } from '../../lib/app-error.ts';
import { garbled } from '../listing/garbled.ts';
import { copyByParts } from './copy-by-parts.ts';
import { type Copying, inOneRegion, isSameContent } from './copying.ts';
import { withExpires } from './expires.ts';
import { headIfThere } from './head.ts';
import { isThereAlready, whereTaken } from './if-absent.ts';
import { copySource } from './keys.ts';
import { statusOf } from './refusals.ts';
import { headersOf, restated } from './restated.ts';

/** S3 User Guide, "Copying, moving, and renaming objects". */
const MOST_BY_ONE_REQUEST = 5 * 1024 ** 3;

/** `there`: something was there already, and stays. */
export async function writeCopy(copying: Copying): Promise<'copied' | 'there'> {
  const { head, key, to, toKey, replace } = copying;
  if (head.ETag === undefined || head.ContentLength === undefined)
    throw garbled('an object without ETag or size');
  if (!replace && (await headIfThere(to, { key: toKey, version: null }).catch(unlessHidden))) return 'there';
  const write = head.ContentLength > MOST_BY_ONE_REQUEST ? copyByParts : copyAtOnce;
  try {
    if (replace) await write(copying, {});
    else await whereTaken((condition) => write(copying, condition));
    return 'copied';
  } catch (error) {
    if (!isThereAlready(error)) throw error;
    const now = await headIfThere(to, { key: toKey, version: null }, true).catch(unlessHidden);
    const changed = () => new AppError('s3-changed-meanwhile', { retry: 'now', subject: key, cause: error });
    if (replace || now === null) throw changed();
    // The answer to our own writing may have been lost before.
    return isSameContent(now, head) ? 'copied' : 'there';
  }
}

/** Who may not list is not told whether a key exists: the condition of the write says it then. */
function unlessHidden(error: unknown): null {
  if (statusOf(error) === 403) return null;
  throw error;
}

async function copyAtOnce(copying: Copying, condition: { IfNoneMatch?: string }): Promise<void> {
  const { from, to, key, version, toKey, head, change } = copying;
  const ask = {
    Bucket: to.name,
    Key: toKey,
    CopySource: copySource(from.name, key, version),
    CopySourceIfMatch: head.ETag,
    ...restated(head, { sameRegion: inOneRegion(copying), ontoItself: change !== null }),
    ...(change && { MetadataDirective: 'REPLACE' as const, ...headersOf(head, change) }),
    ...condition,
  };
  const command = () => {
    const made = new CopyObjectCommand(ask);
    return change ? withExpires(made, head) : made;
  };
  // What answers anything else is no S3, and has copied nothing.
  const check = ({ CopyObjectResult }: CopyObjectCommandOutput) => {
    if (!CopyObjectResult?.ETag) throw garbled('a copy without an ETag');
  };
  await to.send(command, { check });
}
