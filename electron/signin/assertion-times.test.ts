import { describe, expect, it } from 'vitest';
import { AppError } from '../lib/app-error.ts';
import { readAssertion } from './assertion.ts';
import { inMinutes, NOW, samlResponse, type Wishes } from './saml.test-parts.ts';

const MINUTE = 60_000;
const read = (wishes: Wishes = {}, now = NOW) => readAssertion(samlResponse(wishes), now);
const codeOf = (wishes: Wishes, now = NOW) => {
  try {
    read(wishes, now);
    return 'taken';
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
};
const until = (value: string) => `NotOnOrAfter="${value}"`;
const confirmation = (times: string) =>
  `<saml:Subject><saml:SubjectConfirmation><saml:SubjectConfirmationData ${times}/></saml:SubjectConfirmation></saml:Subject>`;

describe('how long AWS takes an answer', () => {
  it.each([
    ['five minutes when it says five', until(inMinutes(5)), 5],
    ['two minutes when it says two', until(inMinutes(2)), 2],
    ['five minutes when it says an hour', until(inMinutes(60)), 5],
    ['five minutes when it says nothing', '', 5],
    ['five minutes when it says the year 9999', until('9999-12-31T23:59:59Z'), 5],
    ['five minutes when it says garbage', until('tomorrow'), 5],
    ['five minutes when its time has no zone', until('2026-03-04T10:02:00'), 5],
    ['five minutes when its time is no time of day', until('2026-03-04T99:00:00Z'), 5],
    ['two minutes when its time is in another zone', until('2026-03-04T11:02:00+01:00'), 2],
    ['two minutes when its time has fractions', until('2026-03-04T10:02:00.0000000Z'), 2],
    ['five minutes when it says a number', until('1772618520'), 5],
  ])('is %s', (_words, conditions, minutes) => {
    expect(read({ conditions }).validUntil).toBe(NOW + minutes * MINUTE);
  });

  it('is five minutes when it does not say when it was made', () => {
    expect(read({ issueInstant: 'today', conditions: until(inMinutes(2)) }).validUntil).toBe(
      NOW + 5 * MINUTE,
    );
  });

  it('is the earliest of its ends', () => {
    const wishes = { inside: confirmation(until(inMinutes(1))), conditions: until(inMinutes(4)) };
    expect(read(wishes).validUntil).toBe(NOW + MINUTE);
  });

  it('is nothing when it ends before it was made', () => {
    expect(read({ conditions: until(inMinutes(-2)) }).validUntil).toBe(NOW);
  });

  it.each([-9, -4, 0, 4, 9])('is the same on a clock that is %i minutes away', (minutes) => {
    const now = NOW + minutes * MINUTE;
    expect(read({ conditions: until(inMinutes(3)) }, now).validUntil).toBe(now + 3 * MINUTE);
  });
});

describe('an answer out of its time', () => {
  it.each([
    ['expired', until(inMinutes(-11)), 'assertion-expired'],
    ['expired by a little, as on a wrong clock', until(inMinutes(-9)), 'taken'],
    [
      'not valid for a while',
      `NotBefore="${inMinutes(11)}" ${until(inMinutes(16))}`,
      'assertion-not-yet-valid',
    ],
    ['not valid for a little, as on a wrong clock', `NotBefore="${inMinutes(9)}"`, 'taken'],
    ['valid from a time that is garbage', 'NotBefore="soon"', 'taken'],
  ])('is told by its conditions: %s', (_words, conditions, code) => {
    expect(codeOf({ conditions })).toBe(code);
  });

  it.each([
    ['expired', until(inMinutes(-11)), 'assertion-expired'],
    ['not valid for a while', `NotBefore="${inMinutes(11)}"`, 'assertion-not-yet-valid'],
  ])('is told by its confirmation: %s', (_words, times, code) => {
    expect(codeOf({ inside: confirmation(times) })).toBe(code);
  });

  it('is not told by the same words in another namespace', () => {
    const inside = `<x:Conditions xmlns:x="urn:x" ${until(inMinutes(-60))}/>`;
    expect(codeOf({ inside })).toBe('taken');
  });
});

describe('how long the company lets sessions live', () => {
  it.each([
    ['a time', `SessionNotOnOrAfter="${inMinutes(90)}"`, NOW + 90 * MINUTE],
    ['garbage', 'SessionNotOnOrAfter="-"', null],
    ['nothing', '', null],
  ])('is read when it says %s', (_words, authnStatement, expected) => {
    expect(read({ authnStatement }).sessionNotOnOrAfter).toBe(expected);
  });
});

describe('a clock that was not held against AWS’s yet', () => {
  const HOUR_MINUTES = 60;
  it.each([
    ['a day late', until(inMinutes(-25 * HOUR_MINUTES)), 'taken'],
    ['a day early', `NotBefore="${inMinutes(24 * HOUR_MINUTES)}"`, 'taken'],
    ['long over', until(inMinutes(-27 * HOUR_MINUTES)), 'assertion-expired'],
    ['far in the future', `NotBefore="${inMinutes(27 * HOUR_MINUTES)}"`, 'assertion-not-yet-valid'],
  ])('leaves it to AWS to say what is good: %s', (_words, conditions, code) => {
    let told = 'taken';
    try {
      readAssertion(samlResponse({ conditions }), NOW, false);
    } catch (error) {
      told = (error as Error).message;
    }
    expect(told).toBe(code);
  });
});
