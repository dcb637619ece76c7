/**
 * Chromium ends elements at 33.5 M px (8.4 M at twice the pixels and 200 % zoom), far less than a million
 * rows need. Above `maxHeight` the scrollbar stands for the list on a smaller scale. Pure.
 */

/** Safe at a scale factor of 2 and 200 % zoom together. */
export const maxHeight = 8_000_000;

export interface ScrollScale {
  /** Height to give the scrolled element, px. */
  height: number;
  /** From a scroll position to the list's own offset, and back; both px. */
  toList(scrollTop: number): number;
  toScroll(offset: number): number;
}

export function scrollScale(listHeight: number, viewHeight: number): ScrollScale {
  const height = Math.min(listHeight, maxHeight);
  const factor = height - viewHeight > 0 ? Math.max(1, (listHeight - viewHeight) / (height - viewHeight)) : 1;
  return { height, toList: (scrollTop) => scrollTop * factor, toScroll: (offset) => offset / factor };
}
