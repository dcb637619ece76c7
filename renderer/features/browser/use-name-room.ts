/** How much room names have in the list: measured once a column width, not a row. */
import { type RefObject, useLayoutEffect, useState } from 'react';
import { measureIn } from '../../ui/text-width.ts';

/** The paddings, gaps and icon beside a name, px; see browser.css. */
const besideName = 12 + 16 + 8;
/** The columns right of the name with their gaps, px; the same as `--cols`. */
const otherColumns = { objects: 80 + 128 + 92 + 3 * 12, buckets: 128 + 128 + 2 * 12 };
/** A mark behind a name: its gap, paddings and edges, px. */
const aroundMark = 8 + 10;

export interface NameRoom {
  /** px for a name with this mark behind it. */
  room(mark: string | null): number;
  widthOf(text: string): number;
}

export function useNameRoom(box: RefObject<HTMLElement | null>, buckets: boolean): NameRoom | null {
  const [measure, setMeasure] = useState<{ width: number; widthOf: NameRoom['widthOf'] } | null>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const widthOf = measureIn(element);
    const read = () => setMeasure({ width: element.clientWidth, widthOf });
    const observer = new ResizeObserver(read);
    observer.observe(element);
    read();
    return () => observer.disconnect();
  }, [box]);
  if (!measure) return null;
  const room = measure.width - besideName - otherColumns[buckets ? 'buckets' : 'objects'];
  const { widthOf } = measure;
  // A mark is set smaller than the name, 11 px for 13.
  const markWidth = (mark: string | null) => (mark ? (widthOf(mark) * 11) / 13 + aroundMark : 0);
  return { room: (mark) => Math.floor(room - markWidth(mark)) - 2, widthOf };
}
