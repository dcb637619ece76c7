/** Targets without those that lie in a folder which is a target itself, and without repetitions. Pure. */
import type { Target } from '../../contract/s3-work.ts';

export function outermost(targets: readonly Target[]): Target[] {
  const folders = new Set(targets.flatMap((target) => (target.kind === 'folder' ? target.prefix : [])));
  const seen = new Set<string>();
  return targets.filter((target) => {
    const name = target.kind === 'folder' ? target.prefix : target.key;
    const self = JSON.stringify([name, target.kind === 'object' ? target.version : 'folder']);
    if (seen.has(self) || isInside(name, target.kind, folders)) return false;
    seen.add(self);
    return true;
  });
}

/** An object whose key ends with `/` is inside the folder of the same name. */
function isInside(name: string, kind: Target['kind'], folders: ReadonlySet<string>): boolean {
  if (folders.has('') && name !== '') return true;
  const last = kind === 'folder' ? name.length - 1 : name.length;
  for (let cut = name.indexOf('/'); cut >= 0 && cut < last; cut = name.indexOf('/', cut + 1))
    if (folders.has(name.slice(0, cut + 1))) return true;
  return false;
}
