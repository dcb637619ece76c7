/** What the gallery's S3 holds: made-up buckets and names, odd ones among them. Pure. */
import type { BucketEntry } from '../../electron/contract/s3-port.ts';
import type { RowToPack } from '../features/browser/columns/pack.ts';

const day = (text: string) => {
  const [y = 0, mo = 1, d = 1, h = 0, mi = 0] = text.split(/\D+/).map(Number);
  return new Date(y, mo - 1, d, h, mi).getTime();
};
const object = (key: string, sizeBytes: number, modified: string, storageClass = 'STANDARD'): RowToPack => ({
  key,
  object: { sizeBytes, modifiedAt: day(modified), storageClass },
});
const folder = (key: string): RowToPack => ({ key });

export const buckets: BucketEntry[] = [
  ['lark-analytics-landing', '2023-05-02 08:14', 'eu-west-1'],
  ['lark-customer-statements-retention-eu-central-1', '2021-11-30 16:40', 'eu-central-1'],
  ['lark-invoice-archive', '2019-02-11 10:05', 'eu-central-1'],
  ['lark-reports-prod', '2022-01-07 13:22', 'eu-west-1'],
  ['lark-research-scratch', '2025-06-18 09:31', 'eu-west-1'],
].map(([name = '', created = '', region = '']) => ({ name, createdAt: day(created), region }));

const p = 'exports//2026/';
const part = (n: number) => `${p}part-0000${n}-3f6c1e0a-9d7b-4c55-8f1e-7a2b90cd1e44-c000.snappy.parquet`;
const named: RowToPack[] = [
  folder(`${p}/`),
  folder(`${p}customer-statements/`),
  folder(`${p}region=eu-central-1/`),
  object(`${p}.export-lock`, 0, '2026-10-02 06:40'),
  object(`${p}2026-09-30T23:59:59+02:00 Übersicht Köln (final) v2.csv`, 3_100_000, '2026-10-01 00:04'),
  object(`${p}chart-net-by-month.png`, 214_000, '2026-10-02 09:13'),
  object(`${p}credit-notes.csv`, 2_200_000, '2026-10-02 09:12'),
  object(`${p}dunning\u200b-level-3.csv`, 88_000, '2026-10-02 09:12'),
  object(`${p}invoices+credits%2Fmerged.jsonl`, 118_000_000, '2026-10-02 07:15'),
  object(`${p}line\nbreak.txt`, 12, '2026-04-01 12:00'),
  object(`${p}manifest.json`, 1_100, '2026-10-02 09:14'),
  object(`${p}open-items-by-age.csv`, 640_000, '2026-10-02 09:12'),
  object(part(0), 512_000_000, '2026-10-02 06:58'),
  object(part(1), 512_000_000, '2026-10-02 06:58'),
  object(part(2), 87_400_000, '2026-10-02 06:59'),
  object(`${p}payment-terms-overrides.csv`, 4_400, '2026-07-21 16:05'),
  object(`${p}r\u00e9sum\u00e9-codes.csv`, 14_200, '2025-11-19 10:02'),
  object(`${p}re\u0301sume\u0301-codes.csv`, 14_200, '2025-11-19 10:31'),
  object(`${p}statement draft `, 2_000, '2026-08-07 14:48'),
  object(`${p}summary.csv`, 48_212_480, '2026-10-02 09:12'),
  object(`${p}summary.schema.json`, 6_400, '2026-10-02 09:12'),
  object(`${p}vat-ledger-2019.tar.gz`, 21_700_000_000, '2020-01-14 03:33', 'DEEP_ARCHIVE'),
  object(`${p}vat-ledger-2020.tar.gz`, 24_900_000_000, '2021-01-13 03:35', 'DEEP_ARCHIVE'),
  object(`${p}📦 monthly-pack-2026-09.zip`, 1_300_000_000, '2026-10-01 02:10'),
];

/** The folder of the main pictures. */
export const exportsFolder = { place: { bucket: 'lark-reports-prod', prefix: p }, entries: named };

const ledger = ['2023', '2024', '2025'].map((year) => folder(`ledger/fiscal-year=${year}/`));
export const ledgerFolder = {
  place: { bucket: 'lark-invoice-archive', prefix: 'ledger/' },
  entries: [
    ...ledger,
    ...[1, 2, 3, 4].map((q) =>
      object(
        `ledger/archive-ledger-2025-Q${q}-signed-by-retention-officer.tar.zst`,
        3.8e9 + q * 3e8,
        `2026-01-0${q + 2} 04:12`,
        'GLACIER_IR',
      ),
    ),
    object('ledger/RETENTION-NOTICE.txt', 3_300, '2025-12-30 18:00'),
    object('ledger/checksums-sha256.csv', 412_000, '2026-01-08 04:40'),
    object('ledger/inventory-manifest.json', 18_900, '2026-01-08 04:41'),
    object('ledger/legacy-scans-1998-2011.iso', 742e9, '2019-06-02 21:15', 'DEEP_ARCHIVE'),
  ],
};

/** Thousand `n` of a folder that goes on and on. */
export function endlessRows(n: number): RowToPack[] {
  return Array.from({ length: 1000 }, (_, i) => {
    const number = String(n * 1000 + i).padStart(7, '0');
    return object(
      `events/2026/10/02/event-${number}-landing.json.gz`,
      18_000 + ((i * 7919) % 90_000),
      '2026-10-02 06:12',
    );
  });
}
export const endlessFolder = { bucket: 'lark-analytics-landing', prefix: 'events/2026/10/02/' };
