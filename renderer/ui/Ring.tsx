/** The hour ring. Named for screen readers when it stands alone, hidden where words beside it say the same. */
import { ringShape } from './ring-geometry.ts';

export interface RingProps {
  /** Null: never signed in, one thin line. */
  time: { grantedMs: number; leftMs: number } | null;
  size: number;
  name?: string;
}

export function Ring({ time, size, name }: RingProps) {
  return (
    <svg
      className="ring"
      width={size}
      height={size}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={name}
      aria-hidden={name === undefined}
    >
      {time ? <RingBars {...time} size={size} /> : <RingOutline size={size} />}
    </svg>
  );
}

function RingOutline({ size }: { size: number }) {
  return (
    <circle
      cx={size / 2}
      cy={size / 2}
      r={size / 2 - 2}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    />
  );
}

function RingBars({ grantedMs, leftMs, size }: { grantedMs: number; leftMs: number; size: number }) {
  const shape = ringShape(grantedMs, leftMs, size);
  return (
    <>
      <g fill="none" stroke="currentColor" strokeWidth={shape.width}>
        {shape.bars.map((bar) => (
          <path key={bar} d={bar} />
        ))}
      </g>
      <g className="ring-holes">
        {shape.holes.map((hole) => (
          <circle key={`${hole.x} ${hole.y}`} cx={hole.x} cy={hole.y} r={hole.r} />
        ))}
      </g>
    </>
  );
}
