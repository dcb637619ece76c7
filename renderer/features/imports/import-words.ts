/** Words for what a file to bring in from holds. Pure. */
import type { ImportItem } from '../../../electron/contract/import-preview.ts';
import { counted } from '../../text/format.ts';

export function verdictWords({ verdict, kind }: ImportItem): string {
  switch (verdict.kind) {
    case 'new':
      return '';
    case 'same':
      return kind === 'organisation' ? 'You have this company already.' : 'You have this role already.';
    case 'clash':
      return 'Not taken: something else of yours has its id, and stays.';
    case 'refused':
      return `Not taken. ${verdict.reason}`;
  }
}

/** `Add 1 organisation and 3 roles` */
export function takeWords(fresh: readonly ImportItem[]): string {
  const count = (kind: ImportItem['kind']) => fresh.filter((item) => item.kind === kind).length;
  const parts = [
    [count('organisation'), 'organisation', 'organisations'],
    [count('pass'), 'pass', 'passes'],
    [count('role'), 'role', 'roles'],
  ] as const;
  const said = parts.filter(([n]) => n > 0).map(([n, one, many]) => counted(n, one, many));
  return `Add ${said.length > 1 ? `${said.slice(0, -1).join(', ')} and ${said.at(-1)}` : said[0]}`;
}
