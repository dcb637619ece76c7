/** Waits with asking until the cursor stays: held down through a list, it asks for none of the rows it passes. */

/** Longer than a held key takes from row to row, shorter than a person wonders. */
export const SETTLE_MS = 200;

/** Calls back after `ms`; answers the way out. */
export type Wait = (ms: number, run: () => void) => () => void;

export const waitInWindow: Wait = (ms, run) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

export interface Settler {
  /** `begin` answers how to end it. What comes in first begins at once. Answers what to call when the cursor leaves. */
  arrive(begin: () => () => void): () => void;
}

export function createSettler(wait: Wait): Settler {
  let first = true;
  return {
    arrive(begin) {
      if (first) {
        first = false;
        return begin();
      }
      let end: (() => void) | null = null;
      const cancel = wait(SETTLE_MS, () => {
        end = begin();
      });
      return () => {
        cancel();
        end?.();
      };
    },
  };
}
