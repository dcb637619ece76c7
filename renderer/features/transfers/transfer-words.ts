/** A transfer in words and as a share of its bar: what was counted, never a guess that looks like one. Pure. */
import type { PreferencesView, TransferView } from '../../../electron/contract/snapshot.ts';
import type {
  TransferProgress,
  TransferState,
  TransferStateName,
  TransferTotals,
} from '../../../electron/contract/transfer.ts';
import { failureText } from '../../text/failure-text.ts';
import { counted, formatBytes, formatBytesOf, formatCount, formatLeft } from '../../text/format.ts';
import { onlyFailure } from './transfer-facts.ts';

export interface TransferWords {
  main: string;
  under: string;
  /** Something went wrong, and waiting does not help. */
  wrong: boolean;
}

const fine = (main: string, under: string): TransferWords => ({ main, under, wrong: false });
const wrong = (main: string, under: string): TransferWords => ({ main, under, wrong: true });

export function transferWords(transfer: TransferView): TransferWords {
  const { progress } = transfer;
  if (!progress) return fine('Being begun', '');
  const failure = onlyFailure(transfer);
  if (failure) {
    const { title, next } = failureText(failure);
    return wrong(title, failure.denial ? '' : next);
  }
  const { state } = progress;
  switch (state.kind) {
    case 'running':
      return runningWords(progress);
    case 'queued':
      return fine('Waits for its turn', keptWords(progress));
    case 'paused':
      return fine('Paused', keptWords(progress));
    case 'waiting':
      return waitingWords(state, keptWords(progress));
    case 'cancelled':
      return fine('Cancelled', 'Nothing incomplete was left behind');
    case 'failed':
      return wrong('Failed', '');
    case 'finished':
      return finishedWords(transfer.kind, progress);
  }
}

function runningWords(progress: TransferProgress): TransferWords {
  const { files, doneBytes, totalBytes, bytesPerSecond } = progress;
  const speed = bytesPerSecond > 0 ? ` · ${formatBytes(bytesPerSecond)}/s` : '';
  if (!files.counted) {
    const found = `${formatCount(settled(progress))} of ${counted(files.found, 'file')} so far`;
    return fine(`Counting${speed}`, `${found}, ${formatBytes(doneBytes)} done`);
  }
  const share = transferShare(progress) ?? 0;
  const done =
    files.found === 1
      ? formatBytesOf(doneBytes, totalBytes)
      : `${formatCount(settled(progress))} of ${counted(files.found, 'file')}`;
  const left = bytesPerSecond > 0 ? `, ${formatLeft((totalBytes - doneBytes) / bytesPerSecond)} left` : '';
  return fine(`${Math.floor(share * 100)} %${speed}`, done + left);
}

function waitingWords(state: Extract<TransferState, { kind: 'waiting' }>, kept: string): TransferWords {
  const byItself = kept === '' ? 'Goes on by itself' : `${kept}, goes on by itself`;
  switch (state.for) {
    case 'signIn':
      return fine('Waiting for sign-in', byItself);
    case 'network':
      return fine('Waiting for the network', byItself);
    case 'role':
      return fine('Waiting for its role', 'Another role is signed in now');
    case 'answer':
      return fine('Waiting for your word', 'All else is done');
    case 'disk':
      return wrong('The disk is full', roomWords(state.missingBytes));
  }
}

const roomWords = (missing: number | null) =>
  `Make ${missing === null ? 'room' : `${formatBytes(missing)} of room`}, then resume`;

function finishedWords(kind: TransferView['kind'], { files, doneBytes }: TransferProgress): TransferWords {
  const parts: string[] = [];
  if (files.done > 0) parts.push(`${counted(files.done, 'file')}, ${formatBytes(doneBytes)}`);
  if (files.skipped > 0) parts.push(`${formatCount(files.skipped)} left as they were`);
  const under = parts.join(', ');
  if (files.failed > 0)
    return wrong(`${formatCount(files.failed)} of ${counted(files.found, 'file')} failed`, under);
  if (files.found === 0) return fine('Nothing was found', 'There is no file in it');
  if (files.done === 0) return fine('Nothing changed', under);
  return fine(kind === 'upload' ? 'Uploaded' : 'Downloaded', under);
}

/** What is safe, whatever happens next. */
function keptWords({ files, doneBytes, totalBytes }: TransferProgress): string {
  if (files.found === 0) return '';
  return files.counted
    ? `${formatBytesOf(doneBytes, totalBytes)} kept`
    : `${formatBytes(doneBytes)} of what was found kept`;
}

const settled = ({ files }: TransferProgress) => files.done + files.skipped + files.failed;

/** 0 to 1; null while it is not known how much there is. */
export function transferShare(progress: TransferProgress): number | null {
  const { state, files, doneBytes, totalBytes } = progress;
  if (state.kind === 'finished') return 1;
  if (files.found === 0 || !files.counted) return null;
  if (totalBytes === 0) return settled(progress) / files.found;
  return Math.min(1, doneBytes / totalBytes);
}

/** For the head of the strip: `2 running, 1 waiting for sign-in · 61 % · 84.0 MB/s, 2 min left`. */
export function stripWords(totals: TransferTotals): string {
  const { states } = totals;
  const counts = order
    .filter((name) => (states[name] ?? 0) > 0)
    .map((name) => `${formatCount(states[name] ?? 0)} ${stateWords[name]}`)
    .join(', ');
  return [counts, underWayWords(totals)].filter(Boolean).join(' · ');
}

/** Empty for a single one: its own row says it. */
function underWayWords({ states, doneBytes, totalBytes, counted, bytesPerSecond }: TransferTotals): string {
  const underWay = order.slice(0, order.indexOf('paused')).concat('queued');
  const count = underWay.reduce((sum, name) => sum + (states[name] ?? 0), 0);
  if (count < 2 || totalBytes === 0) return '';
  // Those that wait for their turn are not counted yet, so that nothing is said of an end.
  const whole = counted && !states.queued;
  const share = whole
    ? `${Math.floor((doneBytes / totalBytes) * 100)} %`
    : `${formatBytes(doneBytes)} so far`;
  if (bytesPerSecond === 0) return share;
  const left = whole ? `, ${formatLeft((totalBytes - doneBytes) / bytesPerSecond)} left` : '';
  return `${share} · ${formatBytes(bytesPerSecond)}/s${left}`;
}

const stateWords: Record<TransferStateName, string> = {
  running: 'running',
  signIn: 'waiting for sign-in',
  network: 'waiting for the network',
  role: 'waiting for its role',
  disk: 'waiting for room',
  answer: 'waiting for your word',
  paused: 'paused',
  queued: 'waiting',
  failed: 'failed',
  done: 'done',
  cancelled: 'cancelled',
};
/** By type: no state is left out. */
const order = Object.keys(stateWords) as TransferStateName[];

/** `no more than 5.0 MB/s up`; empty without a limit. */
export function limitWords(preferences: PreferencesView): string {
  const { uploadKilobytesPerSecond: up, downloadKilobytesPerSecond: down } = preferences;
  const one = (kilobytes: number, way: string) =>
    kilobytes > 0 ? [`${formatBytes(kilobytes * 1000)}/s ${way}`] : [];
  const limits = [...one(up, 'up'), ...one(down, 'down')];
  return limits.length === 0 ? '' : `no more than ${limits.join(', ')}`;
}

/** `101 to 200 of 412`; null while all of them are on screen. */
export function pageWords({ from, count }: { from: number; count: number }, shown: number): string | null {
  if (shown >= count) return null;
  return `${formatCount(from + 1)} to ${formatCount(from + shown)} of ${formatCount(count)}`;
}
