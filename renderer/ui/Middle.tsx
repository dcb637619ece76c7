/** A text that is cut in the middle when it does not fit; the whole text is its tip. */
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { fitMiddle } from './fit-middle.ts';
import { measureIn } from './text-width.ts';

export function Middle({ text, tip = text }: { text: string; tip?: string }) {
  const box = useRef<HTMLSpanElement>(null);
  const cut = useCut(box, text);
  return (
    <span className="mid" title={tip} ref={box}>
      <span className={cut === text ? undefined : 'cut-away'}>{text}</span>
      {cut !== text && <span aria-hidden="true">{cut}</span>}
    </span>
  );
}

/** What of the text fits its box, which gets its width from outside and is measured again when that changes. */
function useCut(box: RefObject<HTMLElement | null>, text: string): string {
  const [cut, setCut] = useState(text);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const widthOf = measureIn(element);
    // A box as wide as its text has parts of a pixel, which are no reason to cut.
    const room = () => Math.ceil(element.getBoundingClientRect().width);
    const measure = () => setCut(fitMiddle(text, room(), widthOf));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [box, text]);
  return cut;
}
