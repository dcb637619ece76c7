import { expect, test } from 'vitest';
import { movePicker, type PickerIntent, pickerIntent } from './picker-keys.ts';

const plain = { ctrl: false, alt: false };
type From = Parameters<typeof pickerIntent>[1];

test.each<[From, string, PickerIntent | null]>([
  ['list', 'ArrowDown', { kind: 'move', by: 1 }],
  ['list', 'PageUp', { kind: 'move', by: -9 }],
  ['list', 'Home', { kind: 'first' }],
  ['list', 'End', { kind: 'last' }],
  ['list', ' ', { kind: 'toggle' }],
  ['list', 'Enter', { kind: 'submit' }],
  ['list', '/', { kind: 'filter' }],
  ['list', 'Escape', { kind: 'clear' }],
  ['list', 'x', { kind: 'type', text: 'x' }],
  ['list', 'é', { kind: 'type', text: 'é' }],
  ['list', 'Tab', null],
  ['filter', 'ArrowDown', { kind: 'move', by: 1 }],
  ['filter', 'PageDown', { kind: 'move', by: 9 }],
  ['filter', 'Enter', { kind: 'submit' }],
  ['filter', ' ', null],
  ['filter', '/', null],
  ['filter', 'Home', null],
  ['filter', 'Escape', null],
  ['elsewhere', '/', { kind: 'filter' }],
  ['elsewhere', 'ArrowUp', { kind: 'move', by: -1 }],
  ['elsewhere', 'Enter', null],
  ['elsewhere', ' ', null],
])('from the %s, %s', (from, key, intent) => {
  expect(pickerIntent({ ...plain, key }, from, 9)).toEqual(intent);
});

test('Ctrl or Command with A chooses all shown, but in the filter it marks the text', () => {
  expect(pickerIntent({ key: 'a', ctrl: true, alt: false }, 'list', 9)).toEqual({ kind: 'all' });
  expect(pickerIntent({ key: 'A', ctrl: true, alt: false }, 'elsewhere', 9)).toEqual({ kind: 'all' });
  expect(pickerIntent({ key: 'a', ctrl: true, alt: false }, 'filter', 9)).toBe(null);
  expect(pickerIntent({ key: 'x', ctrl: true, alt: false }, 'list', 9)).toBe(null);
  expect(pickerIntent({ key: 'x', ctrl: false, alt: true }, 'list', 9)).toBe(null);
});

test.each([
  ['down from the filter to the first', -1, 1, 5, 0],
  ['a page down from the filter', -1, 9, 5, 4],
  ['up from the filter nowhere', -1, -1, 5, -1],
  ['up from the first to the filter', 0, -1, 5, -1],
  ['a page up stops at the first', 3, -9, 5, 0],
  ['down stops at the last', 4, 1, 5, 4],
  ['nowhere when nothing is shown', -1, 1, 0, -1],
])('%s', (_what, present, by, count, next) => {
  expect(movePicker(present, by, count)).toBe(next);
});
