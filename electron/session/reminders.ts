/** Which endings a person is told of by a notification, together with which, and in what words. Pure. */
import { leftWords, type SessionTimes } from '../contract/time.ts';

export interface Ending extends SessionTimes {
  pass: string;
  label: string;
  organisation: string;
  state: 'ending' | 'ended';
  /** From when it is told, epoch ms. */
  noticeAt: number;
}

/** Endings of one organisation this close together are told at once. */
const TOGETHER_MS = 10 * 60_000;
const MINUTE_MS = 60_000;

/** By organisation: what is to be told now, the soonest first. `isSaid`: each ending is told once. */
export function remindersDue(
  endings: readonly Ending[],
  now: number,
  isSaid: (ending: Ending) => boolean,
): Map<string, Ending[]> {
  const open = endings.filter((each) => !isSaid(each)).sort((a, b) => a.expiresAt - b.expiresAt);
  const due = new Map<string, Ending[]>();
  for (const ending of open) {
    if (ending.noticeAt > now || due.has(ending.organisation)) continue;
    const alike = open.filter(({ organisation, state }) => {
      return organisation === ending.organisation && state === ending.state;
    });
    const together = ending.state === 'ended' ? now : ending.expiresAt + TOGETHER_MS;
    due.set(
      ending.organisation,
      alike.filter(({ expiresAt }) => expiresAt <= together),
    );
  }
  return due;
}

export function reminderTitle([first, ...more]: readonly Ending[], now: number): string {
  if (!first) return '';
  const one = more.length === 0;
  const who = one ? first.label : `${first.label} and ${more.length} more`;
  if (first.state === 'ended') return `${who} ${one ? 'has' : 'have'} ended`;
  return `${who} ${one ? 'ends' : 'end'} in ${roundedLeft(first.expiresAt - now)}`;
}

/** To the nearest minute: a notification that comes a moment late still says 10 min. */
function roundedLeft(leftMs: number): string {
  return leftWords(leftMs < MINUTE_MS ? leftMs : Math.round(leftMs / MINUTE_MS) * MINUTE_MS);
}
