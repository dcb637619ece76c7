/** Listens to the keyboard for the whole window and hands on what is meant for the list. */
import { useEffect, useRef } from 'react';
import { type ListIntent, listIntent } from './list-keys.ts';

/** `page`: rows a page key moves. `onIntent` answers whether it did something. */
export function useBrowserKeys(page: () => number, onIntent: (intent: ListIntent) => boolean) {
  const newest = useRef({ page, onIntent });
  newest.current = { page, onIntent };
  useEffect(() => {
    function listen(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing) return;
      const { key, shiftKey: shift, altKey: alt } = event;
      const ctrl = event.ctrlKey || event.metaKey;
      const intent = listIntent({ key, ctrl, shift, alt }, newest.current.page());
      if (!intent || !meantForList(event, intent)) return;
      if (newest.current.onIntent(intent)) event.preventDefault();
    }
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

/** From the list or from nowhere: everything. From a field: the path and listing again. Else: what needs Ctrl or Alt. */
function meantForList(event: KeyboardEvent, intent: ListIntent): boolean {
  const target = event.target instanceof Element ? event.target : document.body;
  if (target.closest('[role="menu"], [role="dialog"], [role="alertdialog"]')) return false;
  // A button does what its own keys say.
  if (target.closest('button') && (intent.kind === 'open' || intent.kind === 'type')) return false;
  if (target.matches('input, textarea')) return intent.kind === 'path' || intent.kind === 'again';
  if (intent.kind === 'copyUri' && !(document.getSelection()?.isCollapsed ?? true)) return false;
  if (target === document.body || target.closest('[role="grid"]')) return true;
  return (
    event.ctrlKey || event.metaKey || event.altKey || intent.kind === 'filter' || intent.kind === 'escape'
  );
}
