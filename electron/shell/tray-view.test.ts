import { describe, expect, it } from 'vitest';
import { organisationView, passView, quietSnapshot } from '../contract/snapshot.test-parts.ts';
import type { PassView, SessionView } from '../contract/snapshot.ts';
import { type TrayLine, trayView } from './tray-view.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Noon, local time, on a Friday. */
const NOW = new Date(2026, 9, 2, 12, 0).getTime();

const none: SessionView = { kind: 'none' };
const ended: SessionView = { kind: 'ended', startedAt: NOW - HOUR, endedAt: NOW - MINUTE };
const active = (leftMs: number, lengthMs = 8 * HOUR): SessionView => {
  const expiresAt = NOW + leftMs;
  return { kind: 'active', startedAt: expiresAt - lengthMs, expiresAt, kept: 'keychain', scope: 'full' };
};
const corp = organisationView({ name: 'Corp & Sons' });
const pass = (label: string, session: SessionView): PassView =>
  passView({ id: label.toLowerCase(), label, roleName: label, session });
const snapshot = (passes: PassView[], organisations = [corp]) =>
  quietSnapshot({ at: NOW, organisations, passes });
const view = (...passes: PassView[]) => trayView(snapshot(passes), NOW);
const labels = (lines: readonly TrayLine[] = []) => lines.map(({ label }) => label);

describe('the icon and its tooltip', () => {
  it.each<[string, PassView[], string, string]>([
    ['no pass', [], 'signed-out', 'Daypass: signed out'],
    ['a pass without a session', [pass('Reports', none)], 'signed-out', 'Daypass: signed out'],
    [
      'a session',
      [pass('Reports', active(2 * HOUR + 5 * MINUTE))],
      'active',
      'Reports ends in 2 h 05 m, at 14:05',
    ],
    [
      'a session that ends tomorrow',
      [pass('Reports', active(13 * HOUR, 14 * HOUR))],
      'active',
      'Reports ends in 13 h 00 m, at Sat 01:00',
    ],
    [
      'a session just before its last minutes',
      [pass('Reports', active(10 * MINUTE + 1))],
      'active',
      'Reports ends in 10 min, at 12:10',
    ],
    [
      'a session in its last minutes',
      [pass('Reports', active(10 * MINUTE))],
      'ending-soon',
      'Reports ends in 10 min, at 12:10',
    ],
    [
      'several, of which the soonest counts',
      [pass('Late', active(3 * HOUR)), pass('Soon', active(36_500)), pass('Never', none)],
      'ending-soon',
      'Soon ends in 36 s, at 12:00 · 2 sessions',
    ],
    [
      'one that lives, beside one that ended',
      [pass('Old', ended), pass('Reports', active(HOUR))],
      'active',
      'Reports ends in 1 h 00 m, at 13:00',
    ],
    ['one that ended', [pass('Old', ended), pass('Never', none)], 'ended', 'Daypass: Old has ended'],
    ['two that ended', [pass('A', ended), pass('B', ended)], 'ended', 'Daypass: 2 sessions have ended'],
    ['one that ends right now', [pass('Now', active(0))], 'ended', 'Daypass: Now has ended'],
  ])('with %s', (_what, passes, state, tooltip) => {
    expect(view(...passes)).toMatchObject({ state, tooltip });
  });

  it('a short session is not ending soon from its start', () => {
    expect(view(pass('Kim', active(2 * MINUTE, 2 * MINUTE))).state).toBe('active');
    expect(view(pass('Kim', active(24_000, 2 * MINUTE))).state).toBe('ending-soon');
  });
});

describe('the menu', () => {
  it.each<[string, SessionView, string, string[]]>([
    ['none', none, 'Reports, signed out', ['Sign in']],
    ['ended', ended, 'Reports, ended', ['Sign in']],
    ['over, though nobody said so yet', active(0), 'Reports, ended', ['Sign in']],
    [
      'active',
      active(48 * MINUTE),
      'Reports, 48 min',
      ['Renew', 'Copy credentials', 'Open console', 'Browse S3', 'Sign out'],
    ],
  ])('of a pass whose session is %s', (_kind, session, label, lines) => {
    const line = view(pass('Reports', session)).menu[1]?.[0];
    expect(line?.label).toBe(label);
    expect(labels(line?.lines)).toEqual(lines);
  });

  it('acts on the pass and the organisation that a line is of', () => {
    const actions = view(pass('A', none), pass('B', active(HOUR))).menu.map((group) =>
      group.flatMap((line) => [line, ...(line.lines ?? [])]).flatMap(({ action }) => action ?? []),
    );
    expect(actions).toEqual([
      [{ kind: 'signIn', organisation: 'corp' }],
      [
        { kind: 'signIn', organisation: 'corp' },
        { kind: 'signIn', organisation: 'corp' },
        { kind: 'copy', pass: 'b' },
        { kind: 'console', pass: 'b' },
        { kind: 'browse', pass: 'b' },
        { kind: 'signOut', pass: 'b' },
      ],
      [{ kind: 'signOutOf', organisation: 'corp' }],
      [{ kind: 'openMain' }],
      [{ kind: 'quit' }],
    ]);
  });

  it('has a line for every organisation, by its whole name, and every pass in its order', () => {
    const passes = [pass('Z', active(HOUR)), pass('A', active(MINUTE)), pass('M', none)];
    const other = { ...corp, id: 'other', name: 'Other' };
    expect(trayView(snapshot(passes, [corp, other]), NOW).menu.map(labels)).toEqual([
      ['Sign in to Corp & Sons', 'Sign in to Other'],
      ['Z, 1 h 00 m', 'A, 1 min', 'M, signed out'],
      ['Sign out of …'],
      ['Open Daypass'],
      ['Quit'],
    ]);
  });

  it('offers the demo while there is no organisation', () => {
    const { menu } = trayView(snapshot([], []), NOW);
    expect(menu.map(labels)).toEqual([['Try the demo organisation'], ['Open Daypass'], ['Quit']]);
    expect(menu[0]?.[0]?.action).toEqual({ kind: 'tryDemo' });
  });
});

describe('what is drawn stays true until the time it says, and no longer', () => {
  it.each<[string, number[]]>([
    ['hours', [2 * HOUR + 30_000]],
    ['a full hour', [2 * HOUR]],
    ['minutes', [48 * MINUTE + 12_345]],
    ['the last full minute', [MINUTE]],
    ['just over a minute', [MINUTE + 1]],
    ['seconds', [36_500]],
    ['a full second', [2000]],
    ['the last second', [999]],
    ['two that change at different times', [2 * HOUR + 30_000, 48 * MINUTE + 12_345]],
  ])('%s', (_what, lefts) => {
    const shown = snapshot(lefts.map((leftMs, at) => pass(`P${at}`, active(leftMs))));
    const drawn = ({ tooltip, menu }: ReturnType<typeof trayView>) => JSON.stringify({ tooltip, menu });
    const first = trayView(shown, NOW);
    const staleAt = first.staleAt ?? Number.NaN;
    expect(drawn(trayView(shown, staleAt - 1))).toBe(drawn(first));
    expect(drawn(trayView(shown, staleAt))).not.toBe(drawn(first));
  });

  it('for ever when no time is told', () => {
    expect(view(pass('Old', ended), pass('Never', none)).staleAt).toBeNull();
  });
});

it('a read-only session is named as one in its line', () => {
  const one = pass('Reports', { ...active(HOUR), scope: 'read-only' } as SessionView);
  expect(labels(view(one).menu[1])).toEqual(['Reports (read-only), 1 h 00 m']);
});
