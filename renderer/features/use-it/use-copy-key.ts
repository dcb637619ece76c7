/** Ctrl or ⌘ with C copies, unless the person is typing or has marked some words. */
import { useEffect, useRef } from 'react';

export function useCopyKey(enabled: boolean, copy: () => void): void {
  const latest = useRef(copy);
  latest.current = copy;
  useEffect(() => {
    if (!enabled) return;
    function listen(event: KeyboardEvent) {
      if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      if (event.key.toLowerCase() !== 'c' || isBusy(event.target)) return;
      event.preventDefault();
      latest.current();
    }
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [enabled]);
}

function isBusy(target: EventTarget | null): boolean {
  const marked = document.getSelection()?.isCollapsed === false;
  const typing =
    target instanceof Element && target.closest('input, textarea, select, [role="dialog"]') !== null;
  return marked || typing || document.querySelector('[role="alertdialog"], [role="menu"]') !== null;
}
