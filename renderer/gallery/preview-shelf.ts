/** Objects that the gallery's S3 can be read from, one of each kind that a preview shows. Pure. */
import type { Failure } from '../../electron/contract/failure.ts';
import type { PreviewObject } from '../features/browser/preview/Preview.tsx';

export interface ShelvedObject {
  object: PreviewObject;
  bytes: Uint8Array<ArrayBuffer>;
  /** Its reading is refused. */
  failure?: Failure;
  /** Its reading is never answered. */
  silent?: boolean;
  /** Only so many bytes are there to be read, of many more. */
  sizeBytes: number;
}

const prefix = 'exports//2026/';
const utf8 = (text: string) => Uint8Array.from(new TextEncoder().encode(text));

function shelved(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  more: Partial<Pick<ShelvedObject, 'failure' | 'silent' | 'sizeBytes'>> = {},
  storageClass = 'STANDARD',
): ShelvedObject {
  const sizeBytes = more.sizeBytes ?? bytes.length;
  const object = {
    key: `${prefix}${name}`,
    sizeBytes,
    etag: null,
    version: null,
    contentType: null,
    storageClass,
  };
  return { ...more, object, bytes, sizeBytes };
}

const log = `2026-10-02T06:12:00Z INFO  export begun, 4 parts
2026-10-02T06:12:04Z WARN\tpart 2: \u202eslow\u202c answer, asked again
2026-10-02T06:12:09Z INFO  Übersicht Köln: ok \u0007
<script>window.ran = true</script>
${'x'.repeat(12_000)}
2026-10-02T06:13:51Z INFO  export ended
`;

const customers = [
  'Blaustein Optik KG',
  'Åkerlund & Søn',
  '"Ferme des ""Trois Puits"""',
  '"Müller, Weiß; Partner"',
  'Tallinna Köis OÜ',
  '',
  '株式会社サンプル',
  '=HYPERLINK("http://x")',
  'Northern Paper Mill Company of the Upper Valley and Sons Limited',
];
const csv = [
  'invoice_no,customer,land,net',
  ...Array.from({ length: 2_400 }, (_, i) => {
    const customer = customers[i % customers.length] ?? '';
    return `INV-${204_817 + i},${customer},${['DE', 'DK', 'FR', 'AT'][i % 4]},${((i * 7919) % 190_000) / 10}`;
  }),
].join('\n');

const json = JSON.stringify({
  name: 'summary',
  rows: 48_212_480,
  currency: null,
  columns: [{ name: 'invoice_no', type: 'string' }, { name: 'net', type: 'decimal(18,2)' }, {}],
  tags: [],
  note: 'Übersicht\u200b <b>not bold</b>',
}).replace('"currency"', '"__proto__":{"polluted":true},"currency"');

const svg =
  '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" onload="window.ran = true">\n  <script>window.ran = true</script>\n  <image href="http://elsewhere.example/x.png"/>\n</svg>\n';
const page =
  '<!DOCTYPE html>\n<script>window.ran = true</script>\n<img src="x" onerror="window.ran = true">\n<iframe src="javascript:window.ran = true"></iframe>\n';

/** A picture without compression: bars of the two months. */
function bmp(width: number, height: number): Uint8Array<ArrayBuffer> {
  const stride = Math.ceil((width * 3) / 4) * 4;
  const bytes = new Uint8Array(54 + stride * height);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0x424d);
  view.setUint32(2, bytes.length, true);
  view.setUint32(10, 54, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, width, true);
  view.setInt32(22, height, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 24, true);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const bar = Math.floor(x / 30);
      const isBar = x % 30 > 8 && y > 12 && y < 24 + ((bar * 53) % (height - 60));
      bytes.set(isBar ? [0x6f, 0x87, 0x17] : [0xfa, 0xfc, 0xfd], 54 + y * stride + x * 3);
    }
  return bytes;
}
function png(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(64);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  new DataView(bytes.buffer).setUint32(16, width);
  new DataView(bytes.buffer).setUint32(20, height);
  return bytes;
}
const dust = Uint8Array.from({ length: 70_000 }, (_, i) => (i * i * 31 + (i >> 3)) & 255);
const nothing = new Uint8Array(0);

export const previewShelf = {
  text: shelved('export.log', utf8(log)),
  table: shelved('summary.csv', utf8(csv), { sizeBytes: 48_212_480 }),
  json: shelved('summary.schema.json', utf8(json)),
  'json-broken': shelved('manifest.json', utf8('{\n  "name": "summary",\n  "rows": 12,\n}\n')),
  svg: shelved('logo.svg', utf8(svg)),
  html: shelved('index.html', utf8(page)),
  image: shelved('chart-net-by-month.bmp', bmp(420, 260)),
  'too-large': shelved('scan.png', png(20_000, 14_000), { sizeBytes: 4_300_000 }),
  hex: shelved('part-00000.bin', dust, { sizeBytes: 512_000_000 }),
  packed: shelved('events.json.gz', Uint8Array.from([0x1f, 0x8b, 8, 0, ...dust.subarray(0, 900)])),
  closed: shelved('part-00000-3f6c1e0a.snappy.parquet', utf8('PAR1....'), { sizeBytes: 512_000_000 }),
  archived: shelved(
    'vat-ledger-2019.csv',
    nothing,
    {
      sizeBytes: 21_700_000_000,
      failure: {
        code: 's3-archived',
        retry: 'never',
        subject: 'DEEP_ARCHIVE',
        raw: '403 InvalidObjectState\nThe operation is not valid for the object’s storage class',
      },
    },
    'DEEP_ARCHIVE',
  ),
  refused: shelved('payroll.csv', nothing, {
    sizeBytes: 12_000,
    failure: {
      code: 's3-access-denied',
      retry: 'never',
      subject: 'exports//2026/payroll.csv',
      raw: '403 AccessDenied\nAccess Denied',
      requestId: '7KQ2EXAMPLE4N9XW',
    },
  }),
  offline: shelved('offline.csv', nothing, {
    sizeBytes: 12_000,
    failure: { code: 's3-unreachable', retry: 'now', raw: 'no answer Error\ngetaddrinfo ENOTFOUND' },
  }),
  loading: shelved('slow.csv', nothing, { sizeBytes: 640_000, silent: true }),
  ended: shelved('ended.csv', nothing, { sizeBytes: 640_000, silent: true }),
  empty: shelved('.export-lock', nothing),
} as const satisfies Record<string, ShelvedObject>;

export type PreviewName = keyof typeof previewShelf;

export function shelvedObject(key: string): ShelvedObject | undefined {
  return Object.values(previewShelf).find(({ object }) => object.key === key);
}
