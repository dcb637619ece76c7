/** The popover's keyboard: rows, the next step, copy, console, browse, renew, search, away. */
import { useEffect, useRef } from 'react';

export interface PopoverKeys {
  move(by: number): void;
  row(index: number): void;
  copy(): void;
  console(): void;
  browse(): void;
  renew(): void;
  next(): void;
  search(): boolean;
  close(): void;
}

export function usePopoverKeys(keys: PopoverKeys) {
  const newest = useRef(keys);
  newest.current = keys;
  useEffect(() => {
    function listen(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (press(event, newest.current)) event.preventDefault();
    }
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

function press(event: KeyboardEvent, keys: PopoverKeys): boolean {
  const { key, target } = event;
  const typing = target instanceof HTMLInputElement;
  const actions: Record<string, () => void> = {
    ArrowDown: () => keys.move(1),
    ArrowUp: () => keys.move(-1),
    Escape: keys.close,
  };
  // Enter on a button is that button's; on a row's name it is the row's next step.
  const onRow = target instanceof Element && target.matches('.pass-name, body, input');
  if (key === 'Enter' && onRow) actions.Enter = keys.next;
  if (!typing) {
    Object.assign(actions, { c: keys.copy, o: keys.console, b: keys.browse, r: keys.renew });
    if (key === '/') return keys.search();
    if (/^[1-9]$/.test(key)) actions[key] = () => keys.row(Number(key) - 1);
  }
  const action = actions[key];
  action?.();
  return action !== undefined;
}
