import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readTable } from './read-table.ts';

describe('a table', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', '1', ' ', ',', ';', '\t', '"', '\n', '\r', 'é', '=', '|', '\u{1f600}'),
  });
  it('comes back as it was written, whatever is in its cells', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 2, max: 5 })
          .chain((width) =>
            fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
          ),
        fc.constantFrom(',', ';', '\t', '|'),
        (rows, delimiter) => {
          const text = Papa.unparse(rows, { delimiter, newline: '\n' });
          const table = readTable(text, { complete: true, delimiter });
          expect(table.names === null ? table.rows : [table.names, ...table.rows]).toEqual(rows);
        },
      ),
    );
  });

  it.each([',', ';', '\t', '|'])('finds its delimiter %j, its names and its numbers', (delimiter) => {
    const text = [
      ['invoice', 'customer', 'net'],
      ['INV-1', '"Müller, Weiß; Partner"', '1240.00'],
      ['INV-2', '', '-92.40'],
      ['INV-3', '"two\nlines ""quoted"""', ''],
    ]
      .map((row) => row.join(delimiter))
      .join('\r\n');
    expect(readTable(text, { complete: true })).toEqual({
      delimiter,
      names: ['invoice', 'customer', 'net'],
      rows: [
        ['INV-1', 'Müller, Weiß; Partner', '1240.00'],
        ['INV-2', '', '-92.40'],
        ['INV-3', 'two\nlines "quoted"', ''],
      ],
      columns: 3,
      hiddenColumns: 0,
      more: false,
      numeric: [false, false, true],
      openQuote: null,
      quoted: true,
    });
  });

  it.each([
    ['1,2\n3,4', null],
    ['a,a\n3,4', null],
    ['a,\n3,4', null],
    ['a,b', null],
    ['a,b\n3,4', ['a', 'b']],
  ])('%j has the names %j in line 1', (text, names) => {
    expect(readTable(text, { complete: true }).names).toEqual(names);
  });

  it('that was not read to its end ends with its last whole row', () => {
    expect(readTable('a,b\n1,2\n3', { complete: false }).rows).toEqual([['1', '2']]);
    expect(readTable('a,b\n1,2\n', { complete: false }).rows).toEqual([['1', '2']]);
    expect(readTable('a,b\n1,2\n"3,\n', { complete: false }).rows).toEqual([['1', '2']]);
    expect(readTable('a,b\n1,2\n3', { complete: true }).rows).toEqual([['1', '2'], ['3']]);
  });

  it('says where a quotation mark swallows the rest', () => {
    expect(readTable('a,b\n1,2\n"5 inch,3\n4,5', { complete: true }).openQuote).toBe(3);
    expect(readTable(`a,b\n1,2\n"5 inch,3\n${'4,5\n'.repeat(8000)}`, { complete: false }).openQuote).toBe(3);
    expect(readTable('a,b\n1,2\n"a long', { complete: false }).openQuote).toBeNull();
  });

  it('whose quotation marks stand anywhere keeps them', () => {
    const odd = readTable(`size,name\n${'"5 "inch" x",a\n'.repeat(200)}`, { complete: true });
    expect([odd.quoted, odd.rows[0]]).toEqual([false, ['"5 "inch" x"', 'a']]);
    expect(readTable('"a";"b,c"\n'.repeat(200), { complete: true })).toMatchObject({
      quoted: true,
      columns: 2,
    });
    expect(readTable('a,b\n"5 "inch"",x\n', { complete: true }).quoted).toBe(true);
  });

  it('of very many cells is bounded', () => {
    const long = readTable('1,2\n'.repeat(150_000), { complete: true });
    expect([long.rows.length, long.more]).toEqual([100_000, true]);
    const wide = readTable(`${'x,'.repeat(500_000)}\n1,2`, { complete: true });
    expect([wide.columns, wide.hiddenColumns]).toEqual([200, 499_801]);
    expect(readTable(`a,b\n${'\n'.repeat(300_000)}1,2`, { complete: true })).toMatchObject({ more: true });
    expect(readTable(`${','.repeat(300_000)}\n`.repeat(6), { complete: true }).more).toBe(true);
  });

  it('keeps formulas as the text that they are', () => {
    const text = 'a,b\n"=HYPERLINK(""http://x"")",@SUM(A1)\n';
    expect(readTable(text, { complete: true }).rows).toEqual([['=HYPERLINK("http://x")', '@SUM(A1)']]);
  });
});
