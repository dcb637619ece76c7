/** Rows of one height, as many as there are, drawn only where they are in view. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';

interface RowsProps {
  label: string;
  count: number;
  /** Height of one, px. */
  height: number;
  className: string;
  row: (index: number) => ReactNode;
}

export function Rows({ label, count, height, className, row }: RowsProps) {
  const box = useRef<HTMLElement>(null);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 12,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className={`pv-box ${className}`} aria-label={label} tabIndex={0} ref={box}>
      <div className="pv-rows" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => (
          <div key={index} className="pv-row" style={{ top: start, height }}>
            {row(index)}
          </div>
        ))}
      </div>
    </section>
  );
}
