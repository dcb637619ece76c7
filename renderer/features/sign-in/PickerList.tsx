// biome-ignore-all lint/a11y/useSemanticElements: a table's own layout can't be virtualised; the roles say it
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row
/** The offers, grouped by account: a grid with one focus, drawn only where it is in view. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, type RefObject, useEffect, useRef } from 'react';
import { counted } from '../../text/format.ts';
import { FilterWords } from '../../ui/Hits.tsx';
import { SayPanel } from '../../ui/Say.tsx';
import { useSteady } from '../../ui/use-steady.ts';
import { PickerAccount } from './PickerAccount.tsx';
import { PickerOffer, pickerRowId } from './PickerOffer.tsx';
import type { ListedOffer } from './picker-model.ts';
import { countRows, drawnGroups, rowHeight, rowOfOffer } from './picker-rows.ts';
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
  const view = usePickerView(boxRef, rows, filter);
  useCursorInView(boxRef, rowOfOffer(groups, cursor));
  const press = useSteady((offer: ListedOffer, index: number) => {
    picker.setCursor(index);
    picker.toggle(offer);
    boxRef.current?.focus({ preventScroll: true });
  });
  const none = rows === 0;
  const drawn = drawnGroups(groups, view.first, view.last);
  const isDrawn = drawn.some(({ offers }) => offers.some(({ index }) => index === cursor));
  const grid = {
    role: 'grid',
    'aria-label': 'Roles',
    'aria-multiselectable': true,
    'aria-rowcount': rows,
    'aria-activedescendant': isDrawn ? pickerRowId(cursor) : undefined,
    tabIndex: 0,
    onFocus: () => cursor < 0 && picker.setCursor(0),
  };
  return (
    <div ref={boxRef} className="picker-list" {...(!none && grid)}>
      {none && (
        <SayPanel
          calm
          icon="filter"
          title={`No role holds “${filter}”.`}
          body={`Looked through all ${counted(total, 'role')} of this sign-in.`}
        />
      )}
      <div
        className="picker-rows"
        role="presentation"
        style={{ height: rows * rowHeight, contentVisibility: none ? 'hidden' : undefined }}
      >
        <DrawnRows drawn={drawn} words={words} chosen={chosen} cursor={cursor} onPress={press} />
      </div>
    </div>
  );
}

interface DrawnRowsProps {
  drawn: ReturnType<typeof drawnGroups>;
  words: readonly string[];
  chosen: ReadonlySet<string>;
  cursor: number;
  onPress: (offer: ListedOffer, index: number) => void;
}

/** Where a filter leaves nothing they stay as they were, unseen: most such filters are taken back letter by letter. */
const DrawnRows = memo(
  function DrawnRows({ drawn, words, chosen, cursor, onPress }: DrawnRowsProps) {
    return (
      <FilterWords value={words}>
        {drawn.flatMap(({ group, offers }) => [
          <PickerAccount
            key={`account ${group.place}`}
            accountId={group.accountId}
            accountName={group.accountName}
            shown={group.offers.length}
            total={group.total}
            row={group.row}
          />,
          // By its place, not by what stands there: a new filter writes into the rows that are drawn already.
          ...offers.map(({ offer, index, row }) => (
            <PickerOffer
              key={row}
              offer={offer}
              index={index}
              row={row}
              on={chosen.has(offer.key)}
              inHand={index === cursor}
              onPress={onPress}
            />
          )),
        ])}
      </FilterWords>
    );
  },
  (_before, { drawn }) => drawn.length === 0,
);

/** Which rows are in view. Before the first measurement a window's height is assumed. */
function usePickerView(box: RefObject<HTMLElement | null>, count: number, filter: string) {
  const virtual = useVirtualizer<HTMLElement, Element>({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 4,
    initialRect: { width: 800, height: 600 },
  });
  // What a new filter leaves begins at its top. One that stands there already is not asked: the answer costs a layout.
  const before = useRef(filter);
  useEffect(() => {
    if (before.current !== filter && virtual.scrollOffset) box.current?.scrollTo(0, 0);
    before.current = filter;
  }, [box, filter, virtual]);
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
