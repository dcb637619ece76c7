/** What a transfer moves, and from where or to where. Pure. */
import type { TransferView } from '../../electron/contract/snapshot.ts';
import { formatCount } from './format.ts';

/** `warehouse.tar + 3 more` */
export function nameWords({ name, count }: TransferView): string {
  return count > 1 ? `${name} + ${formatCount(count - 1)} more` : name;
}

/** `to lark-workbench/backups/`, `from lark-research-scratch` */
export function placeWords({ kind, bucket, prefix }: TransferView): string {
  return kind === 'upload' ? `to ${bucket}/${prefix}` : `from ${bucket}/${prefix}`;
}
