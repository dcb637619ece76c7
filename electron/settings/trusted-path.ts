/** Whether a file and every folder above it belong to people who are trusted, and nobody else may write there. */
import { lstatSync, realpathSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';

export interface Trust {
  /** User ids that may own the path; 0 is root. */
  owners: readonly number[];
  /**
   * Whether folders like `/tmp` may be on the way: everybody writes there, but only owners move what is
   * theirs. Never for the administrator's own file.
   */
  stickyFolders: boolean;
}

/** In words, for POSIX systems; null when it can be trusted. An ACL of Linux shows in the group's bits. */
export function distrustOfPath(file: string, trust: Trust): string | null {
  // A link counts by itself and by where it leads.
  for (const path of [...wayTo(file), ...wayTo(realpathSync(file))]) {
    const distrust = distrustOfPart(path, lstatSync(path), trust);
    if (distrust !== null) return distrust;
  }
  return null;
}

const OTHERS_MAY_WRITE = 0o022;
const STICKY = 0o1000;

function distrustOfPart(path: string, stats: Stats, { owners, stickyFolders }: Trust): string | null {
  if (!owners.includes(stats.uid)) return `${path} belongs to user ${stats.uid}, not to root`;
  // The mode of a link means nothing; its folder says who may put another one there.
  if (stats.isSymbolicLink() || (stats.mode & OTHERS_MAY_WRITE) === 0) return null;
  const shared = stickyFolders && stats.isDirectory() && (stats.mode & STICKY) !== 0;
  return shared ? null : `${path} can be written by others than its owner`;
}

/** The path itself, its folder, and so on up to the root. */
function wayTo(path: string): string[] {
  const above = dirname(path);
  return above === path ? [path] : [path, ...wayTo(above)];
}
