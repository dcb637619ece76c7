import { expect, test } from 'vitest';
import { listIntent, moveCursor } from './list-keys.ts';
import { scrollScale } from './scroll-scale.ts';
import { jumpTarget, typedNext } from './type-ahead.ts';

const press = (text: string) => {
  const parts = text.split('+');
  return {
    key: parts.at(-1) ?? '',
    ctrl: parts.includes('Ctrl'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
  };
};

test.each([
  ['ArrowDown', { kind: 'move', by: 1 }],
  ['PageUp', { kind: 'move', by: -20 }],
  ['Shift+ArrowDown', { kind: 'move', by: 1, extend: true }],
  ['Home', { kind: 'first' }],
  ['Shift+End', { kind: 'last', extend: true }],
  ['Ctrl+a', { kind: 'all' }],
  ['Enter', { kind: 'open' }],
  ['Backspace', { kind: 'begin', action: 'delete' }],
  ['Delete', { kind: 'begin', action: 'delete' }],
  ['Shift+Delete', null],
  ['F2', { kind: 'begin', action: 'rename' }],
  ['Ctrl+Shift+N', { kind: 'begin', action: 'newFolder' }],
  ['Ctrl+ArrowUp', { kind: 'up' }],
  ['Alt+ArrowUp', { kind: 'up' }],
  ['Alt+ArrowLeft', { kind: 'back' }],
  ['Ctrl+]', { kind: 'forward' }],
  ['Ctrl+c', { kind: 'copyUri' }],
  ['Ctrl+Shift+C', { kind: 'copyKey' }],
  ['Ctrl+d', { kind: 'download' }],
  ['Ctrl+u', { kind: 'begin', action: 'uploadFiles' }],
  ['Ctrl+r', { kind: 'again' }],
  ['Ctrl+l', { kind: 'path' }],
  ['/', { kind: 'filter' }],
  ['x', { kind: 'type', key: 'x' }],
  ['Ctrl+x', null],
  ['Ctrl+Shift+R', null],
  ['Alt+x', null],
  ['Tab', null],
  ['F6', null],
])('%s', (keys, intent) => {
  expect(listIntent(press(keys), 20)).toEqual(intent);
});

test.each([
  ['down from nowhere is the first', -1, 1, 5, 0],
  ['up from nowhere is the last', -1, -1, 5, 4],
  ['it stops at the end', 4, 20, 5, 4],
  ['it stops at the beginning', 1, -20, 5, 0],
  ['an empty list has nowhere to go', -1, 1, 0, -1],
])('%s', (_, present, by, count, target) => {
  expect(moveCursor(present, by, count)).toBe(target);
});

const names = ['alpha', 'beta', 'bravo', 'charlie'];
const beginning = (text: string) => (index: number) => names[index]?.startsWith(text) ?? false;

test.each([
  ['a letter goes to the next that begins so', 'b', 0, 1],
  ['the same letter goes on', 'b', 1, 2],
  ['and comes round', 'b', 2, 1],
  ['more letters stay where they fit', 'br', 2, 2],
  ['nothing begins so', 'x', 0, -1],
  ['from nowhere', 'A', -1, 0],
])('%s', (_, text, present, target) => {
  expect(jumpTarget(names.length, beginning, text, present)).toBe(target);
});

test('letters close together make a word, later ones begin anew', () => {
  const first = typedNext(null, 'b', 1000);
  expect(typedNext(first, 'r', 1500)?.text).toBe('br');
  expect(typedNext(first, 'r', 2000)?.text).toBe('r');
  expect(typedNext(null, ' ', 1000)).toBeNull();
  expect(typedNext(null, 'Enter', 1000)).toBeNull();
});

test('a short list scrolls one to one', () => {
  const scale = scrollScale(2800, 600);
  expect(scale.height).toBe(2800);
  expect(scale.toList(500)).toBe(500);
});

test('the last of three million rows is reached at the end of the scroll bar', () => {
  const list = 3_000_000 * 28;
  const scale = scrollScale(list, 600);
  expect(scale.height).toBe(8_000_000);
  expect(scale.toList(scale.height - 600)).toBeCloseTo(list - 600, 3);
  expect(scale.toScroll(scale.toList(12_345))).toBeCloseTo(12_345, 6);
});
