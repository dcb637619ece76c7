import { createHash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { listAnswered, type Order } from './answered.test-parts.ts';
import { sortedKeys } from './page-server.test-parts.ts';

// Many pages each, on machines that do other things too.
vi.setConfig({ testTimeout: 120_000 });

const many = (count: number, key: (i: number) => string) => Array.from({ length: count }, (_, i) => key(i));
const hash = (i: number) => createHash('md5').update(String(i)).digest('hex');
const uuid = (i: number) => hash(i).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
const day = (i: number) => new Date(Date.UTC(2019, 0, 1) + i * 7_200_000).toISOString().slice(0, 10);
const pad = (i: number, length: number) => String(i).padStart(length, '0');

const N = 40_000;
const shapes: [string, string[]][] = [
  ['zero-padded numbers', many(N, (i) => pad(i, 10))],
  ['dates with uuids', many(N, (i) => `${day(i)}-${uuid(i)}.json`)],
  ['hex hashes', many(N, hash)],
  ['uuids', many(N, uuid)],
  [
    'one hot prefix among few others',
    [...many(N, (i) => `prod-eu-west-1-events-${pad(i, 7)}`), 'a', 'zebra', 'prod'],
  ],
  ['all of the same length and letters', many(N, (i) => i.toString(2).padStart(20, 'x'))],
  [
    'letters of many scripts at the end',
    many(
      N,
      (i) => `doc-${String.fromCodePoint(0x400 + (i % 200), 0x4e00 + (i % 5000), 0x1f600 + (i % 60))}${i}`,
    ),
  ],
  ['numbers without padding', many(N, String)],
  ['folders and objects mixed', many(N, (i) => (i % 3 === 0 ? `${pad(i, 7)}/x` : `${pad(i, 7)}`))],
  ['one long beginning that never changes', many(N, (i) => `${'constant-'.repeat(12)}${pad(i, 8)}`)],
];

/** Calls beyond one a thousand names: guesses that found nothing, and pages cut in two. */
const MOST_BESIDE: Record<Order, number> = { together: 30, 'newest first': 40 };

describe('every shape of a key space comes whole, in order, once, in few calls', () => {
  describe.each(['together', 'newest first'] as const)('answered %s', (order) => {
    it.each(shapes)('%s', async (_shape, keys) => {
      const truth = sortedKeys(
        keys.map((key) => (key.includes('/') ? key.slice(0, key.indexOf('/') + 1) : key)),
      );
      const listed = await listAnswered(sortedKeys(keys), order);
      expect(listed.keys.length).toBe(truth.length);
      expect(listed.keys).toEqual(truth);
      expect(listed.calls).toBeLessThan(truth.length / 1000 + MOST_BESIDE[order]);
    });
  });

  it.each([0, 1, 999, 1000, 1001, 2000, 3001])('%i keys', async (count) => {
    const keys = many(count, (i) => pad(i, 6));
    expect((await listAnswered(keys, 'together')).keys).toEqual(keys);
  });

  it('below a prefix of odd signs, the prefix itself among the names', async () => {
    const keys = many(6000, (i) => `a b/+é%/${pad(i, 6)}`);
    const all = sortedKeys([...keys, 'a b/+é%/', 'a b/+é%0', 'a']);
    const { keys: listed } = await listAnswered(all, 'together', 'a b/+é%/');
    expect(listed).toEqual(['a b/+é%/', ...keys]);
  });
});
