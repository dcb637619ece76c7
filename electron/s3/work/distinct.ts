/** Targets once each, without those that lie in a folder which is a target itself. Pure. */
import type { Target } from '../../contract/s3-work.ts';

/** `versionsToo`: a folder stands for every version below it, else for present objects only. */
export function distinct(targets: readonly Target[], versionsToo: boolean): Target[] {
  const folders = new Set(targets.flatMap((target) => (target.kind === 'folder' ? target.prefix : [])));
  const seen = new Set<string>();
  return targets.filter((target) => {
    const isFolder = target.kind === 'folder';
    const name = isFolder ? target.prefix : target.key;
    const self = JSON.stringify([name, isFolder ? 'folder' : target.version]);
    if (seen.has(self)) return false;
    seen.add(self);
    if (!isFolder && target.version !== null && !versionsToo) return true;
    return !foldersOf(name, isFolder).some((folder) => folders.has(folder));
  });
}

/** The prefixes that a name lies below, outermost first; an object whose key ends with `/` lies in the folder of its name. */
export function foldersOf(name: string, isFolder: boolean): string[] {
  const folders: string[] = [];
  const end = isFolder ? name.length - 1 : name.length;
  for (let cut = name.indexOf('/'); cut >= 0 && cut < end; cut = name.indexOf('/', cut + 1))
    folders.push(name.slice(0, cut + 1));
  return folders;
}
