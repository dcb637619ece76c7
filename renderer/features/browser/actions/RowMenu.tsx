/** The same menu where the hand is: right click, the menu key, Shift+F10. A row that is not selected is, first. */
import { type MouseEvent, type ReactNode, type RefObject, useRef, useState } from 'react';
import { Popover } from 'react-aria-components';
import type { PassView } from '../../../../electron/contract/snapshot.ts';
import { MenuList } from '../../../ui/MenuList.tsx';
import type { BrowserStore } from '../browser-store.ts';
import { selectedRows } from '../selected-rows.ts';
import { useActionChoices } from './ActionsMenu.tsx';
import type { ActionTarget } from './begin.ts';
import { targetOf } from './target.ts';

interface Opened {
  target: ActionTarget;
  /** In the window. */
  at: { x: number; y: number };
}

/** `onContextMenu` for what is around the list; `menu` is drawn inside of the browser's provider. */
export function useRowMenu(
  pass: PassView,
  store: BrowserStore,
  box: RefObject<HTMLElement | null>,
): { onContextMenu: (event: MouseEvent) => void; menu: ReactNode } {
  const [opened, setOpened] = useState<Opened | null>(null);
  function onContextMenu(event: MouseEvent) {
    const at = placeUnder(event, box.current);
    if (at === null) return;
    event.preventDefault();
    const { view, selection, listing } = store.current();
    const { row } = at;
    if (view && row !== null && !selection.has(view.order.at(row))) store.moveTo(row);
    const rows = row === null ? [] : selectedRows(store);
    const target = listing && targetOf(listing.place, rows);
    if (target) setOpened({ target, at });
  }
  const menu = opened && (
    <RowMenu
      key={`${opened.at.x} ${opened.at.y}`}
      pass={pass}
      opened={opened}
      onClose={() => setOpened(null)}
    />
  );
  return { onContextMenu, menu };
}

/** `row`: its place in the view; null: beside all rows. Null when that is not in the list at all. */
function placeUnder(
  event: MouseEvent,
  box: HTMLElement | null,
): (Opened['at'] & { row: number | null }) | null {
  const { target, clientX: x, clientY: y } = event;
  if (!(target instanceof Element) || !target.closest('.list')) return null;
  if (target.closest('button, input, .thead, .foot')) return null;
  // From the keyboard it comes from the grid, wherever the cursor is.
  const byKey = event.button !== 2;
  const element = byKey ? box?.querySelector('.tr.cur') : target.closest('[data-key]');
  const index = Number(element?.getAttribute('aria-rowindex'));
  const row = element ? index - 2 : null;
  if (!byKey || !element) return { x, y, row };
  const { left, bottom } = element.getBoundingClientRect();
  return { x: left + 36, y: bottom, row };
}

function RowMenu({ pass, opened, onClose }: { pass: PassView; opened: Opened; onClose: () => void }) {
  const anchor = useRef<HTMLSpanElement>(null);
  const { choices, choose } = useActionChoices(pass, opened.target);
  if (choices.length === 0) return null;
  return (
    <>
      <span ref={anchor} className="row-menu-at" style={{ left: opened.at.x, top: opened.at.y }} />
      <Popover
        className="popover"
        aria-label="Actions"
        triggerRef={anchor}
        placement="bottom start"
        offset={0}
        isOpen
        onOpenChange={(open) => !open && onClose()}
      >
        <MenuList
          name="Actions"
          choices={choices}
          onChoose={(id) => {
            onClose();
            choose(id);
          }}
        />
      </Popover>
    </>
  );
}
