import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentOf } from './content.ts';
import { decodeText } from './decode-text.ts';
import { HEX_ROW_BYTES, hexRow } from './hex-row.ts';
import { imageFormat, imageSize } from './image-size.ts';
import { indentJson } from './indent-json.ts';
import { readTable } from './read-table.ts';
import { textLines } from './text-lines.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 600 }),
  fc.string({ unit: 'binary', maxLength: 300 }).map(utf8),
  fc
    .tuple(
      fc.constantFrom(
        '\x89PNG\r\n\x1a\n\0\0\0\rIHDR',
        'GIF89a',
        '\xff\xd8\xff',
        'RIFF\0\0\0\0WEBPVP8X',
        'RIFF\0\0\0\0WEBPVP8L',
        '\0\0\0\x18ftypavif\0\0\0\0',
        'BM',
        '%PDF-',
        '\x1f\x8b',
        '<svg>',
        '{"a":[',
        'a,b\n"',
      ),
      fc.uint8Array({ maxLength: 200 }),
    )
    .map(([start, rest]) => Uint8Array.from([...[...start].map((c) => c.charCodeAt(0)), ...rest])),
);

describe('any bytes', () => {
  it('are something, and no reader throws at them', () => {
    fc.assert(
      fc.property(
        anyBytes,
        fc.string(),
        fc.option(fc.string()),
        fc.boolean(),
        (bytes, key, contentType, complete) => {
          const content = contentOf(bytes, { key, contentType, complete });
          expect(content.kind).toBeTypeOf('string');
          const format = imageFormat(bytes);
          if (format !== null) imageSize(bytes, format);
          const decoded = decodeText(bytes);
          if (decoded === null) return;
          expect(decoded.text.length).toBeLessThanOrEqual(bytes.length);
          const lines = textLines(decoded.text, 10);
          expect(lines.count).toBeLessThanOrEqual(10);
          for (let i = 0; i < lines.count; i++) lines.at(i);
          expect(indentJson(decoded.text, complete, 10).lines.length).toBeLessThanOrEqual(11);
          readTable(decoded.text, { complete });
        },
      ),
    );
  });

  it('as hex are all there', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const rows = Array.from({ length: Math.ceil(bytes.length / HEX_ROW_BYTES) }, (_, row) =>
          hexRow(bytes, row),
        );
        expect(
          Uint8Array.from(Buffer.from(rows.map(({ hex }) => hex.replaceAll(' ', '')).join(''), 'hex')),
        ).toEqual(bytes);
        for (const { ascii } of rows) expect(ascii).toMatch(/^[\x20-\x7e]*$/);
      }),
    );
  });
});
