import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { ODD_KEYS } from './buckets/odd-keys.ts';
import { type Bucket, createBuckets } from './buckets.ts';
import type { DemoObject } from './content/object.ts';

function bucket(name: string): Bucket {
  const found = createBuckets().find(name);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

function objectsOf(name: string): DemoObject[] {
  const all = bucket(name).objects();
  return Array.from({ length: all.length }, (_, index) => all.at(index) ?? []).flat();
}

it.each([
  ['lark-reports-prod', 3627],
  ['lark-invoice-archive', 364],
  ['lark-odd-keys', ODD_KEYS.length],
  ['lark-odd-content', 18],
  ['lark-slow-lane', 60_000],
  ['lark-empty', 0],
])('%s holds %i different keys in the order of their bytes', (name, count) => {
  const keys = objectsOf(name).map((object) => object.key);
  expect(new Set(keys).size).toBe(count);
  expect(keys).toEqual([...keys].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
});

it('tells true sizes, and true MD5 sums where an ETag looks like one', () => {
  for (const object of objectsOf('lark-invoice-archive')) {
    const hash = createHash('md5');
    let sizeBytes = 0;
    for (const piece of object.read(0, object.sizeBytes)) {
      sizeBytes += piece.length;
      expect(piece.length).toBeLessThanOrEqual(65_536);
      hash.update(piece);
    }
    expect(sizeBytes, object.key).toBe(object.sizeBytes);
    if (/^"[0-9a-f]{32}"$/.test(object.etag)) expect(object.etag).toBe(`"${hash.digest('hex')}"`);
  }
});

it('gives the same bytes for a range as for the whole', () => {
  const object = bucket('lark-invoice-archive').find('backups/ledger-2025-h1.dump.enc')?.object;
  if (!object) throw new Error('no backup');
  const whole = Buffer.concat([...object.read(0, object.sizeBytes)]);
  for (const [start, end] of [
    [0, 1],
    [15, 17],
    [65_535, 65_537],
    [1_000_003, 1_200_001],
    [object.sizeBytes - 7, object.sizeBytes],
  ] as const) {
    expect(Buffer.concat([...object.read(start, end)]).equals(whole.subarray(start, end))).toBe(true);
  }
});

it('has a key of 1,024 bytes and no longer one', () => {
  const sizes = ODD_KEYS.map((key) => Buffer.byteLength(key));
  expect(Math.max(...sizes)).toBe(1024);
});

it('adds a day’s orders up to the day’s totals', () => {
  const text = (key: string) => {
    const object = bucket('lark-reports-prod').find(key)?.object;
    return Buffer.concat([...(object?.read(0, object.sizeBytes) ?? [])]).toString('utf8');
  };
  const totals = JSON.parse(text('exports/2026/02/14/totals.json'));
  const rows = text('exports/2026/02/14/orders.csv').trim().split('\n').slice(1);
  const revenue = rows
    .map((row) => row.split(','))
    .reduce((sum, columns) => sum + Number(columns[4]) * Number(columns[5]), 0);
  expect(rows).toHaveLength(totals.orders);
  expect(revenue).toBeCloseTo(totals.revenueEur, 2);
});
