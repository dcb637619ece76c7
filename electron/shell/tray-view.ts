/** What the tray shows, from the snapshot: state, tooltip, menu lines. Pure; `tray.ts` draws it. */
import { scopeNow } from '../contract/scope.ts';
import type { PassView, Snapshot } from '../contract/snapshot.ts';
import { clockWords, leftWords, nextWordsInMs, phaseAt } from '../contract/time.ts';

export type TrayState = 'signed-out' | 'active' | 'ending-soon' | 'ended';

export type TrayAction =
  | { kind: 'signIn'; organisation: string }
  | { kind: 'copy' | 'console' | 'browse' | 'signOut'; pass: string }
  | { kind: 'signOutOf'; organisation: string }
  | { kind: 'openMain' | 'tryDemo' | 'signOutAll' | 'quit' };

export interface TrayLine {
  label: string;
  action?: TrayAction;
  lines?: TrayLine[];
}

export interface TrayView {
  state: TrayState;
  tooltip: string;
  /** Groups, drawn with a line between them. */
  menu: TrayLine[][];
  /** When a time in tooltip or menu is no longer true, epoch ms; null when none is told. */
  staleAt: number | null;
}

export function trayView(snapshot: Snapshot, now: number): TrayView {
  const live = livePasses(snapshot, now);
  const stale = live.map(({ expiresAt }) => now + nextWordsInMs(expiresAt - now));
  return {
    state: stateOf(snapshot, live, now),
    tooltip: tooltipOf(snapshot, live, now),
    menu: menuOf(snapshot, now),
    staleAt: stale.length > 0 ? Math.min(...stale) : null,
  };
}

interface LivePass {
  pass: PassView;
  startedAt: number;
  expiresAt: number;
}

/** Soonest ending first. */
function livePasses(snapshot: Snapshot, now: number): LivePass[] {
  return snapshot.passes
    .flatMap((pass) => {
      const { session } = pass;
      return session.kind === 'active' && session.expiresAt > now ? [{ pass, ...session }] : [];
    })
    .sort((a, b) => a.expiresAt - b.expiresAt);
}

function stateOf({ passes, preferences }: Snapshot, [soonest]: LivePass[], now: number): TrayState {
  if (!soonest) return passes.some((pass) => isEnded(pass, now)) ? 'ended' : 'signed-out';
  return phaseAt(soonest, now, preferences.notifyMinutesBefore) === 'endingSoon' ? 'ending-soon' : 'active';
}

function isEnded({ session }: PassView, now: number): boolean {
  return session.kind === 'ended' || (session.kind === 'active' && session.expiresAt <= now);
}

function tooltipOf(snapshot: Snapshot, live: LivePass[], now: number): string {
  const [soonest] = live;
  if (soonest) {
    const others = live.length > 1 ? ` · ${live.length} sessions` : '';
    return `${soonest.pass.label} ends in ${leftWords(soonest.expiresAt - now)}, at ${clockWords(soonest.expiresAt, now)}${others}`;
  }
  const ended = snapshot.passes.filter((pass) => isEnded(pass, now));
  if (ended.length === 1) return `Daypass: ${ended[0]?.label} has ended`;
  return ended.length > 1 ? `Daypass: ${ended.length} sessions have ended` : 'Daypass: signed out';
}

function menuOf(snapshot: Snapshot, now: number): TrayLine[][] {
  const signIns = snapshot.organisations.map(
    ({ id, name }): TrayLine => ({
      label: `Sign in to ${name}`,
      action: { kind: 'signIn', organisation: id },
    }),
  );
  const tryDemo: TrayLine = { label: 'Try the demo organisation', action: { kind: 'tryDemo' } };
  const groups: TrayLine[][] = [
    signIns.length > 0 ? signIns : [tryDemo],
    snapshot.passes.map((pass) => passLine(pass, now)),
    signOutLines(snapshot),
    [{ label: 'Open Daypass', action: { kind: 'openMain' } }],
    [{ label: 'Quit', action: { kind: 'quit' } }],
  ];
  return groups.filter((group) => group.length > 0);
}

/** The company's pages forget the person too, so this is there also when no session lives. */
function signOutLines({ organisations }: Snapshot): TrayLine[] {
  const lines = organisations.map(
    ({ id, name }): TrayLine => ({ label: name, action: { kind: 'signOutOf', organisation: id } }),
  );
  const [only, ...more] = lines;
  if (!only) return [];
  if (more.length === 0) return [{ ...only, label: `Sign out of ${only.label}` }];
  const all: TrayLine = { label: 'All', action: { kind: 'signOutAll' } };
  return [{ label: 'Sign out of …', lines: [...lines, all] }];
}

function passLine(pass: PassView, now: number): TrayLine {
  const { id, organisation, session } = pass;
  const label = scopeNow(pass) === 'read-only' ? `${pass.label} (read-only)` : pass.label;
  if (session.kind !== 'active' || session.expiresAt <= now) {
    const word = isEnded(pass, now) ? 'ended' : 'signed out';
    return {
      label: `${label}, ${word}`,
      lines: [{ label: 'Sign in', action: { kind: 'signIn', organisation } }],
    };
  }
  return {
    label: `${label}, ${leftWords(session.expiresAt - now)}`,
    lines: [
      { label: 'Renew', action: { kind: 'signIn', organisation } },
      { label: 'Copy credentials', action: { kind: 'copy', pass: id } },
      { label: 'Open console', action: { kind: 'console', pass: id } },
      { label: 'Browse S3', action: { kind: 'browse', pass: id } },
      { label: 'Sign out', action: { kind: 'signOut', pass: id } },
    ],
  };
}
