/**
 * Which rows are in view and where they stand. All rows are of one height, so that is arithmetic: a virtualiser's table
 * of a million measurements would cost more than the rows themselves.
 */
import { type RefObject, useEffect, useLayoutEffect, useReducer, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { createFineScroll, type FineScroll } from './fine-scroll.ts';

export const rowHeight = 28;
/** Drawn above and below the view, rows. */
const OVERSCAN = 12;
/** Before the first measurement a window's height is assumed, so that the first frame has rows. */
const ASSUMED_HEIGHT = 600;

export interface RowsInView {
  /** Height of the scrolled element, px. */
  height: number;
  rows: { index: number; top: number }[];
  /** The row at the top of the view. */
  top(): number;
  show(index: number): void;
  /** Moves by rows, so that others may come in above without moving what is read. */
  by(rows: number): void;
  toTop(): void;
}

/** `list`: another one begins with the rows in view alone, so that they are there sooner; those around them follow. */
export function useRowsInView(box: RefObject<HTMLElement | null>, count: number, list: object): RowsInView {
  const [fine] = useState(createFineScroll);
  const [viewHeight, setViewHeight] = useState(ASSUMED_HEIGHT);
  const [, draw] = useReducer((times: number) => times + 1, 0);
  const bar = useRef(0);
  /** Where the bar was last put or found: a move of its own that was not heard yet is not undone. */
  const synced = useRef(0);
  const [surrounded, surround] = useState<object | null>(null);
  useEffect(() => {
    if (surrounded === list) return;
    // Behind the frame that shows it.
    const frame = requestAnimationFrame(() => setTimeout(() => surround(list)));
    return () => cancelAnimationFrame(frame);
  }, [surrounded, list]);
  const around = surrounded === list ? OVERSCAN : 0;
  fine.resize(count * rowHeight, viewHeight);
  const scaled = fine.scaled();

  useLayoutEffect(() => watchBox(box.current, { fine, synced, bar, setViewHeight, draw }), [box, fine]);
  useLayoutEffect(() => (scaled ? watchWheel(box.current, fine, draw) : undefined), [box, fine, scaled]);
  // The offset is what counts; the bar follows it, and the rows stand where the bar really came to.
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    if (synced.current !== fine.bar()) element.scrollTop = fine.bar();
    synced.current = fine.bar();
    if (bar.current === element.scrollTop) return;
    bar.current = element.scrollTop;
    if (scaled) draw();
  });

  const first = Math.max(0, Math.floor(fine.offset() / rowHeight) - around);
  const end = Math.min(count, Math.ceil((fine.offset() + viewHeight) / rowHeight) + around);
  const shift = scaled ? bar.current - fine.offset() : 0;
  const moved = (move: () => void) => {
    const before = fine.offset();
    move();
    if (fine.offset() !== before) draw();
  };
  return {
    height: fine.height(),
    rows: Array.from({ length: Math.max(0, end - first) }, (_, i) => ({
      index: first + i,
      top: (first + i) * rowHeight + shift,
    })),
    top: () => Math.floor(fine.offset() / rowHeight),
    show: (index) => moved(() => fine.show(index * rowHeight, (index + 1) * rowHeight)),
    by: (rows) => moved(() => fine.by(rows * rowHeight)),
    toTop: () => moved(() => fine.to(0)),
  };
}

interface Watched {
  fine: FineScroll;
  synced: { current: number };
  /** Where the box really stood when it was drawn last. */
  bar: { current: number };
  setViewHeight: (height: number) => void;
  draw: () => void;
}

/** The head stays on top and takes a row's height of the box. */
function watchBox(box: HTMLElement | null, { fine, synced, bar, setViewHeight, draw }: Watched) {
  if (!box) return;
  const scroll = () => {
    // Told late of where we put the bar ourselves: the offset may have gone on meanwhile.
    if (box.scrollTop === bar.current) return;
    // In the same frame: a list that is drawn one later shows a hole.
    const moved = fine.barAt(box.scrollTop);
    synced.current = fine.bar();
    if (moved) flushSync(draw);
  };
  const measure = () => setViewHeight(Math.max(rowHeight, box.clientHeight - rowHeight));
  const observer = new ResizeObserver(measure);
  observer.observe(box);
  measure();
  box.addEventListener('scroll', scroll, { passive: true });
  return () => {
    observer.disconnect();
    box.removeEventListener('scroll', scroll);
  };
}

/** A scaled list's wheel moves rows, not the bar. */
function watchWheel(box: HTMLElement | null, fine: FineScroll, draw: () => void) {
  if (!box) return;
  const wheel = (event: WheelEvent) => {
    if (event.ctrlKey || event.shiftKey || event.deltaY === 0) return;
    event.preventDefault();
    const unit = [1, rowHeight, box.clientHeight][event.deltaMode] ?? 1;
    fine.by(event.deltaY * unit);
    flushSync(draw);
  };
  box.addEventListener('wheel', wheel, { passive: false });
  return () => box.removeEventListener('wheel', wheel);
}
