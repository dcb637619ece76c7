/** Storage classes of one listing as small numbers, in the order in which they were met. Pure. */
import { FOLDER_CLASS } from '../../contract/s3-list.ts';
import { garbled } from './garbled.ts';
import { byteAt } from './names.ts';
import { readText } from './page-text.ts';

export interface ClassCodes {
  /** A code is a place in here. */
  readonly names: readonly string[];
  codeOf(bytes: Uint8Array, from: number, to: number): number;
  /** What S3 means by naming none. */
  standard(): number;
}

const LONGEST = 64;
const MOST = FOLDER_CLASS - 1;

export function createClassCodes(): ClassCodes {
  const names: string[] = [];
  const codes = new Map<string, number>();
  let lastBytes = new Uint8Array();
  let lastCode = -1;

  const codeOfName = (name: string | null): number => {
    const known = name === null ? undefined : codes.get(name);
    if (known !== undefined) return known;
    if (name === null || name.length > LONGEST || names.length === MOST)
      throw garbled('a storage class that is none');
    codes.set(name, names.length);
    return names.push(name) - 1;
  };
  /** Nearly all objects of a page have the class of the one before. */
  const isLast = (bytes: Uint8Array, from: number, to: number): boolean => {
    if (lastCode < 0 || to - from !== lastBytes.length) return false;
    for (let i = 0; i < lastBytes.length; i++)
      if (byteAt(bytes, from + i) !== byteAt(lastBytes, i)) return false;
    return true;
  };
  return {
    names,
    standard: () => codeOfName('STANDARD'),
    codeOf(bytes, from, to) {
      if (isLast(bytes, from, to)) return lastCode;
      lastBytes = bytes.slice(from, to);
      lastCode = codeOfName(readText(bytes, from, to));
      return lastCode;
    },
  };
}
