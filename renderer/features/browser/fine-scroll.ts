/**
 * Where the list is scrolled to, in its own px. The scroll bar of a scaled list is too coarse to say it: one px of the
 * bar is many rows. So the offset is kept here; only a move of the bar itself overrules it. Pure.
 */
import { type ScrollScale, scrollScale } from './scroll-scale.ts';

export interface FineScroll {
  offset(): number;
  /** Height for the scrolled element, px. */
  height(): number;
  scaled(): boolean;
  resize(listHeight: number, viewHeight: number): void;
  /** Where the scroll bar belongs. */
  bar(): number;
  /** The bar is here now. Answers whether that was a move of its own. */
  barAt(scrollTop: number): boolean;
  to(offset: number): void;
  by(delta: number): void;
  /** The least that brings this stretch into view. */
  show(top: number, bottom: number): void;
}

/** Between what was set and what is read lie parts of a px. */
const ROUNDED = 1;

export function createFineScroll(): FineScroll {
  let offset = 0;
  let view = 0;
  let list = 0;
  let scale: ScrollScale = scrollScale(0, 0);

  const clamped = (wanted: number) => Math.min(Math.max(0, list - view), Math.max(0, wanted));
  const scaled = () => list > scale.height;
  const to = (wanted: number) => {
    offset = clamped(wanted);
  };
  return {
    offset: () => offset,
    height: () => scale.height,
    scaled,
    resize(listHeight, viewHeight) {
      list = listHeight;
      view = viewHeight;
      scale = scrollScale(list, view);
      to(offset);
    },
    bar: () => scale.toScroll(offset),
    barAt(scrollTop) {
      if (Math.abs(scrollTop - scale.toScroll(offset)) < ROUNDED && scaled()) return false;
      const moved = scrollTop !== offset;
      to(scale.toList(scrollTop));
      return moved;
    },
    to,
    by: (delta) => to(offset + delta),
    show(top, bottom) {
      if (top < offset) to(top);
      else if (bottom > offset + view) to(bottom - view);
    },
  };
}
