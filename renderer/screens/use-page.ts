/** Which page the main window shows, and the keys that change it: ⌘1 files, ⌘2 activity, Esc back. */
import { useEffect, useState } from 'react';

export type Page = 'files' | 'activity';

const keys: Record<string, Page> = { '1': 'files', '2': 'activity' };

export function usePage(): [Page, (page: Page) => void] {
  const [page, setPage] = useState<Page>('files');
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

/** Esc belongs to a dialog, a menu or a field first. */
function pageFor(event: KeyboardEvent): Page | null {
  if (event.defaultPrevented || event.altKey || event.shiftKey) return null;
  if (event.ctrlKey || event.metaKey) return keys[event.key] ?? null;
  const taken =
    event.target instanceof Element && event.target.closest('input, [role="dialog"], [role="menu"]');
  return event.key === 'Escape' && !taken ? 'files' : null;
}
