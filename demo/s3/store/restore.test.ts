import { expect, it } from 'vitest';
import { beginRestore, prolongRestore, restoreHeader, restoreState } from './restore.ts';

const MINUTE = 60_000;
const NOON = Date.parse('2026-06-15T12:00:00Z');

it.each([
  ['Expedited', 2],
  ['Standard', 180],
  ['Bulk', 720],
] as const)('%s takes %i minutes', (tier, minutes) => {
  const restore = beginRestore(tier, 1, NOON);
  expect(restoreState(restore, NOON + minutes * MINUTE - 1)).toBe('ongoing');
  expect(restoreState(restore, NOON + minutes * MINUTE)).toBe('there');
});

it('lasts to the midnight after its days', () => {
  const restore = beginRestore('Standard', 2, NOON);
  const until = Date.parse('2026-06-18T00:00:00Z');
  expect(restoreHeader(restore, until - 1)).toBe(
    'ongoing-request="false", expiry-date="Thu, 18 Jun 2026 00:00:00 GMT"',
  );
  expect(restoreHeader(restore, until)).toBeUndefined();
});

it('can be kept for longer, and stays readable meanwhile', () => {
  const restore = beginRestore('Expedited', 1, NOON);
  const later = prolongRestore(restore, 5, NOON + 10 * MINUTE);
  expect(restoreState(later, NOON + 10 * MINUTE)).toBe('there');
  expect(new Date(later.until).toISOString()).toBe('2026-06-21T00:00:00.000Z');
});
