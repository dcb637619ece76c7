import { describe, expect, it } from 'vitest';
import { splitMiddle } from './middle.ts';

describe('a name cut in the middle', () => {
  it.each([
    'part-00000-3f6c1e0a-9d7b-4c55-8f1e-c000.snappy.parquet',
    'a'.repeat(1024),
    '👩‍👩‍👧‍👦'.repeat(30),
    'e\u0301'.repeat(40),
    'short.txt',
  ])('loses no letter: %s', (name) => {
    const { head, tail } = splitMiddle(name);
    expect(head + tail).toBe(name);
  });

  it('keeps date, part and extension in its tail', () => {
    expect(splitMiddle('part-00000-3f6c1e0a-9d7b-4c55-8f1e-c000.snappy.parquet').tail).toMatch(
      /snappy\.parquet$/,
    );
  });

  it('never cuts inside one letter', () => {
    expect(splitMiddle('👩‍👩‍👧‍👦'.repeat(30)).tail).toMatch(/^👩‍👩‍👧‍👦/u);
  });
});
