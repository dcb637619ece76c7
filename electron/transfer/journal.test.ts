import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { up } from './at-the-demo.test-parts.ts';
import { beginJournal, continueJournal, readJournal } from './journal.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'));
  file = join(folder, 'one.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

const order = up(['/from'], 'to/');
const how = { kind: 'upload', uploadId: 'u', sizeBytes: 9, modifiedMs: 1.5, partBytes: 5 } as const;

it('what was noted is read back, and gone on with', () => {
  const journal = beginJournal(file, order);
  journal.note({ done: 'a', bytes: 3 });
  journal.note({ skipped: 'b' });
  journal.noteForSure({ began: 'c', how });
  journal.note({ part: 'c', number: 1, crc: 7, etag: 'e' });
  journal.note({ began: 'd', how });
  journal.note({ dropped: 'd' });
  journal.note({ paused: true });
  journal.note({ answered: 'skip' });
  journal.note({ turn: -3 });
  journal.close();
  const past = readJournal(file);
  const parts = new Map([[1, { crc: 7, etag: 'e' }]]);
  expect(past).toEqual({
    order,
    done: new Map([
      ['a', 3],
      ['b', null],
    ]),
    begun: new Map([['c', { how, parts, placedBytes: null }]]),
    paused: true,
    turn: -3,
    answered: 'skip',
  });
  if (!past) return;
  const again = continueJournal(file, past);
  again.note({ done: 'c', bytes: 9 });
  expect(again.unfinished()).toEqual(new Map());
  again.close();
  expect(readJournal(file)?.done.get('c')).toBe(9);
});

it('wherever a crash tears it, all whole lines count and what comes after them is kept', () => {
  const journal = beginJournal(file, order);
  journal.note({ done: 'ä', bytes: 1 });
  journal.note({ done: 'b', bytes: 2 });
  journal.close();
  const whole = readFileSync(file);
  const afterFirst = whole.indexOf('\n', whole.indexOf('\n') + 1) + 1;
  for (let at = afterFirst; at <= whole.length; at++) {
    writeFileSync(file, whole.subarray(0, at));
    const past = readJournal(file);
    expect(past?.done.get('ä')).toBe(1);
    if (!past) continue;
    const again = continueJournal(file, past);
    again.note({ done: 'c', bytes: 3 });
    again.close();
    expect(readJournal(file)?.done.get('c')).toBe(3);
  }
});

it('lines that are not ours are left away', () => {
  beginJournal(file, order).close();
  appendFileSync(
    file,
    '\0\0\0\n{"done":1}\n[]\n{"done":"x","bytes":-1}\n{"done":"x","bytes":1,"more":1}\nnull\n',
  );
  appendFileSync(file, '{"done":"y","bytes":1}\n');
  expect(readJournal(file)?.done).toEqual(new Map([['y', 1]]));
});

it.each(['', '{}', 'x\n', JSON.stringify({ version: 2, order })])('%j is no journal of ours', (text) => {
  writeFileSync(file, text);
  expect(readJournal(file)).toBeNull();
});

it('100,000 files are read back', () => {
  beginJournal(file, order).close();
  const lines = Array.from({ length: 100_000 }, (_, n) => JSON.stringify({ done: `k${n}`, bytes: n }));
  appendFileSync(file, `${lines.join('\n')}\n`);
  expect(readJournal(file)?.done.size).toBe(100_000);
});
