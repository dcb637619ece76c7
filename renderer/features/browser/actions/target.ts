/** What an action is begun on, made of rows and turned into what the S3 process takes. Pure. */
import { MOST_TARGETS, type Target } from '../../../../electron/contract/s3-work.ts';
import { counted } from '../../../text/format.ts';
import type { Row } from '../list-model.ts';
import type { Place } from '../place.ts';
import type { ActionObject, ActionTarget } from './begin.ts';

/** `rows` are read until there are more than one task takes; null where there is no bucket around. */
export function targetOf(place: Place, rows: Iterable<Row>): ActionTarget | null {
  if (place.bucket === null) return null;
  const objects: ActionObject[] = [];
  const folders: string[] = [];
  for (const row of rows) {
    if (row.kind === 'folder') folders.push(row.key);
    else if (row.kind === 'object') {
      const { key, sizeBytes, storageClass } = row;
      objects.push({ key, sizeBytes, version: null, storageClass });
    }
    if (objects.length + folders.length > MOST_TARGETS) break;
  }
  return { bucket: place.bucket, prefix: place.prefix, objects, folders };
}

export const isTooMany = ({ objects, folders }: ActionTarget) =>
  objects.length + folders.length > MOST_TARGETS;

/** Nothing is chosen: the action is on the folder that is on screen. */
export const isFolderItself = ({ objects, folders }: ActionTarget) =>
  objects.length === 0 && folders.length === 0;

/** The only thing that is chosen, or null. */
export function onlyOne({ objects, folders }: ActionTarget): { key: string; isFolder: boolean } | null {
  if (objects.length + folders.length !== 1) return null;
  const [object] = objects;
  return object ? { key: object.key, isFolder: false } : { key: folders[0] ?? '', isFolder: true };
}

export function targetsOf({ objects, folders }: Pick<ActionTarget, 'objects' | 'folders'>): Target[] {
  return [
    ...folders.map((prefix) => ({ kind: 'folder' as const, prefix })),
    ...objects.map(({ key, version }) => ({ kind: 'object' as const, key, version })),
  ];
}

/** Present objects whose sizes the list knows; null when only S3 can count. */
export function countOfTarget({
  objects,
  folders,
}: ActionTarget): { objects: number; sizeBytes: number } | null {
  if (folders.length > 0) return null;
  return { objects: objects.length, sizeBytes: objects.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) };
}

/** The last part of a key, as the list shows it; a folder's with its slash. */
export function lastName(key: string): string {
  const cut = key.lastIndexOf('/', key.length - 2);
  return key.slice(cut + 1);
}

/** `summary.csv`, `3 objects`, `2 folders, 4 objects` */
export function targetWords(target: Pick<ActionTarget, 'objects' | 'folders'> & { prefix?: string }): string {
  const { objects, folders } = target;
  const [object] = objects;
  const [folder] = folders;
  if (object && objects.length === 1 && !folder) return shownName(lastName(object.key));
  if (folder && folders.length === 1 && !object) return shownName(lastName(folder));
  const parts: string[] = [];
  if (folders.length > 0) parts.push(counted(folders.length, 'folder'));
  if (objects.length > 0) parts.push(counted(objects.length, 'object'));
  return parts.join(', ');
}

/** A name in a sentence: an empty one is said. */
export function shownName(name: string): string {
  if (name === '' || name === '/') return `the empty name${name}`;
  return name.trim() === name ? name : `“${name}”`;
}
