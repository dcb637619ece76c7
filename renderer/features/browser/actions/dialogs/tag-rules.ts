/**
 * Tags as S3 takes them, and what an edit of them puts and takes. Pure. Source: S3 User Guide, "Categorizing your
 * objects using tags".
 */
import type { S3Tag } from '../../../../../electron/contract/s3-inspect.ts';

export const MOST_TAGS = 10;
const LONGEST_NAME = 128;
const LONGEST_VALUE = 256;

export const tagLimits = `At most ${MOST_TAGS} tags: names of 128 characters, values of 256; letters, numbers, spaces and + - = . _ : / @.`;

const allowed = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** Why S3 would not take these; null when it would. Rows that are empty on both sides count for nothing. */
export function tagTrouble(rows: readonly S3Tag[]): string | null {
  const tags = filled(rows);
  const names = new Set<string>();
  for (const { name, value } of tags) {
    if (name === '') return `The tag with the value ${value} has no name.`;
    if (names.has(name)) return `There are two tags named ${name}.`;
    names.add(name);
    if (name.length > LONGEST_NAME) return `A tag’s name has at most ${LONGEST_NAME} characters.`;
    if (value.length > LONGEST_VALUE) return `A tag’s value has at most ${LONGEST_VALUE} characters.`;
    if (/^aws:/i.test(name)) return 'Names that begin with aws: are kept for AWS.';
    if (!allowed.test(name) || !allowed.test(value))
      return `${name}: S3 takes letters, numbers, spaces and + - = . _ : / @.`;
  }
  return tags.length > MOST_TAGS ? `An object has at most ${MOST_TAGS} tags.` : null;
}

export const filled = (rows: readonly S3Tag[]) =>
  rows.filter(({ name, value }) => name !== '' || value !== '');

/** From the tags that are there to those that are wanted. */
export function tagChange(
  present: readonly S3Tag[],
  wanted: readonly S3Tag[],
): { put: S3Tag[]; remove: string[] } {
  const tags = filled(wanted);
  const before = new Map(present.map(({ name, value }) => [name, value]));
  const after = new Set(tags.map(({ name }) => name));
  return {
    put: tags.filter(({ name, value }) => before.get(name) !== value),
    remove: present.map(({ name }) => name).filter((name) => !after.has(name)),
  };
}

/** Names with commas between, each once. */
export function readNames(text: string): { names: string[]; trouble: string | null } {
  const names = [...new Set(text.split(',').map((name) => name.trim()))].filter((name) => name !== '');
  const long = names.some((name) => name.length > LONGEST_NAME);
  if (long) return { names, trouble: `A tag’s name has at most ${LONGEST_NAME} characters.` };
  return { names, trouble: names.length > 50 ? 'At most 50 names at once.' : null };
}
