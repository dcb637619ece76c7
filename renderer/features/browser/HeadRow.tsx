// biome-ignore-all lint/a11y/useSemanticElements: a table's own layout can't be virtualised; the roles say it
// biome-ignore-all lint/a11y/useFocusableInteractive: what takes the focus are the buttons inside
/** The head of the list: a button for each column, which sorts by it and then the other way round. */
import { Icon } from '../../ui/Icon.tsx';
import type { Sort, SortColumn } from './columns/arrangement.ts';

const objectColumns: [SortColumn, string][] = [
  ['name', 'Name'],
  ['size', 'Size'],
  ['date', 'Modified'],
  ['class', 'Class'],
];
const bucketColumns: [SortColumn, string][] = [
  ['name', 'Name'],
  ['class', 'Region'],
  ['date', 'Created'],
];

interface HeadRowProps {
  buckets: boolean;
  /** What is on screen, not what is still being sorted. */
  sort: Sort;
  onSort: (column: SortColumn) => void;
  /** After a click: the keyboard goes back to the rows. */
  onClicked: () => void;
}

export function HeadRow({ buckets, sort, onSort, onClicked }: HeadRowProps) {
  return (
    <div role="rowgroup" className="thead">
      <div role="row" className="tr th" aria-rowindex={1}>
        {(buckets ? bucketColumns : objectColumns).map(([column, words]) => {
          const sorted = sort.by === column;
          return (
            <div
              key={column}
              role="columnheader"
              className={column === 'size' ? 'num' : ''}
              aria-sort={sorted ? (sort.down ? 'descending' : 'ascending') : 'none'}
            >
              <button
                type="button"
                className="sort focusable"
                onClick={({ detail }) => {
                  onSort(column);
                  if (detail > 0) onClicked();
                }}
              >
                {words}
                {sorted && <Icon name={sort.down ? 'chev' : 'chevup'} size={12} />}
              </button>
            </div>
          );
        })}
      </div>
    </div>
  );
}
