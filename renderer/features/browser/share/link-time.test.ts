import fc from 'fast-check';
import { expect, test } from 'vitest';
import { askedSeconds, fieldTime, planLink, planWords, readFieldTime } from './link-time.ts';

const now = new Date(2026, 9, 2, 11, 30).getTime();
const HOUR = 3_600_000;
const session = { startedAt: now - 4 * HOUR - 48 * 60_000, expiresAt: now + 7 * HOUR + 12 * 60_000 };

test('a link that outlasts its session says when it really ends', () => {
  expect(planWords(planLink(session, 86_400, now), '24 h')).toEqual({
    title: 'Works until today 18:42, not 24 hours.',
    body: 'A link made with a session ends with it, whatever it says inside. For a longer one, sign in again first: then at most 12 h, until 23:30.',
  });
});

test('one that does not says just its end', () => {
  expect(planWords(planLink(session, 3600, now), '1 h').title).toBe('Works until today 12:30.');
});

test('a session that is fresh promises no longer one', () => {
  const fresh = { startedAt: now, expiresAt: now + HOUR };
  const { title, body } = planWords(planLink(fresh, 7 * 86_400, now), 'Until…');
  expect(title).toBe('Works until today 12:30, not until Fri 11:30.');
  expect(body).toBe('A link made with a session ends with it, whatever it says inside.');
});

test.each([
  ['the past', now - 1, null],
  ['less than a minute', now + 59_999, null],
  ['a minute', now + 60_000, 60],
  ['a week', now + 604_800_000, 604_800],
  ['more than a week', now + 604_801_000, null],
  ['nothing', null, null],
])('until %s', (_what, until, seconds) => {
  expect(askedSeconds('Until…', until, now)).toBe(seconds);
});

test('what stands in the field of a time is that minute', () => {
  fc.assert(
    fc.property(fc.integer({ min: now, max: now + 400 * 86_400_000 }), (at) => {
      const read = readFieldTime(fieldTime(at)) ?? Number.NaN;
      expect(Math.abs(read - Math.floor(at / 60_000) * 60_000) % HOUR).toBe(0);
    }),
  );
  expect(readFieldTime('soon')).toBeNull();
});
