import { expect, it } from 'vitest';
import type { S3Session } from './messages.ts';
import { createNextSessions } from './next-sessions.ts';

const named = (accessKeyId: string) => ({ accessKeyId }) as S3Session;

it('who waits is answered by the next session, not by the one that ended and not by none', async () => {
  let present: S3Session | null = named('first');
  const sessions = createNextSessions(() => present);
  let got: S3Session | undefined;
  const wait = sessions.of('pass', 'first').then((session) => {
    got = session;
  });
  present = null;
  sessions.look();
  await Promise.resolve();
  expect(got).toBeUndefined();
  present = named('second');
  sessions.look();
  await wait;
  expect(got).toBe(present);
});

it('a session that is there already answers at once', async () => {
  const sessions = createNextSessions(() => named('second'));
  expect(await sessions.of('pass', 'first')).toEqual(named('second'));
});

it('a session that can’t be made is a refusal', async () => {
  const sessions = createNextSessions(() => {
    throw new Error('its authorities can’t be read');
  });
  await expect(sessions.of('pass', 'first')).rejects.toThrow('authorities');
});
