/** Files that hang over the browser, and where they would go. Paths are none of the page's business: see the preload. */
import { type DragEvent, useContext, useRef, useState } from 'react';
import type { PassView } from '../../../../electron/contract/snapshot.ts';
import { BeginActionContext } from '../actions/begin.ts';
import type { Place } from '../place.ts';
import { type DropPlace, dropPlace } from './drop-words.ts';

export interface Hanging {
  place: DropPlace;
  count: number;
}

export function useDrop(pass: PassView, place: Place, live: boolean) {
  const begin = useContext(BeginActionContext);
  const [hanging, setHanging] = useState<Hanging | null>(null);
  /** Enters and leaves of the things inside: over when as many left as came. */
  const depth = useRef(0);
  const placeOf = (event: DragEvent): DropPlace => {
    const row = (event.target as Element).closest?.('[role=row][data-key]');
    const key = place.bucket === null ? null : (row?.getAttribute('data-key') ?? null);
    return dropPlace(pass, place, key?.endsWith('/') ? key : null, live);
  };
  const end = () => {
    depth.current = 0;
    setHanging(null);
  };
  const handlers = {
    onDragEnter(event: DragEvent) {
      if (bringsFiles(event)) depth.current++;
    },
    onDragLeave(event: DragEvent) {
      if (bringsFiles(event) && --depth.current <= 0) end();
    },
    onDragOver(event: DragEvent) {
      if (!bringsFiles(event)) return;
      const over = placeOf(event);
      event.preventDefault();
      event.dataTransfer.dropEffect = over.kind === 'into' ? 'copy' : 'none';
      const count = [...event.dataTransfer.items].filter(({ kind }) => kind === 'file').length;
      setHanging((last) => (same(last, { place: over, count }) ? last : { place: over, count }));
    },
    onDrop(event: DragEvent) {
      if (!bringsFiles(event)) return;
      event.preventDefault();
      const over = placeOf(event);
      end();
      const dropped = [...event.dataTransfer.files].map(({ name }) => name);
      if (over.kind !== 'into' || dropped.length === 0) return;
      const { bucket, prefix } = over;
      begin('uploadDropped', { bucket, prefix, objects: [], folders: [], dropped });
    },
  };
  return { hanging, handlers };
}

const bringsFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files');
const same = (a: Hanging | null, b: Hanging) => JSON.stringify(a) === JSON.stringify(b);
