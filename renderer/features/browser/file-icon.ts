/** Which icon a name gets; a guess from its ending, and the storage class where it means "not at hand". Pure. */
import type { IconName } from '../../ui/Icon.tsx';
import type { Row } from './list-model.ts';

const byEnding: Record<string, IconName> = {};
const groups: [IconName, string][] = [
  ['sheet', 'csv tsv xls xlsx ods'],
  ['code', 'json jsonl ndjson xml yaml yml toml js ts py sh sql html css md'],
  ['image', 'png jpg jpeg gif webp svg avif tif tiff bmp'],
  ['zip', 'zip gz tgz zst xz bz2 7z tar'],
  ['db', 'parquet orc avro db sqlite'],
];
for (const [icon, endings] of groups) for (const ending of endings.split(' ')) byEnding[ending] = icon;

export function rowIcon(row: Row): IconName {
  if (row.kind === 'bucket') return 'bucket';
  if (row.kind === 'folder') return 'folder';
  if (row.storageClass === 'GLACIER' || row.storageClass === 'DEEP_ARCHIVE') return 'cold';
  const ending = /\.([A-Za-z0-9]+)$/.exec(row.name)?.[1]?.toLowerCase();
  return (ending && byEnding[ending]) || 'file';
}
