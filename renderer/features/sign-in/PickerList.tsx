// biome-ignore-all lint/a11y/useSemanticElements: a table's own layout can't be virtualised; the roles say it
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row
/** The offers, grouped by account: a grid with one focus, drawn only where it is in view. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef } from 'react';
import { counted, formatAccountId, formatCount } from '../../text/format.ts';
import { SayPanel } from '../../ui/Say.tsx';
import { Hits } from './Hits.tsx';
import { PickerOffer, pickerRowId } from './PickerOffer.tsx';
import { offerKey } from './picker-model.ts';
import { countRows, drawnGroups, type PlacedGroup, rowHeight, rowOfOffer } from './picker-rows.ts';
import type { Picker } from './use-picker.ts';

interface PickerListProps {
  boxRef: RefObject<HTMLDivElement | null>;
  picker: Picker;
  /** Roles of the whole sign-in. */
  total: number;
}

export function PickerList({ boxRef, picker, total }: PickerListProps) {
  const { groups, words, chosen, cursor, filter } = picker;
  const rows = countRows(groups);
  const view = usePickerView(boxRef, rows);
  const drawn = drawnGroups(groups, view.first, view.last);
  const cursorRow = rowOfOffer(groups, cursor);
  useCursorInView(boxRef, cursorRow);
  useTopAgain(boxRef, filter);
  if (rows === 0)
    return (
      <div className="picker-list" ref={boxRef}>
        <SayPanel
          calm
          icon="filter"
          title={`No role holds “${filter}”.`}
          body={`Looked through all ${counted(total, 'role')} of this sign-in.`}
        />
      </div>
    );
  const isDrawn = drawn.some(({ offers }) => offers.some(({ index }) => index === cursor));
  return (
    <div
      ref={boxRef}
      className="picker-list"
      role="grid"
      aria-label="Roles"
      aria-multiselectable
      aria-rowcount={rows}
      aria-activedescendant={isDrawn ? pickerRowId(cursor) : undefined}
      tabIndex={0}
      onFocus={() => cursor < 0 && picker.setCursor(0)}
    >
      <div className="picker-rows" role="presentation" style={{ height: rows * rowHeight }}>
        {drawn.map(({ group, offers }) => (
          <div
            key={group.accountId}
            className="picker-group"
            role="rowgroup"
            style={{ top: group.row * rowHeight, height: (1 + group.offers.length) * rowHeight }}
          >
            <AccountRow group={group} words={words} />
            {offers.map(({ offer, index, row }) => (
              <PickerOffer
                key={offerKey(offer)}
                offer={offer}
                index={index}
                row={row}
                top={(row - group.row) * rowHeight}
                words={words}
                on={chosen.has(offerKey(offer))}
                inHand={index === cursor}
                onPress={() => {
                  picker.setCursor(index);
                  picker.toggle(offer);
                  boxRef.current?.focus({ preventScroll: true });
                }}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

function AccountRow({ group, words }: { group: PlacedGroup; words: readonly string[] }) {
  const { accountId, accountName, offers, total } = group;
  const id = <Hits text={formatAccountId(accountId)} words={words} />;
  return (
    <div role="row" aria-rowindex={group.row + 1} className="picker-account">
      <div role="rowheader" className="row grow">
        {accountName === null ? (
          <b>Account {id}</b>
        ) : (
          <>
            <b className="cut" title={accountName}>
              <Hits text={accountName} words={words} />
            </b>
            <span className="small dim nb">{id}</span>
          </>
        )}
      </div>
      <div role="gridcell" className="small hint nb">
        {offers.length === total
          ? counted(total, 'role')
          : `${formatCount(offers.length)} of ${counted(total, 'role')}`}
      </div>
    </div>
  );
}

/** Which rows are in view. Before the first measurement a window's height is assumed. */
function usePickerView(box: RefObject<HTMLElement | null>, count: number): { first: number; last: number } {
  const virtual = useVirtualizer<HTMLElement, Element>({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    initialRect: { width: 800, height: 600 },
  });
  const items = virtual.getVirtualItems();
  return { first: items[0]?.index ?? 0, last: items.at(-1)?.index ?? -1 };
}

/** The role in hand is scrolled into view when it moves, clear of the account that sticks above it. */
function useCursorInView(box: RefObject<HTMLElement | null>, row: number) {
  useEffect(() => {
    const element = box.current;
    if (!element || row < 0) return;
    const above = (row - 1) * rowHeight;
    const below = (row + 1) * rowHeight - element.clientHeight;
    if (element.scrollTop > above) element.scrollTop = above;
    else if (element.scrollTop < below) element.scrollTop = below;
  }, [box, row]);
}

/** What a new filter leaves begins at its top. */
function useTopAgain(box: RefObject<HTMLElement | null>, filter: string) {
  const before = useRef(filter);
  useEffect(() => {
    if (before.current !== filter) box.current?.scrollTo(0, 0);
    before.current = filter;
  }, [box, filter]);
}
