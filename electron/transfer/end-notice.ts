/**
 * One word to the person when the last of several transfers has ended, or waits for their word, and no window of ours has their eye: not one for
 * each, and none for what they cancelled themselves. Pure.
 */
import type { TransferView } from '../contract/snapshot.ts';
import { asks, isUnderWay } from '../contract/under-way.ts';

export interface EndNotice {
  title: string;
  body: string;
}

interface Parts {
  /** Whether the person looks at a window of ours. */
  watched: () => boolean;
  show: (notice: EndNotice) => void;
}

/** Answers what is to be called with all transfers at every change. */
export function createEndNotice({ watched, show }: Parts): (views: readonly TransferView[]) => void {
  let begun = new Set<string>();
  return (views) => {
    const underWay = views.filter(({ progress }) => progress !== null && isUnderWay(progress));
    const running = underWay.filter(({ progress }) => progress !== null && !asks(progress));
    for (const { id } of running) begun.add(id);
    if (running.length > 0 || begun.size === 0) return;
    const ended = views.filter(({ id }) => begun.has(id));
    begun = new Set();
    const notice = noticeOf(ended);
    if (notice && !watched()) show(notice);
  };
}

/** Null: nothing to tell. */
export function noticeOf(ended: readonly TransferView[]): EndNotice | null {
  const asking = ended.filter(({ progress }) => progress !== null && asks(progress));
  const [asked] = asking;
  if (asked) {
    const taken = asking.reduce((sum, { progress }) => sum + (progress?.taken.count ?? 0), 0);
    const title =
      asking.length === 1
        ? `${asked.name} waits for your word`
        : `${asking.length} transfers wait for your word`;
    return { title, body: `${taken === 1 ? '1 name is' : `${taken} names are`} taken. All else is done.` };
  }
  const told = ended.filter(({ progress }) => ['finished', 'failed'].includes(progress?.state.kind ?? ''));
  const [first] = told;
  if (!first) return null;
  const failed = told.filter(
    ({ progress }) => progress?.state.kind === 'failed' || (progress?.files.failed ?? 0) > 0,
  );
  const one = told.length === 1;
  const done = first.kind === 'upload' ? 'uploaded' : 'downloaded';
  const title = one
    ? `${first.name} is ${failed.length > 0 ? `not wholly ${done}` : done}`
    : `${told.length} transfers have ended`;
  return { title, body: failed.length === 0 ? 'All files arrived.' : failedWords(told.length, failed) };
}

function failedWords(count: number, failed: readonly TransferView[]): string {
  const files = failed.reduce((sum, { progress }) => sum + (progress?.files.failed ?? 0), 0);
  const what = files === 1 ? '1 file' : `${files} files`;
  const said = files > 0 ? `${what} failed` : 'Nothing more could be done';
  const where = count === 1 ? '' : `, in ${failed.length} of them`;
  return `${said}${where}. Daypass tells why, and tries again when you ask.`;
}
