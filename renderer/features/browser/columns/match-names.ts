/** Looks for words in packed names. Plain names are read as bytes, the others as text. Pure. */
import { fold } from './arrangement.ts';
import { decodeKey, encodeKey, foldByte, isPlain, isPlainBytes } from './key-bytes.ts';

/** Answers for the name between two places of folded keys; `plain`: all these keys are ASCII. */
export type Match = (keys: Uint8Array, from: number, to: number, plain: boolean) => boolean;

/** Small letters for ASCII capitals, in place: a folded name is the same once decoded, composed and made small. */
export function foldKeys(keys: Uint8Array): void {
  for (let i = 0; i < keys.length; i++) {
    const byte = keys[i] as number;
    if (byte >= 0x41 && byte <= 0x5a) keys[i] = byte | 0x20;
  }
}

/** `words` are folded; every one must be in the name. */
export function matchAll(words: readonly string[]): Match {
  const wanted = words.map((text) => ({ text, bytes: encodeKey(text) }));
  const allPlain = words.every(isPlain);
  return (keys, from, to, plain) => {
    if (plain || isPlainBytes(keys, from, to))
      return allPlain && wanted.every(({ bytes }) => holds(keys, from, to, bytes));
    const name = fold(decodeKey(keys.subarray(from, to)));
    return wanted.every(({ text }) => name.includes(text));
  };
}

function holds(keys: Uint8Array, from: number, to: number, word: Uint8Array): boolean {
  const first = word[0];
  const last = to - word.length;
  for (let at = from; at <= last; at++) {
    if (keys[at] !== first) continue;
    let i = 1;
    while (i < word.length && keys[at + i] === word[i]) i++;
    if (i === word.length) return true;
  }
  return false;
}

/** Answers whether the name between two places of keys as they are begins with a text, whatever the capitals. */
export function startMatcher(text: string): (keys: Uint8Array, from: number, to: number) => boolean {
  const small = text.toLowerCase();
  if (!isPlain(small))
    return (keys, from, to) => decodeKey(keys.subarray(from, to)).toLowerCase().startsWith(small);
  const wanted = encodeKey(small);
  return (keys, from, to) => {
    if (to - from < wanted.length) return false;
    for (let i = 0; i < wanted.length; i++)
      if (foldByte(keys[from + i] as number) !== wanted[i]) return false;
    return true;
  };
}
