import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readStore, writeStore } from './store.ts';

const Shape = z.strictObject({ version: z.literal(1), name: z.string().default('nobody') });
const NOW = Date.parse('2026-03-04T10:00:00.250Z');
const ASIDE = 'file.json.broken-2026-03-04T10-00-00-250Z';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daypass-store-'));
  file = join(folder, 'file.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = () => readStore(file, Shape, () => NOW);
const modeOf = (path: string) => statSync(path).mode & 0o777;
const textOf = (name: string) => readFileSync(join(folder, name), 'utf8');

describe('reading', () => {
  it('a file that is not there is absent, and is not made', () => {
    expect(read()).toEqual({ kind: 'absent' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ['whole', '{"version": 1, "name": "ada"}', 'ada'],
    ['with defaults filled in', '{"version": 1}', 'nobody'],
    ['with a byte order mark, as Notepad writes it', '\ufeff{"version": 1, "name": "ada"}\r\n', 'ada'],
    ['with letters of every language', '{"version": 1, "name": "Zoë 漢 🪁"}', 'Zoë 漢 🪁'],
  ])('a good file is read %s, and stays', (_how, text, name) => {
    writeFileSync(file, text);
    expect(read()).toEqual({ kind: 'read', value: { version: 1, name } });
    expect(readdirSync(folder)).toEqual(['file.json']);
  });

  it.each<[string, string | Buffer, RegExp]>([
    ['is empty', '', /JSON/],
    ['stops half-way', '{"version": 1, "na', /JSON/],
    ['has comments', '{ // hello\n"version": 1}', /JSON/],
    ['is a list', '[]', /^the file: .*expected object/],
    ['has another version', '{"version": 2}', /^version: /],
    ['has a wrong type', '{"version": 1, "name": 7}', /^name: .*expected string/],
    ['has an unknown field', '{"version": 1, "nmae": "ada"}', /^the file: .*"nmae"/],
    ['is no UTF-8', Buffer.from('{"version": 1, "name": "\xff"}', 'latin1'), /utf-8/],
    ['is too large', Buffer.alloc(5_000_001, ' '), /^larger than 5000000 bytes$/],
  ])('a file that %s is put aside word for word, and the reason told', (_what, content, reason) => {
    writeFileSync(file, content);
    expect(read()).toEqual({
      kind: 'broken',
      reason: expect.stringMatching(reason),
      keptAt: join(folder, ASIDE),
    });
    expect(readdirSync(folder)).toEqual([ASIDE]);
    expect(readFileSync(join(folder, ASIDE)).equals(Buffer.from(content))).toBe(true);
    expect(read()).toEqual({ kind: 'absent' });
  });

  it('a folder in its place is put aside as well', () => {
    mkdirSync(file);
    expect(read()).toMatchObject({ kind: 'broken', keptAt: join(folder, ASIDE) });
  });

  it('a polluting name is no field', () => {
    writeFileSync(file, '{"version": 1, "__proto__": {"name": "evil"}}');
    expect(read()).toMatchObject({ kind: 'broken' });
    expect(Object.hasOwn(Object.prototype, 'name')).toBe(false);
  });
});

describe('writing', () => {
  it('what is written is read back', () => {
    writeStore(file, { version: 1, name: 'Zoë 漢 🪁' });
    expect(read()).toEqual({ kind: 'read', value: { version: 1, name: 'Zoë 漢 🪁' } });
    expect(textOf('file.json')).toBe('{\n  "version": 1,\n  "name": "Zoë 漢 🪁"\n}\n');
  });

  it('keeps the copy before, and no draft', () => {
    writeStore(file, { version: 1, name: 'first' });
    expect(readdirSync(folder)).toEqual(['file.json']);
    writeStore(file, { version: 1, name: 'second' });
    writeStore(file, { version: 1, name: 'third' });
    expect(readdirSync(folder)).toEqual(['file.json', 'file.json.previous']);
    expect(textOf('file.json')).toContain('third');
    expect(textOf('file.json.previous')).toContain('second');
  });

  it('overwrites what a crash left of a draft', () => {
    writeFileSync(`${file}.new`, 'half a draft that is longer than what comes now'.repeat(10));
    writeStore(file, { version: 1, name: 'ada' });
    expect(read()).toMatchObject({ kind: 'read' });
    expect(readdirSync(folder)).toEqual(['file.json']);
  });

  it('never touches the old file before the new one is whole', () => {
    writeStore(file, { version: 1, name: 'old' });
    const circle: Record<string, unknown> = {};
    circle.again = circle;
    expect(() => writeStore(file, circle)).toThrow(TypeError);
    expect(read()).toMatchObject({ value: { name: 'old' } });
    rmSync(`${file}.new`, { force: true });
    mkdirSync(`${file}.new`);
    expect(() => writeStore(file, { version: 1 })).toThrow(/EISDIR|EPERM/);
    expect(read()).toMatchObject({ value: { name: 'old' } });
  });

  it('replaces the file by another one, so that who reads the old one goes on reading it', () => {
    writeStore(file, { version: 1, name: 'old' });
    const before = statSync(file).ino;
    writeStore(file, { version: 1, name: 'new' });
    expect(statSync(file).ino).not.toBe(before);
  });

  it.skipIf(process.platform === 'win32')('file and folder are for the person only', () => {
    const deep = join(folder, 'data', 'deeper', 'file.json');
    writeStore(deep, { version: 1 });
    expect(modeOf(deep)).toBe(0o600);
    expect(modeOf(join(folder, 'data'))).toBe(0o700);
    expect(modeOf(join(folder, 'data', 'deeper'))).toBe(0o700);
  });

  it.skipIf(process.platform === 'win32')(
    'a file that others could read is for the person only again',
    () => {
      writeFileSync(file, '{"version": 1}');
      writeFileSync(`${file}.new`, 'left by a crash');
      for (const path of [file, `${file}.new`]) chmodSync(path, 0o644);
      writeStore(file, { version: 1 });
      expect(modeOf(file)).toBe(0o600);
      expect(existsSync(`${file}.new`)).toBe(false);
    },
  );
});
