import { expect, test } from 'vitest';
import { failureCodes } from '../../electron/contract/failure.ts';
import { failureRaw, failureText } from './failure-text.ts';

test.each(failureCodes)('%s says what is so, what it means and the next step', (code) => {
  const { title, body, next } = failureText({ code, retry: 'now' });
  for (const words of [title, body, next]) {
    expect(words).toMatch(/^[A-Z].*\.$/);
    expect(words).not.toMatch(/[{}!]|oops|please|undefined/i);
  }
});

test.each(failureCodes)('%s takes its subject in without leaving a brace', (code) => {
  const all = Object.values(failureText({ code, retry: 'now', subject: 'sso.example' })).join(' ');
  expect(all).not.toMatch(/[{}]/);
});

test('no two failures have the same words', () => {
  const all = failureCodes.map((code) => JSON.stringify(failureText({ code, retry: 'now' })));
  expect(new Set(all).size).toBe(all.length);
});

test('a session that is over has ended; it is never called expired or invalid', () => {
  const all = failureCodes.map((code) => JSON.stringify(failureText({ code, retry: 'now' }))).join();
  expect(all).not.toMatch(/expired|invalid/i);
});

test('a subject with braces is not filled twice', () => {
  expect(failureText({ code: 'sts-unreachable', retry: 'now', subject: '{x}' }).body).toContain('{x}');
});

test('the raw answer comes with its request, and is null when nothing was said', () => {
  expect(failureRaw({ code: 'internal', retry: 'now', raw: '403', requestId: 'R1' })).toBe('403\nrequest R1');
  expect(failureRaw({ code: 'internal', retry: 'now' })).toBeNull();
});
