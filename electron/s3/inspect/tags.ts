/** The tags of an object. One world: S3. */
import { GetObjectTaggingCommand } from '@aws-sdk/client-s3';
import { AppError } from '../../lib/app-error.ts';
import { cut } from './object-facts.ts';
import { type Asked, markerOr, type ObjectOf, objectOf } from './object-of.ts';

/** S3 allows ten. */
const MOST_TAGS = 50;

export async function askTags({ client, stop }: Asked, object: ObjectOf) {
  const command = new GetObjectTaggingCommand(objectOf(object));
  const { TagSet } = await client.send(command, { abortSignal: stop }).catch((error: unknown) => {
    throw markerOr(error);
  });
  // An object without tags has an empty set of them.
  if (TagSet === undefined) throw new AppError('s3-answer-garbled', { raw: 'no set of tags' });
  const tags = TagSet.flatMap(({ Key, Value }) =>
    Key ? [{ name: cut(Key, 128), value: cut(Value ?? '', 256) }] : [],
  );
  return { kind: 'tags' as const, tags: tags.slice(0, MOST_TAGS) };
}
