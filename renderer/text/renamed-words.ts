/** Keys that a computer can't have as names, as pairs. Pure. */
import type { Renamed } from '../../electron/contract/transfer.ts';
import { formatCount } from './format.ts';

export function renamedPairs({ count, first }: Renamed): { pairs: [string, string][]; more: string | null } {
  const more = count > first.length ? `And ${formatCount(count - first.length)} more.` : null;
  return { pairs: first.map(({ name, as }) => [name, as]), more };
}
