import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { expect, it } from 'vitest';
import type { DemoObject } from '../content/object.ts';
import { oddContent } from './odd-content.ts';

function object(key: string): DemoObject {
  const found = oddContent().find((one) => one.key === key);
  if (!found) throw new Error(`no ${key}`);
  return found;
}
const bytes = (one: DemoObject, from = 0, to = one.sizeBytes) => Buffer.concat([...one.read(from, to)]);

it('the small bomb is a gigabyte of zeros with a true check', { timeout: 60_000 }, async () => {
  const bomb = object('bombs/zeros.gz');
  expect(bomb.sizeBytes).toBeLessThan(1_100_000);
  let unpacked = 0;
  await pipeline(Readable.from(bomb.read(0, bomb.sizeBytes)), createGunzip(), async (chunks) => {
    for await (const chunk of chunks as AsyncIterable<Buffer>) unpacked += chunk.length;
  });
  expect(unpacked).toBe(2 ** 30);
});

it('the ZIP leads from its end to its entry', () => {
  const zip = bytes(object('bombs/zeros.zip'));
  const end = zip.length - 22;
  expect(zip.readUInt32LE(end)).toBe(0x06054b50);
  const entry = zip.readUInt32LE(end + 16);
  expect(zip.readUInt32LE(entry)).toBe(0x02014b50);
  expect(entry + zip.readUInt32LE(end + 12)).toBe(end);
  expect(zip.readUInt32LE(0)).toBe(0x04034b50);
  expect(30 + 9 + zip.readUInt32LE(18)).toBe(entry);
});

it('any range of two gigabytes is what stands there, and costs no more than itself', () => {
  const line = object('long/one line of 2 GB.log');
  expect(line.sizeBytes).toBeGreaterThan(2 ** 31 - 100);
  const period = 46;
  for (const at of [0, 1, period - 1, 1_000_003, 2_000_000_000])
    expect(bytes(line, at, at + 70_000).equals(bytes(line, at % period, (at % period) + 70_000))).toBe(true);
  expect(bytes(line, line.sizeBytes - 3).toString()).toBe(' .'.padStart(3, ';'));
});

it('has every odd kind', () => {
  expect(bytes(object('text/utf-16 with mark.txt')).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xfe]));
  expect(bytes(object('text/latin-1.txt')).includes(0xe9)).toBe(true);
  expect(object('text/empty.txt').sizeBytes).toBe(0);
  expect(bytes(object('pictures/claims 60000 by 60000.png')).readUInt32BE(16)).toBe(60_000);
  expect(bytes(object('wide/ten thousand columns.csv')).toString().split('\n')[0]?.split(',').length).toBe(
    10_000,
  );
  expect(object('deep/half a million arrays.json').sizeBytes).toBe(2 ** 20);
});
