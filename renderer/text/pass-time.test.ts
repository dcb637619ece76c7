import { expect, test } from 'vitest';
import type { SessionView } from '../../electron/contract/snapshot.ts';
import { passTime } from './pass-time.ts';

const HOUR = 3_600_000;
const at = new Date(2026, 9, 2, 11, 30).getTime();
const active: SessionView = {
  kind: 'active',
  startedAt: at - HOUR,
  expiresAt: at + 7.2 * HOUR,
  kept: 'keychain',
  scope: 'full',
};

test('a live session says how long and until when, in full for screen readers', () => {
  expect(passTime(active, at, 10)).toMatchObject({
    phase: 'active',
    main: '7 h 12 m',
    under: 'until 18:42',
    spoken: '7 hours 12 minutes left, until 18:42',
  });
});

test('an active session past its end has ended, before main says so', () => {
  const after = passTime(active, at + 8 * HOUR, 10);
  expect(after).toMatchObject({ phase: 'ended', main: 'Ended', under: 'at 18:42', short: 'Ended 18:42' });
  expect(after.ring?.leftMs).toBe(0);
});

test('ending soon is the same time in another phase', () => {
  expect(passTime(active, at + 7.1 * HOUR, 10).phase).toBe('endingSoon');
});

test('signed out has no ring and no time', () => {
  expect(passTime({ kind: 'none' }, at, 10)).toMatchObject({ main: 'Signed out', under: '', ring: null });
});
