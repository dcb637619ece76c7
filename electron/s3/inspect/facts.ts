/** What HeadObject tells of an object, and why it tells nothing. One world: S3. */
import { GetObjectCommand, HeadObjectCommand } from '@aws-sdk/client-s3';
import { isElsewhere } from '../region-errors.ts';
import { objectFacts } from './object-facts.ts';
import { type Asked, markerOr, type ObjectOf, objectOf, statusOf } from './object-of.ts';

export async function askFacts(asked: Asked, object: ObjectOf) {
  try {
    return { kind: 'facts' as const, facts: objectFacts(await head(asked, object)) };
  } catch (error) {
    throw markerOr(error);
  }
}

/**
 * Checksums of an object under a KMS key are told only to who may decrypt (S3 API Reference, HeadObject,
 * "ChecksumMode"), and a refused HEAD does not say why: so it is asked once more without them.
 */
async function head({ client, stop }: Asked, object: ObjectOf) {
  const ask = (more: { ChecksumMode?: 'ENABLED' }) =>
    client.send(new HeadObjectCommand({ ...objectOf(object), ...more }), { abortSignal: stop });
  try {
    return await ask({ ChecksumMode: 'ENABLED' });
  } catch (refused) {
    if (!isRefusal(refused)) throw await reasonFor(refused, { client, stop }, object);
    return await ask({}).catch(async (again: unknown) => {
      throw await reasonFor(again, { client, stop }, object);
    });
  }
}

function isRefusal(error: unknown): boolean {
  const status = statusOf(error);
  return (status === 400 || status === 403) && !isElsewhere(error);
}

/** The answer to a HEAD has no body. The same question as a GET of one byte needs the same rights, and is refused in words. */
async function reasonFor(error: unknown, { client, stop }: Asked, object: ObjectOf): Promise<unknown> {
  const status = statusOf(error);
  const isMute = isRefusal(error) || (status === 404 && markerOr(error) === error);
  if (!isMute) return error;
  const first = new GetObjectCommand({ ...objectOf(object), Range: 'bytes=0-0' });
  return client.send(first, { abortSignal: stop }).then(
    ({ Body }) => {
      if (Body && 'destroy' in Body) Body.destroy();
      return error;
    },
    (said: unknown) => (statusOf(said) === undefined ? error : said),
  );
}
