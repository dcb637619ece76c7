/** A download's state as words and as a share of its bar. Pure. */
import type { DownloadView } from '../../../electron/contract/snapshot.ts';
import { formatBytes } from '../../text/format.ts';

/** 0 to 1; null while the length is not known. */
export function downloadShare({ state }: DownloadView): number | null {
  if (state.kind === 'finished') return 1;
  if (state.kind !== 'running' || state.totalBytes === null) return null;
  return state.totalBytes === 0 ? 1 : Math.min(1, state.doneBytes / state.totalBytes);
}

export function downloadWords(download: DownloadView): { main: string; under: string } {
  const { state } = download;
  if (state.kind === 'finished') return { main: 'Downloaded', under: formatBytes(state.totalBytes) };
  if (state.kind === 'cancelled') return { main: 'Cancelled', under: 'Nothing was left behind' };
  if (state.kind === 'failed') return { main: 'Failed', under: '' };
  const share = downloadShare(download);
  if (share === null)
    return { main: 'Downloading', under: `${formatBytes(state.doneBytes)}, the length is not known` };
  const total = state.totalBytes ?? 0;
  return {
    main: `${Math.floor(share * 100)} %`,
    under: `${formatBytes(state.doneBytes)} of ${formatBytes(total)}`,
  };
}

/** `1 running, 1 failed` */
export function stripWords(downloads: readonly DownloadView[]): string {
  const count = (kind: DownloadView['state']['kind']) =>
    downloads.filter(({ state }) => state.kind === kind).length;
  const parts = [
    [count('running'), 'running'],
    [count('failed'), 'failed'],
    [count('finished'), 'done'],
  ] as const;
  return parts
    .filter(([n]) => n > 0)
    .map(([n, word]) => `${n} ${word}`)
    .join(', ');
}
