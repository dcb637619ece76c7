/**
 * Counts what the XML parser hands over, so that "no hang" is a number of steps and not a time. Wraps the parser's
 * own `on`, from outside.
 */
import { SaxesParser } from 'saxes';

export interface Meter {
  elements: number;
  depth: number;
  deepest: number;
  texts: number;
}

const meter: Meter = { elements: 0, depth: 0, deepest: 0, texts: 0 };
const COUNTED = {
  opentag: () => {
    meter.elements++;
    meter.deepest = Math.max(meter.deepest, ++meter.depth);
  },
  closetag: () => meter.depth--,
  text: () => meter.texts++,
  cdata: () => meter.texts++,
} as const;

export function startMeter(): void {
  const { on } = SaxesParser.prototype;
  if (on.name === 'meteredOn') return;
  SaxesParser.prototype.on = function meteredOn(
    this: SaxesParser,
    name: never,
    handler: (...given: unknown[]) => void,
  ) {
    const count = COUNTED[name as keyof typeof COUNTED] as (() => void) | undefined;
    const metered = (...given: unknown[]) => {
      count?.();
      handler.apply(this, given);
    };
    return on.call(this, name, metered as never);
  } as typeof on;
}

/** What one run of `act` cost. */
export function metered<T>(act: () => T): { result: T; cost: Meter } {
  Object.assign(meter, { elements: 0, depth: 0, deepest: 0, texts: 0 });
  const result = act();
  return { result, cost: { ...meter } };
}
