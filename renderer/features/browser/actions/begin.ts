/** What a person can begin with objects, and on which; the dialogs behind it are in this folder. */
import { createContext } from 'react';

export type ActionName =
  | 'share'
  | 'newFolder'
  | 'rename'
  | 'copyTo'
  | 'moveTo'
  | 'delete'
  | 'editTags'
  | 'editHeaders'
  | 'restore'
  /** Brings deleted objects back: `objects` are their delete markers. */
  | 'undelete'
  /** Puts an older version on top. */
  | 'makePresent'
  /** What was deleted in this folder. */
  | 'deletedHere'
  /** Uploads by parts below this folder that nobody has ended. */
  | 'unfinishedHere'
  | 'measure'
  /** Into the folder on screen. */
  | 'uploadFiles'
  | 'uploadFolders'
  /** What was dropped on the window: `dropped` are its names. */
  | 'uploadDropped'
  /** Into a folder of this computer. */
  | 'downloadTo';

export interface ActionObject {
  key: string;
  sizeBytes: number;
  /** Null: the present one. */
  version: string | null;
  /** The version is a delete marker. */
  isMarker?: boolean;
  storageClass?: string;
}

export interface ActionTarget {
  bucket: string;
  /** The folder they are looked at in. */
  prefix: string;
  objects: readonly ActionObject[];
  /** Prefixes of whole folders. */
  folders: readonly string[];
  dropped?: readonly string[];
}

/** Opens the action's dialog, or does it where it asks nothing. */
export type BeginAction = (name: ActionName, target: ActionTarget) => void;

/** Nothing happens where there is no browser around. */
export const BeginActionContext = createContext<BeginAction>(() => undefined);
