/** A new name for an object or a folder: what its key becomes, and what stands in the way. Keys are bytes. Pure. */
import { fitsKey } from '../../../../../electron/contract/s3-names.ts';
import { counted } from '../../../../text/format.ts';
import { nameParts } from '../../name-marks.ts';

export interface NewName {
  /** The key or prefix; null while there is none. */
  key: string | null;
  /** Why it can't be, in words; null also while nothing is to be said. */
  wrong: string | null;
  /** What is worth knowing and does not stand in the way. */
  hint: string | null;
}

export interface Naming {
  /** The folder it stands in. */
  prefix: string;
  /** A folder's key ends with the slash, which nobody has to type. */
  isFolder: boolean;
  /** The present name, as the list shows it; null: something new. */
  present: string | null;
  /** Whether the list has this key already. */
  isThere: (key: string) => boolean;
}

const LONGEST = 1024;

/** What stands after the folder it is looked at in; a folder's without its slash. */
export function nameIn(prefix: string, key: string, isFolder: boolean): string {
  const name = key.startsWith(prefix) ? key.slice(prefix.length) : key.slice(key.lastIndexOf('/') + 1);
  return isFolder ? name.replace(/\/$/, '') : name;
}

export function newName(typed: string, { prefix, isFolder, present, isThere }: Naming): NewName {
  const nothing = { key: null, wrong: null, hint: null };
  if (typed === present) return { ...nothing, hint: unseenHint(present) };
  const name = isFolder ? typed.replace(/\/$/, '') : typed;
  if (name === present) return nothing;
  // A folder may have an empty name, but nobody means it: `a//` can be reached by the path only.
  if (name === '')
    return { ...nothing, wrong: typed === '' && present === null ? null : 'A name is needed.' };
  const wrong = (words: string) => ({ ...nothing, wrong: words });
  if (!isFolder && name.endsWith('/')) return wrong('With a / at its end it would look like a folder.');
  const key = prefix + name + (isFolder ? '/' : '');
  if (!fitsKey(key))
    return wrong(
      `${counted(bytesOf(key) - LONGEST, 'byte')} too long: with its folders a name has at most 1,024.`,
    );
  if (isThere(key)) return wrong(`There is ${isFolder ? 'a folder' : 'an object'} of that name already.`);
  return { key, wrong: null, hint: hintOf(name, key, isThere) };
}

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

function hintOf(name: string, key: string, isThere: (key: string) => boolean): string | null {
  const twin = [key.normalize('NFC'), key.normalize('NFD')].find((other) => other !== key && isThere(other));
  if (twin !== undefined)
    return 'One that looks the same is there already; its letters are spelled otherwise.';
  if (/^ | $/.test(name)) return 'It begins or ends with a space.';
  const parts = name.split('/');
  if (parts.includes('')) return 'Two slashes in a row make a folder with an empty name.';
  if (parts.some((part) => part === '.' || part === '..'))
    return 'Some tools can’t open what is named . or ..';
  if (parts.length > 1) return `Below ${parts.slice(0, -1).join('/')}/, which is made where it is missing.`;
  return null;
}

function unseenHint(name: string): string | null {
  const unseen = nameParts(name).some(({ kind }) => kind === 'control');
  return unseen
    ? 'It holds characters that can’t be seen; a line break is lost when the name is changed here.'
    : null;
}
