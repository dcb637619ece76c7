/** Which option of a list under a field is active: arrows move it, and what is typed sets it back. */
import { type KeyboardEvent, useState } from 'react';

interface ActiveOption {
  /** -1: none. */
  active: number;
  /** True when the key was one of the list's own. */
  take(event: KeyboardEvent): boolean;
  reset(): void;
}

/** `first`: where it begins, 0 or -1. */
export function useActiveOption(count: number, first: number): ActiveOption {
  const [wanted, setWanted] = useState(first);
  const active = Math.min(wanted, count - 1);
  return {
    active,
    reset: () => setWanted(first),
    take(event) {
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (by === undefined || count === 0 || event.altKey || event.ctrlKey || event.metaKey) return false;
      // Above the first one is the field itself, where that is a choice.
      const low = first;
      const span = count - low;
      setWanted(low + ((active + by - low + span) % span));
      event.preventDefault();
      return true;
    },
  };
}
