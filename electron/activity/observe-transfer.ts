/** A transfer that began, went on from an earlier start, or came to an end. Pure. */
import type { ActivityKind } from '../contract/activity.ts';
import type { Snapshot, TransferView } from '../contract/snapshot.ts';
import { type Happening, nothingMore, whoIs } from './happening.ts';

/** One that was ordered longer ago than this, and is new to the screen, was left by an earlier start. */
const JUST_NOW_MS = 60_000;
type What = 'Began' | 'WentOn' | 'Finished' | 'Failed' | 'Cancelled';

/** `before`: null when it was not there. */
export function observeTransfer(
  before: TransferView | null,
  after: TransferView,
  snapshot: Pick<Snapshot, 'passes' | 'organisations' | 'at'>,
): Happening[] {
  const pass = snapshot.passes.find(({ id }) => id === after.pass);
  const happened = (what: What, failure: Happening['failure'] = null): Happening => ({
    ...nothingMore,
    ...(pass && whoIs(pass, snapshot)),
    kind: `${after.kind}${what}` satisfies ActivityKind,
    detail: after.count > 1 ? `${after.name} + ${after.count - 1}` : after.name,
    failure,
  });
  const isNew = snapshot.at - after.orderedAt < JUST_NOW_MS;
  const began = before ? [] : [happened(isNew ? 'Began' : 'WentOn')];
  const end = endOf(after);
  const isNews = end !== null && before?.progress?.state.kind !== after.progress?.state.kind;
  return isNews ? [...began, happened(end.what, end.failure)] : began;
}

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
