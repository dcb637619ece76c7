// An object's tags: from XML, from a header, their limits (S3 User Guide, "Categorizing your objects using tags"), and
// back to XML.

import { element } from '../../xml.ts';
import { document } from '../answers.ts';
import type { Tag } from '../content/object.ts';
import { malformedXml, S3Error } from '../errors.ts';
import { childNamed, childrenNamed, readXmlBody } from './read-xml.ts';

const MOST_TAGS = 10;
const LONGEST_NAME = 128;
const LONGEST_VALUE = 256;
const ALLOWED = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

export function tagsFromXml(body: Buffer): Tag[] {
  const root = readXmlBody(body, 'Tagging');
  const set = childNamed(root, 'TagSet');
  if (!set) throw malformedXml();
  return checkTags(
    childrenNamed(set, 'Tag').map((tag) => {
      const [name, value] = [childNamed(tag, 'Key')?.text, childNamed(tag, 'Value')?.text];
      if (name === undefined || value === undefined) throw malformedXml();
      return { name, value };
    }),
  );
}

/** The header x-amz-tagging, a query string. */
export function tagsFromHeader(header: string): Tag[] {
  const tags = [...new URLSearchParams(header)].map(([name, value]) => ({ name, value }));
  return checkTags(tags);
}

function checkTags(tags: Tag[]): Tag[] {
  if (tags.length > MOST_TAGS) throw new S3Error(400, 'BadRequest', 'Object tags cannot be greater than 10');
  if (new Set(tags.map(({ name }) => name)).size < tags.length)
    throw invalidTag('Cannot provide multiple Tags with the same key');
  for (const { name, value } of tags) {
    if (name === '' || name.length > LONGEST_NAME || !ALLOWED.test(name))
      throw invalidTag('The TagKey you have provided is invalid', { TagKey: name });
    if (value.length > LONGEST_VALUE || !ALLOWED.test(value))
      throw invalidTag('The TagValue you have provided is invalid', { TagValue: value });
    if (name.toLowerCase().startsWith('aws:'))
      throw invalidTag('System tags cannot be added/updated by requester');
  }
  return tags;
}

const invalidTag = (message: string, details = {}) => new S3Error(400, 'InvalidTag', message, { details });

export function taggingXml(tags: readonly Tag[]): string {
  const all = tags.map(({ name, value }) => `<Tag>${element('Key', name)}${element('Value', value)}</Tag>`);
  return document('Tagging', `<TagSet>${all.join('')}</TagSet>`);
}
