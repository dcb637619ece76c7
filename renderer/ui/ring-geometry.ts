/**
 * The hour ring as numbers. One bar is one granted hour (a quarter when an hour or less was granted);
 * in the last ten minutes the ring is drawn anew with a bar a minute. A used bar leaves a hole. Pure.
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export interface RingShape {
  /** Stroke width of the bars in px. */
  width: number;
  /** SVG path data, one for each bar with time left. */
  bars: string[];
  holes: { x: number; y: number; r: number }[];
}

interface Dial {
  count: number;
  /** Bars left, fractional. */
  rest: number;
  minutes: boolean;
}

/** What the ring counts: `grantedMs` is the session's whole length; time left is taken in whole minutes. */
export function ringDial(grantedMs: number, leftMs: number): Dial {
  const left = leftMs > MINUTE ? Math.floor(leftMs / MINUTE) * MINUTE : Math.max(0, leftMs);
  if (left > 0 && left <= 10 * MINUTE) return { count: 10, rest: left / MINUTE, minutes: true };
  const unit = grantedMs <= HOUR ? HOUR / 4 : HOUR;
  // Granted times are a breath longer than the hours asked for; that must not add a bar.
  const count = Math.max(1, Math.ceil((grantedMs - MINUTE) / unit));
  return { count, rest: Math.min(count, left / unit), minutes: false };
}

export function ringShape(grantedMs: number, leftMs: number, size: number): RingShape {
  const { count, rest, minutes } = ringDial(grantedMs, leftMs);
  const width = Math.max(2.25, size * (minutes ? 0.17 : 0.125));
  const radius = size / 2 - width / 2 - 0.5;
  const centre = size / 2;
  const turn = (2 * Math.PI) / count;
  const gap = count === 1 ? 0 : Math.min(0.34 * turn, Math.max(1.6, size * 0.055) / radius);
  const at = (angle: number) => ({
    x: centre + radius * Math.sin(angle),
    y: centre - radius * Math.cos(angle),
  });
  const holeRadius = Math.max(0.9, width * 0.27) * (rest <= 0 ? 1.3 : 1);

  const shape: RingShape = { width: round(width), bars: [], holes: [] };
  for (let i = 0; i < count; i++) {
    const from = i * turn + gap / 2;
    const to = (i + 1) * turn - gap / 2;
    // Time leaves clockwise, from twelve o'clock.
    const full = Math.min(1, Math.max(0, rest - (count - 1 - i)));
    if (full > 0.04) shape.bars.push(arc(at(to - (to - from) * full), at(to), radius, (to - from) * full));
    else shape.holes.push({ ...rounded(at((from + to) / 2)), r: round(holeRadius) });
  }
  return shape;
}

function arc(
  a: { x: number; y: number },
  b: { x: number; y: number },
  radius: number,
  sweep: number,
): string {
  const [from, to, r] = [rounded(a), rounded(b), round(radius)];
  const large = sweep > Math.PI ? 1 : 0;
  return `M${from.x} ${from.y}A${r} ${r} 0 ${large} 1 ${to.x} ${to.y}`;
}
const round = (value: number) => Math.round(value * 100) / 100;
const rounded = (point: { x: number; y: number }) => ({ x: round(point.x), y: round(point.y) });
