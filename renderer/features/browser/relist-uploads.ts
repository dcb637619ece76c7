/** Lists the folder on screen again once an upload into it is over. Knows no component. */
import type { TransferView } from '../../../electron/contract/snapshot.ts';
import type { SnapshotStore } from '../../bridge/snapshot.ts';
import type { BrowserStore } from './browser-store.ts';
import type { Place } from './place.ts';

type Listed = Pick<BrowserStore, 'current' | 'again'>;

/** `storeOf`: the browser of a pass, if it was ever opened. Uploads that were over before are not looked at. */
export function relistUploads(snapshots: SnapshotStore, storeOf: (pass: string) => Listed | undefined): void {
  let seen: Set<string> | null = null;
  const look = () => {
    const snapshot = snapshots.current();
    if (!snapshot) return;
    const over = snapshot.transfers.filter((transfer) => transfer.kind === 'upload' && hasEnded(transfer));
    for (const upload of over) if (seen && !seen.has(upload.id)) relist(upload, storeOf(upload.pass));
    seen = new Set(over.map(({ id }) => id));
  };
  look();
  snapshots.subscribe(look);
}

const hasEnded = ({ progress }: TransferView) =>
  progress !== null && ['finished', 'cancelled', 'failed'].includes(progress.state.kind);

function relist(upload: TransferView, store: Listed | undefined): void {
  if (!store || upload.progress?.files.done === 0) return;
  const { place, asking } = store.current();
  if (!asking && shows(place, upload)) store.again();
}

/** The folder shows what was sent, or a folder that it is in. */
const shows = (place: Place, { bucket, prefix }: TransferView) =>
  place.bucket === bucket && (prefix.startsWith(place.prefix) || place.prefix.startsWith(prefix));
