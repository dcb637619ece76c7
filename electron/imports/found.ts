/** What a file to bring in from holds, before it is held against what is there already. Pure. */
import type { ImportItem } from '../contract/import-preview.ts';
import type { Organisation, Pass, WantedRole } from '../settings/schema.ts';

export interface AtLine<T> {
  value: T;
  line: number;
}

export interface Found {
  organisations: readonly AtLine<Organisation>[];
  passes: readonly AtLine<Pass>[];
  roles: readonly AtLine<WantedRole>[];
  /** What looks like ours but can't be taken, and why. */
  refused: readonly ImportItem[];
}

export function refusedItem(
  kind: ImportItem['kind'],
  name: string,
  detail: string,
  line: number,
  reason: string,
): ImportItem {
  return {
    kind,
    name: name.slice(0, 200),
    detail: detail.slice(0, 512),
    line,
    verdict: { kind: 'refused', reason },
  };
}
