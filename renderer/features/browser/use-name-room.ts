/** How much room names have in the list: measured once a column width, not a row. */
import { type RefObject, useLayoutEffect, useState } from 'react';
import { measureIn } from '../../ui/text-width.ts';

/** The paddings, gaps and icon beside a name, px; see browser.css. */
const besideName = 12 + 16 + 8;
/** Between two columns, px; see list.css. */
const columnGap = 12;
/** A mark behind a name: its gap, paddings and edges, px. */
const aroundMark = 8 + 10;

export interface NameRoom {
  /** px for a name with this mark behind it. */
  room(mark: string | null): number;
  widthOf(text: string): number;
}

export function useNameRoom(box: RefObject<HTMLElement | null>, buckets: boolean): NameRoom | null {
  const [measured, setMeasured] = useState<NameRoom | null>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const widthOf = measureIn(element);
    const read = () =>
      setMeasured(nameRoom(element.clientWidth - besideName - otherColumns(element, buckets), widthOf));
    const observer = new ResizeObserver(read);
    observer.observe(element);
    read();
    return () => observer.disconnect();
  }, [box, buckets]);
  return measured;
}

function nameRoom(room: number, widthOf: NameRoom['widthOf']): NameRoom {
  // A mark is set smaller than the name, 11 px for 13.
  const markWidth = (mark: string | null) => (mark ? (widthOf(mark) * 11) / 13 + aroundMark : 0);
  return { room: (mark) => Math.floor(room - markWidth(mark)) - 2, widthOf };
}

/** The columns right of the name with their gaps, px, as the style sheet has them at this width. */
function otherColumns(list: HTMLElement, buckets: boolean): number {
  const columns = getComputedStyle(list).getPropertyValue(buckets ? '--cols-buckets' : '--cols-objects');
  return [...columns.matchAll(/(\d+)px/g)].reduce((sum, [, px]) => sum + Number(px) + columnGap, 0);
}
