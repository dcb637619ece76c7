/** A listing as the screen knows it: what had come of it when it was last shown. Pure. */
import type { ListProgress } from '../../../electron/contract/s3-list.ts';
import { byName } from './columns/arrangement.ts';
import type { View } from './columns/arranger.ts';
import type { Columns } from './columns/columns.ts';
import { listedOrder } from './columns/order.ts';
import type { Place } from './place.ts';

export type { Row } from './columns/columns.ts';

export interface Listing {
  place: Place;
  /** Goes on growing; the numbers below say what was there when this was made. */
  columns: Columns;
  folders: number;
  objects: number;
  sizeBytes: number;
  complete: boolean;
  /** Why no more comes although it is not complete: a person's wish, or the window's limit. */
  halted: 'stopped' | 'full' | null;
  region: string | null;
  /** When the newest names came, epoch ms. */
  listedAt: number;
  progress: ListProgress | null;
}

export function countNames({ folders, objects }: Pick<Listing, 'folders' | 'objects'>): number {
  return folders + objects;
}

/** Every row, as S3 lists them. */
export function viewAsListed(listing: Listing): View {
  const { columns, sizeBytes } = listing;
  const order = listedOrder(columns);
  return { columns, order, sizeBytes, of: order.count, filter: '', sort: byName };
}
