/** Transfers that began, went on from an earlier start, or came to an end between two snapshots. Pure. */
import type { ActivityKind } from '../contract/activity.ts';
import type { Snapshot, TransferView } from '../contract/snapshot.ts';
import { type Happening, nothingMore, whoIs } from './happening.ts';

/** One that was ordered longer ago than this, and is new to the screen, was left by an earlier start. */
const JUST_NOW_MS = 60_000;
type What = 'Began' | 'WentOn' | 'Finished' | 'Failed' | 'Cancelled';

export function observeTransfers(before: Snapshot, after: Snapshot): Happening[] {
  const was = new Map(before.transfers.map((transfer) => [transfer.id, transfer]));
  return after.transfers.flatMap((transfer) => {
    const old = was.get(transfer.id);
    const pass = after.passes.find(({ id }) => id === transfer.pass);
    const happened = (what: What, failure: Happening['failure'] = null): Happening => ({
      ...nothingMore,
      ...(pass && whoIs(pass, after)),
      kind: `${transfer.kind}${what}` satisfies ActivityKind,
      detail: transfer.count > 1 ? `${transfer.name} + ${transfer.count - 1}` : transfer.name,
      failure,
    });
    const began = old ? [] : [happened(after.at - transfer.orderedAt < JUST_NOW_MS ? 'Began' : 'WentOn')];
    const end = endOf(transfer);
    const isNews = end !== null && stateOf(old) !== stateOf(transfer);
    return isNews ? [...began, happened(end.what, end.failure)] : began;
  });
}

const stateOf = (transfer: TransferView | undefined) => transfer?.progress?.state.kind;

function endOf({ progress }: TransferView): { what: What; failure: Happening['failure'] } | null {
  switch (progress?.state.kind) {
    case 'finished': {
      const [first] = progress.failures;
      return first ? { what: 'Failed', failure: first.failure } : { what: 'Finished', failure: null };
    }
    case 'failed':
      return { what: 'Failed', failure: progress.state.failure };
    case 'cancelled':
      return { what: 'Cancelled', failure: null };
    default:
      return null;
  }
}
