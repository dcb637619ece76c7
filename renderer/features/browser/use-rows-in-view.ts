/** Which rows are in view, by the virtualiser, with the scroll position scaled for lists past Chromium's limit. */
import { elementScroll, observeElementOffset, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useRef } from 'react';
import { type ScrollScale, scrollScale } from './scroll-scale.ts';

export const rowHeight = 28;

export interface RowsInView {
  /** Height of the scrolled element, px. */
  height: number;
  rows: { index: number; top: number }[];
  /** Index of the last row drawn, -1 when none is. */
  last: number;
  scrollTo(index: number): void;
}

export function useRowsInView(box: RefObject<HTMLElement | null>, count: number): RowsInView {
  const scale = useRef<ScrollScale>(scrollScale(0, 0));
  scale.current = scrollScale(count * rowHeight, box.current?.clientHeight ?? 0);
  const virtual = useVirtualizer<HTMLElement, Element>({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    // The head stays on top and takes a row's height of the view.
    scrollPaddingEnd: rowHeight,
    // Before the first measurement a window's height is assumed, so that the first frame has rows.
    initialRect: { width: 800, height: 600 },
    observeElementOffset: (instance, tell) =>
      observeElementOffset(instance, (offset, scrolling) => tell(scale.current.toList(offset), scrolling)),
    scrollToFn: (offset, options, instance) =>
      elementScroll(scale.current.toScroll(offset), options, instance),
  });
  const offset = virtual.scrollOffset ?? 0;
  const shift = scale.current.toScroll(offset) - offset;
  const items = virtual.getVirtualItems();
  return {
    height: scale.current.height,
    rows: items.map((item) => ({ index: item.index, top: item.start + shift })),
    last: items.at(-1)?.index ?? -1,
    scrollTo: (index) => virtual.scrollToIndex(index, { align: 'auto' }),
  };
}
