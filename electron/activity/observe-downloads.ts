/** Downloads that began or came to an end between two snapshots. Pure. */
import type { DownloadView, Snapshot } from '../contract/snapshot.ts';
import { type Happening, nothingMore, whoIs } from './happening.ts';

export function observeDownloads(before: Snapshot, after: Snapshot): Happening[] {
  const was = new Map(before.downloads.map(({ id, state }) => [id, state.kind]));
  return after.downloads.flatMap((download) => {
    const old = was.get(download.id);
    const pass = after.passes.find(({ id }) => id === download.pass);
    const about = { ...nothingMore, ...(pass && whoIs(pass, after)), detail: download.fileName };
    const began: Happening[] = old === undefined ? [{ ...about, kind: 'downloadBegan' }] : [];
    const end = old === download.state.kind ? null : endOf(download.state);
    return end ? [...began, { ...about, ...end }] : began;
  });
}

function endOf(state: DownloadView['state']): Pick<Happening, 'kind' | 'failure'> | null {
  switch (state.kind) {
    case 'running':
      return null;
    case 'finished':
      return { kind: 'downloadFinished', failure: null };
    case 'cancelled':
      return { kind: 'downloadCancelled', failure: null };
    case 'failed':
      return { kind: 'downloadFailed', failure: state.failure };
  }
}
