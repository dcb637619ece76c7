/** Deleted objects to choose from; drawn only where they are in view. */
import { Checkbox, GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components';
import type { DeletedObject } from '../../../../electron/contract/s3-inspect.ts';
import { formatDateTime, formatDateTimeFull } from '../../../text/format.ts';
import { EntryName } from '../EntryName.tsx';

/** Height of a row, px; see tokens.css. */
const ROW = 28;

interface DeletedRowsProps {
  prefix: string;
  deleted: readonly DeletedObject[];
  /** By key. */
  selected: ReadonlySet<string>;
  onSelect: ((keys: ReadonlySet<string>) => void) | null;
}

export function DeletedRows({ prefix, deleted, selected, onSelect }: DeletedRowsProps) {
  return (
    <>
      <p className="deleted-head micro hint" aria-hidden="true">
        <span className="grow">Name</span>Deleted
      </p>
      <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: ROW }}>
        <GridList
          className="deleted-rows"
          aria-label="Deleted objects"
          selectionMode={onSelect ? 'multiple' : 'none'}
          selectedKeys={selected}
          onSelectionChange={(keys) =>
            onSelect?.(
              keys === 'all' ? new Set(deleted.map(({ key }) => key)) : new Set([...keys].map(String)),
            )
          }
          items={deleted}
        >
          {(one) => (
            <DeletedRow one={one} name={one.key.slice(prefix.length)} choosable={onSelect !== null} />
          )}
        </GridList>
      </Virtualizer>
    </>
  );
}

function DeletedRow({ one, name, choosable }: { one: DeletedObject; name: string; choosable: boolean }) {
  const { deletedAt } = one;
  return (
    <GridListItem id={one.key} textValue={name === '' ? 'empty name' : name} className="deleted-row">
      {choosable && (
        <Checkbox slot="selection" className="deleted-check">
          <span className="check" />
        </Checkbox>
      )}
      <div className="name grow">
        <EntryName name={name} twin={false} />
      </div>
      <span className="dim nb" title={deletedAt === null ? undefined : formatDateTimeFull(deletedAt)}>
        {deletedAt === null ? 'date not told' : formatDateTime(deletedAt)}
      </span>
    </GridListItem>
  );
}
