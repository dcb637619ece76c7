import { expect, it } from 'vitest';
import { createHandedOutLog } from './handed-out.ts';
import { type PassStatus, statusJson, statusLines } from './status.ts';

const now = Date.UTC(2026, 0, 1);
const status = (label: string, session: PassStatus['session']): PassStatus => ({
  id: label.toLowerCase(),
  label,
  organisation: 'corp',
  accountId: '111122223333',
  roleName: 'Reader',
  region: 'eu-west-1',
  awsProfile: null,
  session,
});
const active = (minutes: number) =>
  ({
    kind: 'active',
    startedAt: now,
    expiresAt: now + minutes * 60_000,
    kept: 'keychain',
    scope: 'read-only',
  }) as const;

it('a status is one line a pass, in columns', () => {
  const passes = [
    status('Reports', active(432)),
    status('報告', active(0.5)),
    status('Old', { kind: 'none' }),
  ];
  expect(statusLines(passes, now)).toBe(
    [
      'Reports  active, 7 h 12 min       Reader in 111122223333',
      '報告       active, less than 1 min  Reader in 111122223333',
      'Old      signed out               Reader in 111122223333',
      '',
    ].join('\n'),
  );
  expect(statusLines([], now)).toContain('No pass yet');
});

it('a status for programs says when it ends, in UTC', () => {
  expect(JSON.parse(statusJson([status('Reports', active(60))]))).toEqual({
    passes: [
      expect.objectContaining({
        id: 'reports',
        state: 'active',
        expiresAt: '2026-01-01T01:00:00.000Z',
        scope: 'read-only',
      }),
    ],
  });
});

it('who asked is remembered newest first, twenty threads as one', () => {
  let at = now;
  const log = createHandedOutLog(
    () => at,
    () => {},
  );
  const note = (pass: string, waitedMs = 0) => log.note({ pass, way: 'command', tool: 'aws', waitedMs });
  note('reports', 14_000);
  for (let i = 0; i < 15; i++) note('reports');
  note('audit');
  expect(log.newest()).toEqual([
    expect.objectContaining({ pass: 'audit', times: 1 }),
    expect.objectContaining({ pass: 'reports', times: 16, waitedMs: 14_000 }),
  ]);
  at += 60_000;
  note('reports');
  expect(log.newest()[0]).toMatchObject({ pass: 'reports', times: 1, waitedMs: 0 });
  for (let i = 0; i < 100; i++) note(`p${i}`);
  expect(log.newest()).toHaveLength(50);
});
