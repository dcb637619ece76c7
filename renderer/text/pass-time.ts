/** A session's time as words and ring, the same in rail, head, band and popover. Pure. */
import type { SessionView } from '../../electron/contract/snapshot.ts';
import { clockWords, leftSpoken, leftWords, type Phase, phaseAt } from '../../electron/contract/time.ts';

export interface PassTime {
  phase: Phase;
  /** `7 h 12 m`, `Ended 08:51`, `Signed out`: where there is one line. */
  short: string;
  /** `7 h 12 m`, `Ended`, `Signed out`: above `under`. */
  main: string;
  /** `until 18:42`, `at 11:34`, empty. */
  under: string;
  /** The ring's name: `7 hours 12 minutes left, until 18:42`. */
  spoken: string;
  ring: { grantedMs: number; leftMs: number } | null;
}

export function passPhase(session: SessionView, now: number, notifyMinutesBefore: number): Phase {
  return session.kind === 'active' ? phaseAt(session, now, notifyMinutesBefore) : session.kind;
}

export function passTime(session: SessionView, now: number, notifyMinutesBefore: number): PassTime {
  const phase = passPhase(session, now, notifyMinutesBefore);
  if (session.kind === 'none') {
    return { phase, short: 'Signed out', main: 'Signed out', under: '', spoken: 'Signed out', ring: null };
  }
  const endsAt = session.kind === 'active' ? session.expiresAt : session.endedAt;
  const grantedMs = endsAt - session.startedAt;
  const clock = clockWords(endsAt, now);
  if (phase === 'ended') {
    const ring = { grantedMs, leftMs: 0 };
    return {
      phase,
      short: `Ended ${clock}`,
      main: 'Ended',
      under: `at ${clock}`,
      spoken: `Ended at ${clock}`,
      ring,
    };
  }
  const leftMs = endsAt - now;
  const left = leftWords(leftMs);
  const spoken = `${leftSpoken(leftMs)} left, until ${clock}`;
  return { phase, short: left, main: left, under: `until ${clock}`, spoken, ring: { grantedMs, leftMs } };
}

/** The class that carries a phase's colour; the shape and the word carry it first. */
export const phaseClass: Record<Phase, string> = {
  none: 'is-ended',
  active: 'is-active',
  endingSoon: 'is-soon',
  ended: 'is-ended',
};
