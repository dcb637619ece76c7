/** What a transfer's state means for what can be done about it. Pure. */
import type { Failure } from '../../../electron/contract/failure.ts';
import type { TransferView } from '../../../electron/contract/snapshot.ts';
import type {
  TransferAct,
  TransferProgress,
  TransferStateName,
  TransferTotals,
} from '../../../electron/contract/transfer.ts';
import { isOver } from '../../../electron/contract/under-way.ts';
import { failureText } from '../../text/failure-text.ts';

/** What a row offers; `signIn` and `answer` are no acts on the transfer itself. */
export type TransferOffer = TransferAct | 'signIn' | 'answer';

/** What it failed for, when nothing of it arrived: the whole order, or the one file that it was. */
export function onlyFailure(transfer: TransferView): Failure | null {
  const { progress } = transfer;
  if (!progress) return null;
  if (progress.state.kind === 'failed') return progress.state.failure;
  if (progress.state.kind !== 'finished' || progress.files.found !== 1) return null;
  return progress.failures[0]?.failure ?? null;
}

/**
 * In the order in which the buttons stand. `signedIn`: its pass has a session; null: the pass is gone. `turns`: others
 * wait for their turn too.
 */
export function actsOn(transfer: TransferView, signedIn: boolean | null, turns = false): TransferOffer[] {
  const { progress } = transfer;
  if (!progress) return ['cancel'];
  if (progress.state.kind === 'queued' && turns) return ['first', 'earlier', 'later', 'cancel'];
  const acts = actsIn(progress, signedIn);
  return progress.taken.count > 0 && !isOver(transfer) ? ['answer', ...acts] : acts;
}

function actsIn({ state, files }: TransferProgress, signedIn: boolean | null): TransferOffer[] {
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

const again = (signedIn: boolean): TransferOffer => (signedIn ? 'retry' : 'signIn');

/** What is offered for all at once; *Resume all* only while nothing is under way. */
export function actsOnAll({ states }: Pick<TransferTotals, 'states'>): ('pause' | 'resume' | 'dismiss')[] {
  const some = (...names: TransferStateName[]) => names.some((name) => (states[name] ?? 0) > 0);
  const underWay = some('running', 'signIn', 'network', 'role', 'disk', 'answer');
  return [
    ...(underWay ? (['pause'] as const) : some('paused') ? (['resume'] as const) : []),
    ...(some('done', 'cancelled', 'failed') ? (['dismiss'] as const) : []),
  ];
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
