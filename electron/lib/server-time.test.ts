import { expect, it, vi } from 'vitest';
import { differs, onlyNews, readServerTime } from './server-time.ts';

const AT = Date.parse('2026-10-02T12:00:00Z');
const dated = (at: number, more: Record<string, string> = { 'x-amzn-requestid': 'r' }) => ({
  date: new Date(at).toUTCString(),
  ...more,
});

it.each([
  ['the same time', 0, 0, 500, 500],
  ['six minutes behind', 360_000, 0, 360_500, 500],
  ['a day ahead', -86_400_000, 0, -86_399_500, 500],
  ['a slow answer', 0, 4000, -1500, 2500],
])('measures %s, and how rough that is', (_what, serverAhead, tookMs, aheadMs, roughMs) => {
  expect(readServerTime(dated(AT + serverAhead), AT, AT + tookMs)).toEqual({ aheadMs, roughMs });
});

it.each([
  ['without a date', { 'x-amzn-requestid': 'r' }, AT],
  ['with a date that is none', { date: 'soon', 'x-amzn-requestid': 'r' }, AT],
  ['of a portal, which names no request', dated(AT, {}), AT],
  ['that came before it was asked for: the clock was set meanwhile', dated(AT), AT - 5000],
])('says nothing of an answer %s', (_what, headers, receivedAt) => {
  expect(readServerTime(headers, AT, receivedAt)).toBeNull();
});

it('takes S3’s request id as well', () => {
  expect(readServerTime(dated(AT, { 'x-amz-request-id': 'r' }), AT, AT)).not.toBeNull();
});

it('does not take the roughness of measuring for news', () => {
  const tell = vi.fn();
  const hear = onlyNews(tell);
  for (const aheadMs of [400, -900, 1800, 360_000, 361_000, 0]) hear({ aheadMs, roughMs: 600 });
  expect(tell.mock.calls.map(([time]) => time.aheadMs)).toEqual([400, 360_000, 0]);
  expect(differs({ aheadMs: 1600, roughMs: 600 }, 0)).toBe(false);
  expect(differs({ aheadMs: 1601, roughMs: 600 }, 0)).toBe(true);
});
