// lark-invoice-archive: the older an invoice, the colder its storage; backups up to 64 MiB.

import { momentOf } from '../content/days.ts';
import { type DemoObject, noiseObject, type StorageClass, textObject } from '../content/object.ts';
import { invoiceJson } from '../content/papers.ts';

const MIB = 1024 * 1024;

const YEARS: { year: number; storageClass: StorageClass }[] = [
  { year: 2021, storageClass: 'DEEP_ARCHIVE' },
  { year: 2022, storageClass: 'GLACIER' },
  { year: 2023, storageClass: 'GLACIER_IR' },
  { year: 2024, storageClass: 'STANDARD_IA' },
  { year: 2025, storageClass: 'INTELLIGENT_TIERING' },
  { year: 2026, storageClass: 'STANDARD' },
];

export function invoices(): DemoObject[] {
  return [
    ...YEARS.flatMap(({ year, storageClass }) =>
      Array.from({ length: 60 }, (_, index) => invoiceOf(year, index, storageClass)),
    ),
    backup('2025-h1', 8 * MIB, 'STANDARD_IA'),
    backup('2025-h2', 24 * MIB, 'STANDARD_IA'),
    backup('2026-h1', 64 * MIB, 'STANDARD'),
    noiseObject({ key: 'backups/ledger-empty.dump.enc', modifiedAt: momentOf('2026-06-30', 4) }, 0),
  ];
}

function invoiceOf(year: number, index: number, storageClass: StorageClass): DemoObject {
  const month = String(Math.floor(index / 10) + 1).padStart(2, '0');
  const number = `INV-${year}-${String(index + 1).padStart(5, '0')}`;
  const modifiedAt = momentOf(`${year}-${month}-15`, index % 24);
  return textObject({ key: `${year}/${month}/${number}.json`, modifiedAt, storageClass }, () =>
    invoiceJson(number),
  );
}

function backup(half: string, sizeBytes: number, storageClass: StorageClass): DemoObject {
  const modifiedAt = momentOf(
    half.endsWith('h1') ? `${half.slice(0, 4)}-06-30` : `${half.slice(0, 4)}-12-31`,
    4,
  );
  return noiseObject({ key: `backups/ledger-${half}.dump.enc`, modifiedAt, storageClass }, sizeBytes);
}
