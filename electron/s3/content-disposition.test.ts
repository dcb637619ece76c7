import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attachmentNamed } from './content-disposition.ts';

test.each([
  ['summary 2026.csv', 'attachment; filename="summary 2026.csv"'],
  ['Übersicht.csv', 'attachment; filename="_bersicht.csv"; filename*=UTF-8\'\'%C3%9Cbersicht.csv'],
  ['a"b\\c%41.txt', 'attachment; filename="a_b_c_41.txt"; filename*=UTF-8\'\'a%22b%5Cc%2541.txt'],
  ["it's (1)*.txt", 'attachment; filename="it\'s (1)*.txt"'],
  ["é'(*)", "attachment; filename=\"_'(*)\"; filename*=UTF-8''%C3%A9%27%28%2A%29"],
])('%s is told to old browsers and new ones', (name, header) => {
  expect(attachmentNamed(name)).toBe(header);
});

test('any name makes one header, and comes back from it whole', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1 }).filter((name) => !/\p{Surrogate}/u.test(name)),
      (name) => {
        const header = attachmentNamed(name);
        expect(header).toMatch(/^[\x20-\x7e]+$/);
        const full = /filename\*=UTF-8''(.*)$/.exec(header)?.[1];
        const plain = /^attachment; filename="([^"\\]*)"/.exec(header)?.[1];
        expect(full === undefined ? plain : decodeURIComponent(full)).toBe(name);
      },
    ),
  );
});
