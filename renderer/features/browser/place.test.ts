import { describe, expect, it } from 'vitest';
import { parentPlace, parsePath, placeUri, prefixSegments } from './place.ts';

describe('a pasted path', () => {
  it.each([
    ['s3://lark-reports/exports/2026/', 'lark-reports', 'exports/2026/', null],
    ['lark-reports', 'lark-reports', '', null],
    ['lark-reports/exports', 'lark-reports', 'exports/', null],
    ['s3://lark-reports/exports//2026/', 'lark-reports', 'exports//2026/', null],
    ['s3://lark-reports/a/summary.csv', 'lark-reports', 'a/', 'a/summary.csv'],
    ['arn:aws:s3:::lark-reports/a/', 'lark-reports', 'a/', null],
    ['s3://', null, '', null],
  ])('%s leads where it says', (typed, bucket, prefix, object) => {
    expect(parsePath(typed)).toEqual({ ok: true, place: { bucket, prefix }, object });
  });

  it.each(['ab', 'x'.repeat(256), `bucket/${'é'.repeat(513)}`])('%s is refused with a reason', (typed) => {
    expect(parsePath(typed)).toMatchObject({ ok: false, why: expect.any(String) });
  });

  it('comes back as the address it was', () => {
    const parsed = parsePath('s3://lark-reports/a//b/');
    expect(parsed.ok && placeUri(parsed.place)).toBe('s3://lark-reports/a//b/');
  });
});

it('going up takes one folder at a time, an empty one too', () => {
  expect(parentPlace({ bucket: 'b', prefix: 'a//c/' })).toEqual({ bucket: 'b', prefix: 'a//' });
  expect(parentPlace({ bucket: 'b', prefix: 'a//' })).toEqual({ bucket: 'b', prefix: 'a/' });
  expect(parentPlace({ bucket: 'b', prefix: 'a/' })).toEqual({ bucket: 'b', prefix: '' });
  expect(parentPlace({ bucket: 'b', prefix: '' })).toEqual({ bucket: null, prefix: '' });
  expect(prefixSegments('a//c/')).toEqual(['a', '', 'c']);
});
