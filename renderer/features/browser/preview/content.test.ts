import { describe, expect, it } from 'vitest';
import { contentOf } from './content.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytesOf = (...bytes: number[]) => Uint8Array.from(bytes);

describe('what an object is', () => {
  const kindOf = (content: string | Uint8Array, key: string, contentType: string | null = null) =>
    contentOf(typeof content === 'string' ? utf8(content) : content, { key, contentType, complete: true });

  it.each<[string, string | Uint8Array, string, string | null, object]>([
    ['text', 'hello', 'a.txt', null, { kind: 'text' }],
    ['JSON by name', '{"a":1}', 'a.json', null, { kind: 'json', named: true }],
    [
      'JSON by what S3 calls it',
      '{"a":1}',
      'a',
      'application/json; charset=utf-8',
      { kind: 'json', named: true },
    ],
    ['JSON by itself', ' {"a":1}\n{"a":2}', 'a.log', null, { kind: 'json', named: false }],
    ['text that begins like JSON', '[section]\na=1', 'a.ini', null, { kind: 'text' }],
    ['a table', 'a,b', 'A.CSV', null, { kind: 'table' }],
    ['a table with tabs', 'a\tb', 'a.tsv', null, { kind: 'table', delimiter: '\t' }],
    ['a table by what S3 calls it', 'a,b', 'a', 'text/csv', { kind: 'table' }],
    [
      'an SVG',
      '<?xml version="1.0"?>\n<!-- x -->\n<svg xmlns="x"><script>1</script></svg>',
      'a.xml',
      null,
      { kind: 'page', what: 'SVG' },
    ],
    ['an SVG by name', 'no markup', 'a.svg', null, { kind: 'page', what: 'SVG' }],
    ['a page', '<!DOCTYPE html><script>1</script>', 'a.txt', 'text/plain', { kind: 'page', what: 'HTML' }],
    ['a page by what S3 calls it', 'hello', 'a', 'text/html', { kind: 'page', what: 'HTML' }],
    ['XML', '<a><b/></a>', 'a.xml', 'application/xml', { kind: 'text' }],
    ['a PDF', '%PDF-1.7\n', 'a.txt', null, { kind: 'closed', what: 'PDF' }],
    ['Parquet', 'PAR1\0\0', 'a', null, { kind: 'closed', what: 'Parquet' }],
    ['gzip, whatever its name', bytesOf(0x1f, 0x8b, 8), 'a.csv', 'text/csv', { kind: 'packed', how: 'gzip' }],
    ['zip', 'PK\x03\x04', 'a.xlsx', null, { kind: 'packed', how: 'zip' }],
    ['bytes', bytesOf(0, 1, 2, 3), 'a.txt', 'text/plain', { kind: 'bytes' }],
    ['bytes that are called a picture', bytesOf(0, 1, 2, 3), 'a.png', 'image/png', { kind: 'bytes' }],
  ])('%s', (_what, content, key, contentType, kind) => {
    expect(kindOf(content, key, contentType)).toEqual(kind);
  });

  it('a picture is by its bytes alone', () => {
    const png = bytesOf(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
    expect(kindOf(png, 'a.html', 'text/html')).toEqual({ kind: 'image', format: 'PNG' });
  });
});
