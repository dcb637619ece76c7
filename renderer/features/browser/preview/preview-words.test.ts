import { describe, expect, it } from 'vitest';
import {
  bytesWords,
  documentsWords,
  encodingWords,
  hexWords,
  linesWords,
  pixelsWords,
  rowsWords,
  tableWords,
} from './preview-words.ts';
import { readTable } from './read-table.ts';

const part = { readBytes: 64_000, totalBytes: 48_212_480 };
const whole = { readBytes: 220, totalBytes: 220 };
const utf8 = { text: '', encoding: 'UTF-8' as const, damaged: false };

describe('under a preview', () => {
  it('it is said how much was read', () => {
    const table = readTable('a;b\n1;2\n3;4', { complete: true });
    expect([rowsWords(table, part), tableWords(utf8, table)]).toEqual([
      '2 rows from the first 64 kB',
      'UTF-8, semicolon, names in line 1',
    ]);
    expect(rowsWords({ ...table, more: true, hiddenColumns: 12 }, part)).toBe(
      'The first 2 rows, more are not drawn, 12 more columns not drawn',
    );
    expect(tableWords(utf8, readTable('1,2\n3,4', { complete: true }))).toBe('UTF-8, comma, no names');
    expect(linesWords(1, false, whole)).toBe('1 line, read in full');
    expect(linesWords(100_000, true, part)).toBe('The first 100,000 lines, more are not drawn');
    expect(documentsWords(1, false, whole)).toBe('JSON, read in full');
    expect(documentsWords(3, false, part)).toBe('3 JSON documents from the first 64 kB');
    expect(hexWords(64_000, part)).toBe('The first 64 kB of 48.2 MB');
    expect(hexWords(220, whole)).toBe('All 220 bytes');
  });

  it('and in which encoding, and how large', () => {
    expect(encodingWords({ encoding: 'Latin-1', damaged: false })).toBe('Latin-1');
    expect(encodingWords({ encoding: 'UTF-8', damaged: true })).toBe('UTF-8, damaged in places');
    expect(pixelsWords({ width: 20_000, height: 14_000 })).toBe('20,000 × 14,000 pixels');
    expect([bytesWords(64_000), bytesWords(1_000_000), bytesWords(64_500)]).toEqual([
      '64 kB',
      '1 MB',
      '64.5 kB',
    ]);
  });
});
