/** Which page the main window shows, and the keys that change it: Ctrl or ⌘ with 1, 2, 3 and a comma, Esc back. */
import { useEffect, useState } from 'react';
import type { MainPage } from '../features/passes/RailFoot.tsx';

const keys: Readonly<Record<string, MainPage>> = {
  '1': 'files',
  '2': 'activity',
  '3': 'useIt',
  ',': 'settings',
};
/** While one of these is open, Esc is its own. */
const OVERLAYS = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"].popover';

export function usePage(): [MainPage, (page: MainPage) => void] {
  const [page, setPage] = useState<MainPage>('files');
  useEffect(() => {
    function listen(event: KeyboardEvent) {
      const wanted = pageFor(event);
      if (!wanted || wanted === page) return;
      setPage(wanted);
      event.preventDefault();
    }
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [page]);
  return [page, setPage];
}

function pageFor(event: KeyboardEvent): MainPage | null {
  if (event.defaultPrevented || event.altKey || event.shiftKey) return null;
  if (event.ctrlKey || event.metaKey) return keys[event.key] ?? null;
  return event.key === 'Escape' && !document.querySelector(OVERLAYS) ? 'files' : null;
}
