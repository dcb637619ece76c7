/** What was handed out of one pass today, as rows of words. Pure. */
import type { HandoutView } from '../../../electron/contract/handout.ts';
import { formatDateTime, formatDateTimeFull } from '../../text/format.ts';

const dayOf = (at: number) => formatDateTime(at).slice(0, 10);

export function handedOutToday(handouts: readonly HandoutView[], pass: string, now: number): HandoutView[] {
  return handouts.filter((handout) => handout.pass === pass && dayOf(handout.at) === dayOf(now));
}

/** `11:29:58` */
export function secondWords(at: number): string {
  return formatDateTimeFull(at).slice(11, 19);
}

/** The name in front is the tool's own; what follows is what it did. */
export function handoutWords({ way, tool }: HandoutView): { tool: string; words: string } {
  switch (way) {
    case 'command':
      return { tool: tool ?? 'A program', words: ' by the command' };
    case 'exec':
      return { tool: tool ?? 'A program', words: ' for one command' };
    case 'endpoint':
      return { tool: tool ?? 'A program', words: ' by the local endpoint' };
    case 'copied':
      return { tool: '', words: 'Copied by you' };
  }
}

export function handoutNote({ times, waitedMs }: HandoutView): string {
  const waited = waitedMs >= 1000 ? `waited ${Math.round(waitedMs / 1000)} s for the sign-in` : '';
  const asked = times > 1 ? `${times} times at once` : '';
  return [asked, waited].filter(Boolean).join(', ');
}
