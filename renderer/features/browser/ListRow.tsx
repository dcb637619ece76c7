// biome-ignore-all lint/a11y/useSemanticElements: a table's own layout can't be virtualised; the roles say it
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid around has the focus and names its active row
/** One row of the list: names left, numbers right and tabular. */
import { type MouseEvent, memo } from 'react';
import { formatBytes, formatDateTime, formatDateTimeFull, formatStorageClass } from '../../text/format.ts';
import { Icon } from '../../ui/Icon.tsx';
import { EntryName } from './EntryName.tsx';
import { rowIcon } from './file-icon.ts';
import type { Row } from './list-model.ts';
import { sameRow } from './same-row.ts';
import { SumCell } from './sums/SumCell.tsx';
import type { Sum } from './sums/sums.ts';
import type { NameRoom } from './use-name-room.ts';

interface ListRowProps {
  row: Row;
  /** Its number in the listing. */
  number: number;
  index: number;
  top: number;
  selected: boolean;
  /** The keyboard is here. */
  cursor: boolean;
  twin: boolean;
  room: NameRoom | null;
  /** Of a folder that was summed. */
  sum: Sum | undefined;
  /** These stay the same functions; without `onSum` nothing can be asked now. */
  onSum: ((prefix: string) => void) | undefined;
  onSelect: (index: number, event: MouseEvent) => void;
  onOpen: (number: number) => void;
}

/** Drawn again only when it looks otherwise: names come in several times a second. */
export const ListRow = memo(function ListRow(props: ListRowProps) {
  const { row, number, index, top, selected, cursor, twin, room, sum, onSum, onSelect, onOpen } = props;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around has the focus and takes the keys
    <div
      role="row"
      id={rowId(index)}
      className={`tr${selected ? ' sel' : ''}${cursor ? ' cur' : ''}`}
      style={{ transform: `translateY(${top}px)` }}
      data-key={row.key}
      aria-rowindex={index + 2}
      aria-selected={selected}
      onClick={(event) => onSelect(index, event)}
      onDoubleClick={() => onOpen(number)}
    >
      <div role="gridcell" className={`name${row.kind === 'object' ? '' : ' dir'}`}>
        <Icon name={rowIcon(row)} />
        <EntryName name={row.name} twin={twin} room={room} />
      </div>
      {row.kind === 'bucket' && <BucketCells row={row} />}
      {row.kind === 'folder' && <FolderCells row={row} sum={sum} onSum={onSum} />}
      {row.kind === 'object' && <ObjectCells row={row} />}
    </div>
  );
}, looksTheSame);

function looksTheSame(a: ListRowProps, b: ListRowProps): boolean {
  const keys = Object.keys(a) as (keyof ListRowProps)[];
  // The row is decoded anew each time.
  return keys.every((key) => key === 'row' || a[key] === b[key]) && sameRow(a.row, b.row);
}

/** The id that `aria-activedescendant` names. */
export const rowId = (index: number) => `row-${index}`;

function BucketCells({ row }: { row: Row & { kind: 'bucket' } }) {
  return (
    <>
      <div role="gridcell" className="dim cut">
        {row.region ?? ''}
      </div>
      <When at={row.createdAt} />
    </>
  );
}

interface FolderCellsProps extends Pick<ListRowProps, 'sum' | 'onSum'> {
  row: Row & { kind: 'folder' };
}

function FolderCells({ row, sum, onSum }: FolderCellsProps) {
  return (
    <>
      <SumCell name={row.name} sum={sum} onAsk={onSum && (() => onSum(row.key))} />
      <When at={null} />
      <div role="gridcell" />
    </>
  );
}

function ObjectCells({ row }: { row: Row & { kind: 'object' } }) {
  return (
    <>
      <div role="gridcell" className="num">
        {formatBytes(row.sizeBytes)}
      </div>
      <When at={row.modifiedAt} />
      <div role="gridcell" className="dim cut">
        {formatStorageClass(row.storageClass)}
      </div>
    </>
  );
}

function When({ at }: { at: number | null }) {
  return (
    <div role="gridcell" className="when nb" title={at === null ? undefined : formatDateTimeFull(at)}>
      {at === null ? '' : formatDateTime(at)}
    </div>
  );
}
