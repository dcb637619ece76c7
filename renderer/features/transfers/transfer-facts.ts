/** What a transfer's state means for what can be done about it. Pure. */
import type { Failure } from '../../../electron/contract/failure.ts';
import type { TransferView } from '../../../electron/contract/snapshot.ts';
import type { TransferProgress } from '../../../electron/contract/transfer.ts';
import { failureText } from '../../text/failure-text.ts';

export type TransferAct = 'pause' | 'resume' | 'signIn' | 'retry' | 'answer' | 'cancel' | 'dismiss';

/** Nothing of it goes on by itself any more. */
export function isOver({ progress }: TransferView): boolean {
  return progress !== null && ['finished', 'cancelled', 'failed'].includes(progress.state.kind);
}

/** What it failed for, when nothing of it arrived: the whole order, or the one file that it was. */
export function onlyFailure(transfer: TransferView): Failure | null {
  const { progress } = transfer;
  if (!progress) return null;
  if (progress.state.kind === 'failed') return progress.state.failure;
  if (progress.state.kind !== 'finished' || progress.files.found !== 1) return null;
  return progress.failures[0]?.failure ?? null;
}

/** In the order in which the buttons stand. `signedIn`: its pass has a session; null: the pass is gone. */
export function actsOn(transfer: TransferView, signedIn: boolean | null): TransferAct[] {
  const { progress } = transfer;
  if (!progress) return ['cancel'];
  const acts = actsIn(progress, signedIn);
  return progress.taken.count > 0 && !isOver(transfer) ? ['answer', ...acts] : acts;
}

function actsIn({ state, files }: TransferProgress, signedIn: boolean | null): TransferAct[] {
  switch (state.kind) {
    case 'queued':
      return ['cancel'];
    case 'running':
      return ['pause', 'cancel'];
    case 'paused':
      return ['resume', 'cancel'];
    case 'waiting':
      // Also in the last minute of a session, which is none to begin a request in.
      if (state.for === 'signIn') return signedIn !== null ? ['signIn', 'cancel'] : ['cancel'];
      if (state.for === 'disk') return ['resume', 'cancel'];
      return state.for === 'network' ? ['pause', 'cancel'] : ['cancel'];
    case 'cancelled':
      return ['dismiss'];
    case 'finished':
      return files.failed > 0 && signedIn !== null ? [again(signedIn), 'dismiss'] : ['dismiss'];
    case 'failed':
      return state.failure.retry !== 'never' && signedIn !== null
        ? [again(signedIn), 'dismiss']
        : ['dismiss'];
  }
}

const again = (signedIn: boolean): TransferAct => (signedIn ? 'retry' : 'signIn');

/** What *Pause all* and *Resume all* are for; at most one of them is shown. */
export function actOnAll(
  transfers: readonly TransferView[],
): { act: 'pause' | 'resume'; ids: string[] } | null {
  const inState = (...kinds: string[]) =>
    transfers.filter(({ progress }) => progress && kinds.includes(progress.state.kind)).map(({ id }) => id);
  if (inState('running', 'waiting').length > 0)
    return { act: 'pause', ids: inState('running', 'waiting', 'queued') };
  const paused = inState('paused');
  return paused.length > 0 ? { act: 'resume', ids: paused } : null;
}

/** The key in S3 of a file that is named in the failures. */
export const keyOf = ({ prefix }: TransferView, name: string) => prefix + name;

export interface FailureGroup {
  /** The first of its kind: its raw answer stands for all. */
  failure: Failure;
  names: string[];
}

/** Files that failed by their reason, in the order in which the reasons came. */
export function failureGroups(failures: TransferProgress['failures']): FailureGroup[] {
  const groups = new Map<string, FailureGroup>();
  for (const { name, failure } of failures) {
    const reason = `${failure.code} ${failure.denial?.action ?? ''}`;
    const group = groups.get(reason) ?? { failure, names: [] };
    group.names.push(name);
    groups.set(reason, group);
  }
  return [...groups.values()];
}

/** A failure of one among many: its own subject would name only the first. */
export function reasonOf({ subject: _, ...failure }: Failure) {
  return failureText(failure);
}

/** A line each, name and reason apart by a tab. */
export function failureList(failures: TransferProgress['failures']): string {
  return failures.map(({ name, failure }) => `${name}\t${reasonOf(failure).title}`).join('\n');
}
