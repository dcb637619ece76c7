/** Who was given credentials lately, in memory only: for a person to see which tools ask. */
import type { HandoutView } from '../contract/handout.ts';

export interface HandedOutLog {
  note(handout: Omit<HandoutView, 'at' | 'times'>): void;
  /** Newest first. */
  newest(): HandoutView[];
  forget(): void;
}

const MOST = 50;
/** A tool with many threads asks many times; a person did one thing. */
const ONE_MOMENT_MS = 5_000;

export function createHandedOutLog(now: () => number, changed: () => void): HandedOutLog {
  let handouts: HandoutView[] = [];
  return {
    newest: () => handouts.map((handout) => ({ ...handout })),
    forget() {
      handouts = [];
    },
    note({ pass, way, tool, waitedMs }) {
      const at = now();
      const same = handouts.find(
        (one) => one.pass === pass && one.way === way && one.tool === tool && at - one.at < ONE_MOMENT_MS,
      );
      const times = (same?.times ?? 0) + 1;
      const waited = Math.max(waitedMs, same?.waitedMs ?? 0);
      const rest = handouts.filter((one) => one !== same);
      handouts = [{ at, pass, way, tool, times, waitedMs: waited }, ...rest].slice(0, MOST);
      changed();
    },
  };
}
