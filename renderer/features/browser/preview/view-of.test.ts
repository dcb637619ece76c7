import { describe, expect, it } from 'vitest';
import { contentOf } from './content.ts';
import { viewOf } from './view-of.ts';
import { otherWays, type Way } from './ways.ts';

const utf8 = (text: string) => Uint8Array.from(new TextEncoder().encode(text));

function look(text: string | Uint8Array, key: string, chosen: Way | null = null, totalBytes?: number) {
  const bytes = typeof text === 'string' ? utf8(text) : text;
  const total = totalBytes ?? bytes.length;
  const content = contentOf(bytes, { key, contentType: null, complete: total <= bytes.length });
  const view = viewOf(content, chosen, bytes, total);
  return { way: view.way, note: view.note, others: otherWays(content, view) };
}

describe('an object is looked at', () => {
  it.each<[string, string, Way, Way[]]>([
    ['hello', 'a.txt', 'text', ['hex']],
    ['{"a":1}', 'a.json', 'json', ['text', 'hex']],
    ['a,b', 'a.csv', 'table', ['text', 'hex']],
    ['<svg/>', 'a.svg', 'words', ['hex']],
    ['%PDF-1.7', 'a.pdf', 'words', ['hex']],
    ['\u0000', 'a.bin', 'hex', []],
  ])('(%j as %s) in the way that fits, %s, and in others: %j', (text, key, way, others) => {
    expect(look(text, key)).toEqual({ way, note: null, others });
  });

  it('in the way that was chosen', () => {
    expect(look('<svg/>', 'a.svg', 'text')).toEqual({ way: 'text', note: null, others: ['hex'] });
    expect(look('a,b', 'a.csv', 'hex')).toEqual({ way: 'hex', note: null, others: ['table', 'text'] });
  });

  it('as text when its JSON is broken, with where it breaks', () => {
    expect(look('{"a":1,}', 'a.json')).toEqual({
      way: 'text',
      note: 'It stops being JSON at line 1, character 8, so it is shown as text.',
      others: ['hex'],
    });
    expect(look('{"a":1,', 'a.json', null, 1000).way).toBe('json');
  });

  it('in hex when it is compressed, and is told so', () => {
    expect(look(Uint8Array.from([0x1f, 0x8b, 8]), 'a.csv')).toEqual({
      way: 'hex',
      note: 'Compressed with gzip. Nothing is unpacked here: download it to look inside.',
      others: [],
    });
  });

  it('as a table, with a word about quotation marks that do not pair', () => {
    expect(look('a,b\n1,2\n"5 inch,3\n4,5', 'a.csv').note).toMatch(/^In row 3 a quotation mark opens/);
    expect(look(`a,b\n${'"5 "inch" x",a\n'.repeat(200)}`, 'a.csv').note).toMatch(/do not pair/);
  });
});
