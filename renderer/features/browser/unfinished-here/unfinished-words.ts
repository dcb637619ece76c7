/** Unfinished uploads as rows of a dialog. Pure. */
import type { UnfinishedUpload } from '../../../../electron/contract/s3-inspect.ts';
import type { TransferView } from '../../../../electron/contract/snapshot.ts';
import { isOver } from '../../../../electron/contract/under-way.ts';
import { counted, formatDateTime, formatDateTimeFull } from '../../../text/format.ts';
import type { CheckRow } from '../check-rows/CheckRows.tsx';
import type { UnfinishedPages } from './unfinished-pages.ts';

/** `sent`: what Daypass itself sends now can't be chosen: cancel its transfer instead. */
export function unfinishedRows(
  uploads: readonly UnfinishedUpload[],
  prefix: string,
  isSent: (key: string) => boolean,
): CheckRow[] {
  return uploads.map(({ key, upload, startedAt, by }): CheckRow => {
    const since = startedAt === null ? 'date not told' : `since ${formatDateTime(startedAt)}`;
    const full = startedAt === null ? since : `begun ${formatDateTimeFull(startedAt)}`;
    const sent = isSent(key);
    return {
      id: upload,
      name: key.slice(prefix.length),
      aside: sent ? 'Daypass sends it now' : since,
      asideTip: by === null ? full : `${full}, by ${by}`,
      isFixed: sent,
    };
  });
}

/** By where it goes: a transfer does not tell each of its keys. */
export function sentNow(transfers: readonly TransferView[], bucket: string): (key: string) => boolean {
  const under = transfers
    .filter((one) => one.kind === 'upload' && one.bucket === bucket && !isOver(one))
    .map(({ prefix, name, count }) => prefix + (count === 1 ? name : ''));
  return (key) => under.some((start) => key.startsWith(start));
}

export function foundWords({ uploads, after }: UnfinishedPages): string {
  if (uploads.length === 0) return 'No upload here is unfinished.';
  const words = counted(uploads.length, 'upload');
  return after === null ? `${words}, that is all.` : `${words} so far`;
}
