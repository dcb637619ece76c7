// lark-odd-content: bytes that harm whoever shows them without care: scripts, bombs, lies in a header, odd encodings.
// Whatever of it runs sets `larkfieldRan` in its window and asks lark.example for something.

import { momentOf } from '../content/days.ts';
import { bytesObject, type DemoObject, textObject } from '../content/object.ts';
import { kitePng } from '../content/picture.ts';
import { repeatedObject } from '../content/repeated.ts';
import { zerosGzip, zerosZip } from '../content/zeros.ts';

const RUN = `globalThis.larkfieldRan = true; document.title = 'larkfield ran'; fetch('https://lark.example/ran')`;
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40" onload="${RUN}">
  <script>${RUN}</script>
  <image href="https://lark.example/ran.png" width="10" height="10" onerror="${RUN}"/>
  <text x="4" y="24">A drawing with a script in it</text>
</svg>
`;
const HTML = `<!doctype html>
<title>A page with a script in it</title>
<script>${RUN}</script>
<img src="https://lark.example/ran.png" onerror="${RUN}">
<iframe srcdoc="&lt;script>parent.${RUN}&lt;/script>"></iframe>
<a href="javascript:${RUN}">click here</a>
`;
const DEEP = 524_288;
const COLUMNS = 10_000;
const LINE_PIECE = 'all of this is one line, and it does not end; ';
const LINE_BYTES = 2 ** 31;
const SIDE = 60_000;
const HEADER_AT = 8 + 8;

export function oddContent(): DemoObject[] {
  const named = (key: string, minute: number) => ({ key, modifiedAt: momentOf('2026-05-05', 9, minute) });
  const bytes = (key: string, minute: number, content: Buffer, contentType: string) =>
    bytesObject({ ...named(key, minute), contentType }, content);
  const line = Buffer.from(LINE_PIECE);
  return [
    bytes('scripts/drawing.svg', 0, Buffer.from(SVG), 'image/svg+xml'),
    bytes('scripts/page.html', 1, Buffer.from(HTML), 'text/html'),
    bytes('scripts/a drawing that says PNG.png', 2, Buffer.from(SVG), 'image/png'),
    bytes('scripts/a page that says text.txt', 3, Buffer.from(HTML), 'text/plain'),
    bytes('scripts/a page that says PDF.pdf', 4, Buffer.from(`%PDF-1.7\n${HTML}`), 'application/pdf'),
    repeatedObject({ ...named('bombs/zeros.zip', 5), contentType: 'application/zip' }, zerosZip()),
    repeatedObject({ ...named('bombs/zeros.gz', 6), contentType: 'application/gzip' }, zerosGzip()),
    repeatedObject(
      {
        ...named('bombs/zeros.json', 7),
        contentType: 'application/json',
        headers: { 'Content-Encoding': 'gzip' },
      },
      zerosGzip(),
    ),
    repeatedObject(
      { ...named('long/one line of 2 GB.log', 8), contentType: 'text/plain' },
      { start: line, piece: line, times: Math.floor(LINE_BYTES / line.length), end: Buffer.from('.') },
    ),
    textObject(named('deep/half a million arrays.json', 9), () => '['.repeat(DEEP) + ']'.repeat(DEEP)),
    textObject(named('wide/ten thousand columns.csv', 10), wideTable),
    bytes('pictures/claims 60000 by 60000.png', 11, withSize(kitePng(), SIDE), 'image/png'),
    bytes('pictures/cut.png', 12, kitePng().subarray(0, 400), 'image/png'),
    bytes('pictures/none.png', 13, Buffer.from('this is no picture\n'), 'image/png'),
    bytes(
      'text/utf-16 with mark.txt',
      14,
      Buffer.from('\ufeffUTF-16, with its mark: café 🪁\n', 'utf16le'),
      'text/plain',
    ),
    bytes('text/latin-1.txt', 15, Buffer.from('Latin-1: caf\xe9, d\xe9j\xe0 vu\n', 'latin1'), 'text/plain'),
    textObject(named('text/controls and directions.txt', 16), controls),
    textObject(named('text/empty.txt', 17), () => ''),
  ];
}

function wideTable(): string {
  const row = (say: (column: number) => string) =>
    Array.from({ length: COLUMNS }, (_, i) => say(i + 1)).join(',');
  const rows = Array.from({ length: 20 }, (_, at) => row((column) => String(at * column)));
  return `${[row((column) => `c${column}`), ...rows].join('\n')}\n`;
}

/** The header says another size than the pixels have; its check is wrong with it, as in a file made to harm. */
function withSize(png: Buffer, side: number): Buffer {
  png.writeUInt32BE(side, HEADER_AT);
  png.writeUInt32BE(side, HEADER_AT + 4);
  return png;
}

function controls(): string {
  const all = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('');
  return `every control character: ${all}\n\u202etxt.exe means something else\u202c\nzero width: a\u200bb\u200dc\ufeffd\n\u001b[31mred\u001b[0m\n`;
}
