/** Deleted objects to choose from. */
import type { DeletedObject } from '../../../../electron/contract/s3-inspect.ts';
import { formatDateTime, formatDateTimeFull } from '../../../text/format.ts';
import { type CheckRow, CheckRows } from '../check-rows/CheckRows.tsx';

interface DeletedRowsProps {
  prefix: string;
  deleted: readonly DeletedObject[];
  /** By key. */
  selected: ReadonlySet<string>;
  onSelect: ((keys: ReadonlySet<string>) => void) | null;
}

export function DeletedRows({ prefix, deleted, selected, onSelect }: DeletedRowsProps) {
  const rows = deleted.map(
    ({ key, deletedAt }): CheckRow => ({
      id: key,
      name: key.slice(prefix.length),
      aside: deletedAt === null ? 'date not told' : formatDateTime(deletedAt),
      asideTip: deletedAt === null ? undefined : formatDateTimeFull(deletedAt),
    }),
  );
  return (
    <CheckRows
      label="Deleted objects"
      asideHead="Deleted"
      rows={rows}
      selected={selected}
      onSelect={onSelect}
    />
  );
}
