/** Keys that change the page of the main window: Ctrl or ⌘ with 1 for the files, 2 for activity, Esc back from a page. */
import { useEffect } from 'react';
import type { MainPage } from '../features/passes/RailFoot.tsx';

/** While one of these is open, Esc is its own. */
const OVERLAYS = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"].popover';

export function usePageKeys(page: MainPage, open: (page: MainPage) => void) {
  useEffect(() => {
    function listen(event: KeyboardEvent) {
      if (event.defaultPrevented) return;
      const held = event.ctrlKey || event.metaKey;
      if (event.key === '1' && held) open('passes');
      else if (event.key === '2' && held) open('activity');
      else if (event.key === 'Escape' && page !== 'passes' && !document.querySelector(OVERLAYS))
        open('passes');
      else return;
      event.preventDefault();
    }
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [page, open]);
}
