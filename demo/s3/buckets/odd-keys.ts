// lark-odd-keys: keys that are allowed in S3 and break careless clients. Each object's text is its own key.

import { momentOf } from '../content/days.ts';
import { type DemoObject, textObject } from '../content/object.ts';

const LONG_LIMIT_BYTES = 1024;

/** Every odd key, in no order. */
export const ODD_KEYS: readonly string[] = [
  'with spaces/a name with  two spaces.txt',
  ' leading space.txt',
  'trailing space ',
  'plus+plus.txt',
  'percent/100%.txt',
  'percent/%41 is not A.txt',
  'percent/%2F is no slash.txt',
  'double//slash.txt',
  '/leading slash.txt',
  '//two leading slashes.txt',
  'ends in a slash/',
  'emoji/kite 🪁.txt',
  'emoji/family 👩‍👩‍👧.txt',
  // UTF-16 would sort this after the emoji, UTF-8 (as S3) before them.
  'emoji/～wave.txt',
  'twins/caf\u00e9.txt',
  'twins/cafe\u0301.txt',
  'dots/../up.txt',
  'dots/./here.txt',
  'reserved/CON.txt',
  'CON.txt',
  'reserved/back\\slash.txt',
  'reserved/a:b*c?d"e<f>g|h.txt',
  'markup/<b>&amp;</b>.txt',
  'query/a=b&c=d?e#f.txt',
  'case/Readme.txt',
  'case/README.txt',
  'right-to-left/\u05e9\u05dc\u05d5\u05dd.txt',
  'newline/two\nlines.txt',
  longKey(),
];

export function oddKeys(): DemoObject[] {
  return ODD_KEYS.map((key, index) =>
    textObject({ key, modifiedAt: momentOf('2026-05-04', 8, index) }, () =>
      key.endsWith('/') ? '' : `This object's key is ${JSON.stringify(key)}\n`,
    ),
  );
}

/** 1,024 bytes of UTF-8, the longest key S3 takes. */
function longKey(): string {
  const start = 'long/';
  const end = '.txt';
  return `${start}${'ö'.repeat(200)}${'x'.repeat(LONG_LIMIT_BYTES - start.length - end.length - 400)}${end}`;
}
