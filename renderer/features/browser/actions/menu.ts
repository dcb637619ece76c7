/**
 * What a menu offers for what is chosen: only what fits, the destructive one last. SECURITY: a read-only session is
 * offered nothing that writes; the S3 process refuses it besides. Pure.
 */
import { counted, formatCount } from '../../../text/format.ts';
import { switchWords } from '../../../text/scope-words.ts';
import type { MenuChoice } from '../../../ui/MenuList.tsx';
import type { ActionName, ActionTarget } from './begin.ts';
import { isFolderItself } from './target.ts';

export interface MenuFacts {
  readOnly: boolean;
  /** While the session lives. */
  live: boolean;
  /** Actions somebody answers to. */
  has: (name: ActionName) => boolean;
}

const reading: ReadonlySet<ActionName> = new Set([
  'share',
  'deletedHere',
  'unfinishedHere',
  'measure',
  'downloadTo',
]);

/** True for what changes anything in S3. */
export const writes = (name: ActionName) => !reading.has(name);

/** Orders a wider scope; no action on objects. */
export const WIDER = 'wider';

interface Offer extends Omit<MenuChoice, 'id'> {
  name: ActionName;
}

const archived = /^(GLACIER|DEEP_ARCHIVE)$/;
export const isArchived = (storageClass: string | undefined) => archived.test(storageClass ?? '');

export function menuOf(target: ActionTarget, { readOnly, live, has }: MenuFacts): MenuChoice[] {
  const fitting = offers(target).filter(({ name }) => has(name));
  const offered = readOnly ? fitting.filter(({ name }) => !writes(name)) : fitting;
  const choices = offered.map(
    ({ name, ...choice }): MenuChoice => ({ id: name, ...choice, disabled: !live }),
  );
  if (offered.length === fitting.length) return choices;
  return [
    ...choices,
    { id: 'only-reads', words: 'This session may only read', icon: 'eye', disabled: true, apart: true },
    { id: WIDER, words: switchWords.full, icon: 'key' },
  ];
}

function offers(target: ActionTarget): Offer[] {
  if (isFolderItself(target)) return ofFolderItself;
  const [object] = target.objects;
  if (object && object.version !== null) return ofVersions(target);
  return ofPresent(target);
}

const ofFolderItself: Offer[] = [
  { name: 'newFolder', words: 'New folder…', icon: 'plus' },
  { name: 'uploadFiles', words: 'Upload files…', icon: 'up' },
  { name: 'uploadFolders', words: 'Upload folders…' },
  { name: 'downloadTo', words: 'Download to…', icon: 'down' },
  { name: 'deletedHere', words: 'Deleted here…', icon: 'clock' },
  { name: 'unfinishedHere', words: 'Unfinished uploads…' },
  { name: 'measure', words: 'Sum sizes', icon: 'db' },
];

function ofPresent({ objects, folders }: ActionTarget): Offer[] {
  const one = objects.length + folders.length === 1;
  const list: Offer[] = [{ name: 'downloadTo', words: 'Download to…', icon: 'down' }];
  if (one && objects.length === 1) list.push({ name: 'share', words: 'Share…', icon: 'link' });
  if (one) list.push({ name: 'rename', words: 'Rename…', shortcut: 'F2', apart: true });
  list.push(
    { name: 'copyTo', words: 'Copy to…', apart: !one },
    { name: 'moveTo', words: 'Move to…' },
    { name: 'editTags', words: 'Edit tags…', apart: true },
    { name: 'editHeaders', words: 'Edit headers…' },
  );
  const cold = objects.filter(({ storageClass }) => isArchived(storageClass)).length;
  if (cold > 0)
    list.push({
      name: 'restore',
      words: cold === objects.length ? 'Restore…' : `Restore ${counted(cold, 'archived one')}…`,
      icon: 'cold',
    });
  if (folders.length > 0) list.push({ name: 'measure', words: 'Sum sizes', icon: 'db', apart: true });
  if (one && folders.length === 1) list.push({ name: 'deletedHere', words: 'Deleted here…', icon: 'clock' });
  return [...list, deleting(objects.length, folders.length)];
}

/** Versions that are not on top, or were asked for by their id. */
function ofVersions({ objects }: ActionTarget): Offer[] {
  const one = objects.length === 1;
  const list: Offer[] = [];
  if (one) list.push({ name: 'share', words: 'Share…', icon: 'link' });
  if (one) list.push({ name: 'makePresent', words: 'Put this version on top…', icon: 'up' });
  list.push({ name: 'copyTo', words: 'Copy to…' });
  if (objects.some(({ storageClass }) => isArchived(storageClass)))
    list.push({ name: 'restore', words: 'Restore…', icon: 'cold' });
  const words = one ? 'Delete this version…' : `Delete ${formatCount(objects.length)} versions…`;
  return [...list, { name: 'delete', words, icon: 'x', danger: true }];
}

/** Of folders nobody knows the number of objects before they are counted. */
function deleting(objects: number, folders: number): Offer {
  const words = objects + folders === 1 ? 'Delete…' : `Delete ${deletedWords(objects, folders)}…`;
  return { name: 'delete', words, icon: 'x', danger: true, shortcut: 'Del' };
}

function deletedWords(objects: number, folders: number): string {
  if (folders === 0) return formatCount(objects);
  const ofFolders = folders === 1 ? 'the folder' : counted(folders, 'folder');
  return objects === 0 ? ofFolders : `${ofFolders} and ${counted(objects, 'object')}`;
}
