/**
 * Whether a copy or move would write where it is still to read, write one place twice, or move something into itself.
 * Pure.
 */
import type { CopySource, WorkTask } from '../../contract/s3-work.ts';
import { foldersOf } from './distinct.ts';

type Copy = Extract<WorkTask, { task: 'copy' }>;

interface Place {
  name: string;
  isFolder: boolean;
}

/** A place that is in two roles; null when there is none. */
export function overlap(bucket: string, { sources, toBucket, move }: Copy): string | null {
  const twice = writtenTwice(sources);
  if (twice !== null) return twice;
  if (!mayBeSame(bucket, toBucket)) return null;
  // S3 itself refuses to copy an object onto itself; a move would delete it then.
  const isSame = move || bucket === toBucket;
  const self = sources.find((source) => isSame && ontoItself(source, move));
  return self ? readBy(self).name : writtenAndRead(sources);
}

/** An older version that is copied onto its own key becomes the present one. */
function ontoItself(source: CopySource, move: boolean): boolean {
  if (source.kind === 'object') return source.key === source.toKey && (move || source.version === null);
  return move ? source.toPrefix.startsWith(source.prefix) : source.toPrefix === source.prefix;
}

/** An access point is a bucket by another name. */
export function mayBeSame(bucket: string, toBucket: string): boolean {
  const isOtherName = (name: string) => name.startsWith('arn:') || name.endsWith('-s3alias');
  return bucket === toBucket || isOtherName(bucket) || isOtherName(toBucket);
}

const readBy = (source: CopySource): Place =>
  source.kind === 'folder' ? { name: source.prefix, isFolder: true } : { name: source.key, isFolder: false };
const writtenBy = (source: CopySource): Place =>
  source.kind === 'folder'
    ? { name: source.toPrefix, isFolder: true }
    : { name: source.toKey, isFolder: false };
/** The folders that a place lies in, the whole bucket among them. */
const around = ({ name, isFolder }: Place) => (name === '' ? [] : ['', ...foldersOf(name, isFolder)]);
const idOf = ({ name, isFolder }: Place) => `${isFolder ? 'folder' : 'object'} ${name}`;

function writtenTwice(sources: readonly CopySource[]): string | null {
  const places = sources.map(writtenBy);
  const seen = new Set<string>();
  for (const place of places) {
    if (seen.has(idOf(place))) return place.name;
    seen.add(idOf(place));
  }
  return places.find((place) => around(place).some((folder) => seen.has(`folder ${folder}`)))?.name ?? null;
}

/** By two different sources: one within itself is done level by level. */
function writtenAndRead(sources: readonly CopySource[]): string | null {
  const readers = new Map(sources.map((source) => [idOf(readBy(source)), source]));
  const writers = new Map(sources.map((source) => [idOf(writtenBy(source)), source]));
  const meets = (place: Place, others: ReadonlyMap<string, CopySource>, self: CopySource) =>
    [idOf(place), ...around(place).map((folder) => `folder ${folder}`)].some((id) => {
      const other = others.get(id);
      return other !== undefined && other !== self;
    });
  for (const source of sources) {
    if (meets(writtenBy(source), readers, source)) return writtenBy(source).name;
    if (meets(readBy(source), writers, source)) return readBy(source).name;
  }
  return null;
}
