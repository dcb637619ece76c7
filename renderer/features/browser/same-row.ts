/** Whether two rows say the same. Pure. */
import type { Row } from './list-model.ts';

/** Every field: listed again, the same key may have another size, time or class. */
export function sameRow(a: Row, b: Row): boolean {
  const fields = Object.keys(a) as (keyof Row)[];
  return a.kind === b.kind && fields.every((field) => a[field] === b[field]);
}
