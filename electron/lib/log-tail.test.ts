import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readLogTail } from './log-tail.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daypass-tail-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const written = (text: string) => {
  const file = join(folder, 'daypass.log');
  writeFileSync(file, text);
  return file;
};

test('the last lines come, oldest first', () => {
  expect(readLogTail(written('a\nb\nc\n'), 2)).toEqual(['b', 'c']);
  expect(readLogTail(written('only'), 2)).toEqual(['only']);
});

test('of a long log only the end is read, and no half line', () => {
  const line = (i: number) => `${i} ${'x'.repeat(100)}`;
  const lines = readLogTail(written(Array.from({ length: 1000 }, (_, i) => `${line(i)}\n`).join('')), 1000);
  expect(lines.length).toBeLessThan(400);
  expect(lines.at(-1)).toBe(line(999));
  expect(lines.every((each) => /^\d+ x{100}$/.test(each))).toBe(true);
});

test('a log that is not there has no lines', () => {
  expect(readLogTail(join(folder, 'nothing.log'), 5)).toEqual([]);
});
