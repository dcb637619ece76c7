import { expect, it } from 'vitest';
import { scopeNow } from './scope.ts';

it.each([
  ['none', 'full', 'full'],
  ['none', 'read-only', 'read-only'],
  ['ended', 'read-only', 'read-only'],
] as const)('without a live session (%s) it is what the next one asks for: %s', (kind, scope, expected) => {
  expect(scopeNow({ scope, session: { kind } })).toBe(expected);
});

it('of a live session is what it was signed in as, also when the pass asks for less since', () => {
  expect(scopeNow({ scope: 'read-only', session: { kind: 'active', scope: 'full' } })).toBe('full');
  expect(scopeNow({ scope: 'full', session: { kind: 'active', scope: 'read-only' } })).toBe('read-only');
});
