/** Made-up columns for tests: rows by their keys, packed as the S3 process packs them. */
import { type Columns, createColumns } from './columns.ts';
import { packRows, type RowToPack } from './pack.ts';

export const object = (key: string, part: Partial<NonNullable<RowToPack['object']>> = {}): RowToPack => ({
  key,
  object: { sizeBytes: 1, modifiedAt: null, storageClass: 'STANDARD', ...part },
});
export const folder = (key: string): RowToPack => ({ key });

/** Each list of rows is a piece; a text is an object of that key. */
export function columnsOf(prefix: string, ...pieces: readonly (readonly (RowToPack | string)[])[]): Columns {
  const columns = createColumns('objects', prefix);
  const classNames: string[] = [];
  for (const rows of pieces)
    columns.add(
      packRows(
        rows.map((row) => (typeof row === 'string' ? object(row) : row)),
        classNames,
      ),
    );
  return columns;
}
