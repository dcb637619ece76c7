/** A function that stays the same one over all renders and does what the newest of them says; for events, not for rendering. */
import { useCallback, useInsertionEffect, useRef } from 'react';

export function useSteady<A extends unknown[], R>(does: (...args: A) => R): (...args: A) => R {
  const newest = useRef(does);
  useInsertionEffect(() => {
    newest.current = does;
  });
  return useCallback((...args: A) => newest.current(...args), []);
}
