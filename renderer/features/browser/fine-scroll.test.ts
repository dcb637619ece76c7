import { beforeEach, expect, test } from 'vitest';
import { createFineScroll, type FineScroll } from './fine-scroll.ts';

const VIEW = 600;
const MILLIONS = 3_000_000 * 28;
let fine: FineScroll;
beforeEach(() => {
  fine = createFineScroll();
});

test('a short list follows its bar to the px', () => {
  fine.resize(2800, VIEW);
  expect(fine.scaled()).toBe(false);
  expect(fine.barAt(123)).toBe(true);
  expect(fine.offset()).toBe(123);
  expect(fine.barAt(123)).toBe(false);
});

test('a wheel’s tick in three million rows moves by rows, and the bar’s echo does not undo it', () => {
  fine.resize(MILLIONS, VIEW);
  fine.to(1_000_000 * 28);
  fine.by(100);
  expect(fine.offset()).toBe(28_000_100);
  expect(fine.barAt(Math.round(fine.bar()))).toBe(false);
  expect(fine.offset()).toBe(28_000_100);
});

test('drawing the bar covers all: its end is the last row', () => {
  fine.resize(MILLIONS, VIEW);
  expect(fine.barAt(fine.height() - VIEW)).toBe(true);
  expect(fine.offset()).toBeCloseTo(MILLIONS - VIEW, 3);
});

test('when the list grows under the reader the offset stays', () => {
  fine.resize(1_000_000 * 28, VIEW);
  fine.to(999_000);
  fine.resize(MILLIONS, VIEW);
  expect(fine.offset()).toBe(999_000);
  expect(fine.bar()).toBeLessThan(100_000);
});

test('a shorter list takes the reader to its end', () => {
  fine.resize(MILLIONS, VIEW);
  fine.to(MILLIONS);
  fine.resize(2800, VIEW);
  expect([fine.offset(), fine.bar()]).toEqual([2200, 2200]);
});

test('a row is brought into view by the least way', () => {
  fine.resize(MILLIONS, VIEW);
  fine.show(28_000, 28_028);
  expect(fine.offset()).toBe(28_028 - VIEW);
  fine.show(28_000, 28_028);
  expect(fine.offset()).toBe(28_028 - VIEW);
  fine.show(280, 308);
  expect(fine.offset()).toBe(280);
});
