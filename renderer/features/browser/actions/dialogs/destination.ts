/** Where a copy or move goes: any address, and what each object's key becomes there. Keys are bytes. Pure. */
import { readS3Address } from '../../../../../electron/contract/s3-address.ts';
import { fitsKey } from '../../../../../electron/contract/s3-names.ts';
import type { CopySource } from '../../../../../electron/contract/s3-work.ts';
import { troubleWords } from '../../address-words.ts';
import type { ActionTarget } from '../begin.ts';

export interface Destination {
  bucket: string;
  sources: CopySource[];
  /** What the first becomes, as an address. */
  first: string;
}

export type Destined = { kind: 'to'; to: Destination } | { kind: 'wrong'; wrong: string };

/**
 * An address that ends with `/`, or names a bucket, is a folder to put into. For one object or folder another address
 * is its new name; for several it is a folder all the same.
 */
export function destinationOf(
  text: string,
  target: ActionTarget,
  endpoints: readonly string[],
  move: boolean,
): Destined {
  const wrong = (wrong: string): Destined => ({ kind: 'wrong', wrong });
  if (text.trim() === '') return wrong('An address is needed, such as s3://bucket/folder/.');
  const address = readS3Address(text, endpoints);
  if (address.kind !== 'place') return wrong(troubleWords(address.why));
  const { bucket, key } = address;
  if (bucket === null) return wrong('A bucket is needed.');
  const one = target.objects.length + target.folders.length === 1;
  const sources =
    one && key !== '' && !key.endsWith('/') ? renamed(target, key) : into(target, folderOf(key));
  const trouble = troubleOf(sources, { move, isHere: bucket === target.bucket });
  if (trouble !== null) return wrong(trouble);
  const [first] = sources;
  return { kind: 'to', to: { bucket, sources, first: `s3://${bucket}/${first ? toOf(first) : ''}` } };
}

const folderOf = (key: string) => (key === '' || key.endsWith('/') ? key : `${key}/`);

/** Each below the folder, with the name it has in the folder it is looked at in. */
function into({ prefix, objects, folders }: ActionTarget, folder: string): CopySource[] {
  const named = (key: string) => folder + (key.startsWith(prefix) ? key.slice(prefix.length) : key);
  return [
    ...folders.map((from) => ({ kind: 'folder' as const, prefix: from, toPrefix: named(from) })),
    ...objects.map(({ key, version }) => ({ kind: 'object' as const, key, version, toKey: named(key) })),
  ];
}

function renamed({ objects, folders }: ActionTarget, key: string): CopySource[] {
  return [
    ...folders.map((prefix) => ({ kind: 'folder' as const, prefix, toPrefix: `${key}/` })),
    ...objects.map((object) => ({
      kind: 'object' as const,
      key: object.key,
      version: object.version,
      toKey: key,
    })),
  ];
}

const toOf = (source: CopySource) => (source.kind === 'object' ? source.toKey : source.toPrefix);
const fromOf = (source: CopySource) => (source.kind === 'object' ? source.key : source.prefix);

function troubleOf(
  sources: readonly CopySource[],
  { move, isHere }: { move: boolean; isHere: boolean },
): string | null {
  if (sources.some((source) => toOf(source) === '')) return 'A name is needed there.';
  if (sources.some((source) => !fitsKey(toOf(source))))
    return 'Too long: with its folders a name has at most 1,024 bytes.';
  if (!isHere) return null;
  if (sources.some((source) => toOf(source) === fromOf(source) && isPresent(source)))
    return 'That is where it is already.';
  const intoItself = (source: CopySource) =>
    source.kind === 'folder' && source.toPrefix.startsWith(source.prefix);
  return move && sources.some(intoItself) ? 'A folder can’t be moved into itself.' : null;
}

/** An older version copied onto its own key goes on top. */
const isPresent = (source: CopySource) => source.kind === 'folder' || source.version === null;
