import { expect, test } from 'vitest';
import * as format from './format.ts';

test.each([
  [0, '0 B'],
  [812, '812 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [14_200, '14.2 kB'],
  [99_940, '99.9 kB'],
  [99_960, '100 kB'],
  [999_499, '999 kB'],
  [999_600, '1.0 MB'],
  [48_212_480, '48.2 MB'],
  [512_000_000, '512 MB'],
  [21_700_000_000, '21.7 GB'],
  [5e18, '5000 PB'],
])('%d bytes are %s', (bytes, words) => {
  expect(format.formatBytes(bytes)).toBe(words);
});

test.each([
  [12.4e9, 20.3e9, '12.4 of 20.3 GB'],
  [812, 14_200, '812 B of 14.2 kB'],
  [0, 812, '0 of 812 B'],
])('%d of %d bytes are %s', (done, total, words) => {
  expect(format.formatBytesOf(done, total)).toBe(words);
});

test.each([
  [0.2, '1 s'],
  [59.5, '1 min 0 s'],
  [95, '1 min 35 s'],
  [720, '12 min'],
  [7 * 3600 + 12 * 60, '7 h 12 m'],
  [1e9, 'more than 4 days'],
  [Number.POSITIVE_INFINITY, 'more than 4 days'],
])('%d seconds left are %s', (seconds, words) => {
  expect(format.formatLeft(seconds)).toBe(words);
});

test('counts have their thousands apart and agree with their noun', () => {
  expect(format.counted(1, 'object')).toBe('1 object');
  expect(format.counted(1248, 'object')).toBe('1,248 objects');
  expect(format.counted(2, 'pass', 'passes')).toBe('2 passes');
});

test('dates are local, with full zone in the tip', () => {
  const at = new Date(2026, 9, 2, 9, 2, 7).getTime();
  expect(format.formatDateTime(at)).toBe('2026-10-02 09:02');
  expect(format.formatDateTimeFull(at)).toMatch(/^2026-10-02 09:02:07 [+-]\d\d:\d\d$/);
});

test.each([
  ['111122223333', '1111-2222-3333'],
  ['12345', '12345'],
  ['', ''],
])('account id %s is shown as %s', (id, shown) => {
  expect(format.formatAccountId(id)).toBe(shown);
});

test('a role has its path when it has one', () => {
  expect(format.formatRole({ roleName: 'S3AccessRole', rolePath: '/' })).toBe('S3AccessRole');
  expect(format.formatRole({ roleName: 'Reader', rolePath: '/team/' })).toBe('/team/Reader');
});

test.each([
  [220_000, '3 min 40 s'],
  [60_000, '1 min 00 s'],
  [59_999, '59 s'],
  [-4, '0 s'],
])('a countdown of %d ms is %s', (left, words) => {
  expect(format.formatCountdown(left)).toBe(words);
});

test('storage classes are words, unknown ones as S3 says them', () => {
  expect(format.formatStorageClass('DEEP_ARCHIVE')).toBe('Deep archive');
  expect(format.formatStorageClass('SNOW')).toBe('SNOW');
});
