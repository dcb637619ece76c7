import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytesOf = (...bytes: number[]) => Uint8Array.from(bytes);

describe('the encoding of a text', () => {
  it.each<[string, Uint8Array, ReturnType<typeof decodeText>]>([
    ['ASCII', utf8('abc'), { text: 'abc', encoding: 'UTF-8', damaged: false }],
    [
      'UTF-8',
      utf8('Åkerlund 株式会社 \u{1f600}'),
      { text: 'Åkerlund 株式会社 \u{1f600}', encoding: 'UTF-8', damaged: false },
    ],
    [
      'UTF-8 with its mark',
      bytesOf(0xef, 0xbb, 0xbf, 0x61),
      { text: 'a', encoding: 'UTF-8', damaged: false },
    ],
    [
      'UTF-8 that is cut in a character',
      utf8('aé').subarray(0, 2),
      { text: 'a', encoding: 'UTF-8', damaged: false },
    ],
    [
      'UTF-8 with one broken byte',
      Uint8Array.from([...utf8('éàü'), 0xff, ...utf8('x'.repeat(200))]),
      { text: `éàü\ufffd${'x'.repeat(200)}`, encoding: 'UTF-8', damaged: true },
    ],
    [
      'UTF-8 with the sign of replacement in it',
      utf8('a\ufffdb'.padEnd(200)),
      { text: 'a\ufffdb'.padEnd(200), encoding: 'UTF-8', damaged: false },
    ],
    [
      'UTF-16, little end first',
      bytesOf(0xff, 0xfe, 0x61, 0, 0xe9, 0),
      { text: 'aé', encoding: 'UTF-16', damaged: false },
    ],
    [
      'UTF-16, big end first',
      bytesOf(0xfe, 0xff, 0, 0x61, 0, 0xe9),
      { text: 'aé', encoding: 'UTF-16', damaged: false },
    ],
    [
      'Latin-1',
      bytesOf(0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72),
      { text: 'Müller', encoding: 'Latin-1', damaged: false },
    ],
    ['nothing', bytesOf(), { text: '', encoding: 'UTF-8', damaged: false }],
  ])('%s is found', (_what, bytes, decoded) => {
    expect(decodeText(bytes)).toEqual(decoded);
  });

  it.each([
    ['a zero', bytesOf(0x61, 0, 0x62)],
    ['many controls', bytesOf(1, 2, 3, 4, 5, 6)],
    ['bytes without sense', bytesOf(0x81, 0x8d, 0x8f, 0x90, 0x9d, 0x81)],
  ])('%s is none', (_what, bytes) => {
    expect(decodeText(bytes)).toBeNull();
  });
});
