import { describe, expect, it } from 'vitest';
import { createRowNumbers } from './row-numbers.ts';

/** Every third row: some are in it, others are not. */
function everyThird(count: number) {
  const numbers = createRowNumbers();
  for (let i = 0; i < count; i++) numbers.push(i * 3);
  return numbers;
}

describe('row numbers', () => {
  it('are none at first', () => {
    const none = createRowNumbers();
    expect(none.count()).toBe(0);
    expect(none.at(0)).toBe(0);
    expect(none.indexOf(0)).toBe(-1);
    expect(none.slice(0)).toEqual(new Uint32Array(0));
  });

  it.each([1, 63, 64, 65, 65_535, 65_536, 65_537, 200_000])(
    '%i of them are all found where they are',
    (count) => {
      const numbers = everyThird(count);
      expect(numbers.count()).toBe(count);
      expect(numbers.slice(count)).toEqual(Uint32Array.from({ length: count }, (_, i) => i * 3));
      for (const index of [0, 1, 63, 64, 65_535, 65_536, 131_072, count - 1].filter(
        (index) => index < count,
      )) {
        expect(numbers.at(index)).toBe(index * 3);
        expect(numbers.indexOf(index * 3)).toBe(index);
        expect(numbers.indexOf(index * 3 + 1)).toBe(-1);
      }
    },
  );

  it('are copied: what is done to a slice changes nothing', () => {
    const numbers = everyThird(70_000);
    numbers.slice(66_000).fill(7);
    expect(numbers.slice(66_000)[65_999]).toBe(65_999 * 3);
  });
});
