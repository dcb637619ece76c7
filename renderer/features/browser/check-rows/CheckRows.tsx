/** Names to choose from in a dialog, each with what is said beside it; drawn only where they are in view. */
import { Checkbox, GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components';
import { EntryName } from '../EntryName.tsx';
import './check-rows.css';

/** Height of a row, px; see tokens.css. */
const ROW = 28;

export interface CheckRow {
  id: string;
  /** Below the folder that the dialog is about. */
  name: string;
  /** Said at its right end. */
  aside: string;
  asideTip?: string | undefined;
  /** Can't be chosen. */
  isFixed?: boolean;
}

interface CheckRowsProps {
  label: string;
  /** Above `aside`. */
  asideHead: string;
  rows: readonly CheckRow[];
  /** By id. */
  selected: ReadonlySet<string>;
  /** Null where nothing may be done with them. */
  onSelect: ((ids: ReadonlySet<string>) => void) | null;
}

export function CheckRows({ label, asideHead, rows, selected, onSelect }: CheckRowsProps) {
  const free = rows.filter(({ isFixed }) => isFixed !== true).map(({ id }) => id);
  return (
    <>
      <p className="check-head micro hint" aria-hidden="true">
        <span className="grow">Name</span>
        {asideHead}
      </p>
      <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: ROW }}>
        <GridList
          className="check-rows"
          aria-label={label}
          selectionMode={onSelect ? 'multiple' : 'none'}
          selectedKeys={selected}
          disabledKeys={rows.filter(({ isFixed }) => isFixed === true).map(({ id }) => id)}
          onSelectionChange={(ids) =>
            onSelect?.(ids === 'all' ? new Set(free) : new Set([...ids].map(String)))
          }
          items={rows}
        >
          {(row) => <OneRow row={row} choosable={onSelect !== null} />}
        </GridList>
      </Virtualizer>
    </>
  );
}

function OneRow({ row: { id, name, aside, asideTip }, choosable }: { row: CheckRow; choosable: boolean }) {
  return (
    <GridListItem id={id} textValue={name === '' ? 'empty name' : name} className="check-row">
      {choosable && (
        <Checkbox slot="selection" className="check-box">
          <span className="check" />
        </Checkbox>
      )}
      <div className="name grow">
        <EntryName name={name} twin={false} />
      </div>
      <span className="dim nb" title={asideTip}>
        {aside}
      </span>
    </GridListItem>
  );
}
