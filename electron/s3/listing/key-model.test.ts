import fc from 'fast-check';
import { expect, it } from 'vitest';
import { KeyModel, valid } from './key-model.ts';
import { fromByteText, toByteText } from './names.ts';

const learned = (keys: readonly string[], prefixLength = 0) => {
  const model = new KeyModel(prefixLength);
  model.learnPage(keys.length, (index) => keys[index] ?? '');
  return model;
};
const numbers = Array.from({ length: 1000 }, (_, i) => String(i).padStart(5, '0'));

it('what is between two keys is divided in the middle where bytes are spread evenly', () => {
  const model = learned(numbers.map((key) => key.split('').reverse().join('')));
  const middle = model.dividing('00000', '99999', 0.5) ?? '';
  expect(middle >= '4' && middle < '6').toBe(true);
  expect(model.share('20000', '40000', 0)).toBeCloseTo(0.2, 1);
});

it('behind a key comes the next byte of its kind, at a position that is asked for', () => {
  const model = learned(['log-2024', 'log-2025']);
  expect(model.beyond('log-2024', 7)).toBe('log-2025');
  expect(model.beyond('log-2024', 5)).toBe('log-21');
  expect(model.beyond('log-2024', 3)).toBeNull();
});

it('a key that divides is between the two, is UTF-8 and holds no delimiter, whatever was learned', () => {
  const text = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' });
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 2, maxLength: 30 }),
      fc.double({ min: 0.01, max: 0.99 }),
      (keys, part) => {
        const sorted = [...new Set(keys.map((key) => toByteText(key.replaceAll('/', '_'))))].sort();
        const model = learned([...sorted, `${sorted[0]}/`]);
        const [from = '', to] = [sorted[0], sorted.at(-1)];
        const point = model.dividing(from, to === from || to === undefined ? null : to, part);
        if (point === null) return;
        expect(point > from && (to === from || to === undefined || point < to)).toBe(true);
        expect(toByteText(fromByteText(point))).toBe(point);
        expect(point).not.toContain('/');
      },
    ),
    { numRuns: 500 },
  );
});

it('a letter that was cut is made whole', () => {
  for (const letter of ['é', '中', '😀']) {
    const bytes = toByteText(letter);
    for (let cut = 1; cut < bytes.length; cut++) {
      const whole = valid(bytes.slice(0, cut)) ?? '';
      expect(whole.startsWith(bytes.slice(0, cut))).toBe(true);
      expect(toByteText(fromByteText(whole))).toBe(whole);
    }
  }
  expect(valid('\x80')).toBeNull();
});
