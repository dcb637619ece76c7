/** What an action of the panel is about. Pure. */
import type { ActionObject, ActionTarget } from '../actions/begin.ts';

interface Folder {
  bucket: string;
  prefix: string;
  key: string;
}

type OneVersion = Pick<ActionObject, 'version' | 'sizeBytes' | 'storageClass' | 'isMarker'>;

/** Versions of one key; null is the present one. */
export function versionsTarget(
  { bucket, prefix, key }: Folder,
  versions: readonly OneVersion[],
): ActionTarget {
  const objects = versions.map(({ version, sizeBytes, storageClass, isMarker }) => ({
    ...{ key, version, sizeBytes },
    ...(storageClass !== undefined && { storageClass }),
    ...(isMarker && { isMarker }),
  }));
  return { bucket, prefix, objects, folders: [] };
}
