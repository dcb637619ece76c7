/**
 * Where each key of one download goes, so that no two of them meet: on a disk that takes two names for one (`x` and
 * `X`, or an accent written in two ways), and where a key is also the folder of others (`a` and `a/b`). The later one
 * gets a number as `%~2`, before its ending. Pure.
 */
import { type DiskRules, fits, nameOf, withMark } from './names-on-disk.ts';

/** What the disk takes for the same name. */
export interface SameNames {
  upperAndLower: boolean;
  composedAndNot: boolean;
}
export interface Place {
  folders: string[];
  name: string;
  /** A folder's own marker: its key ends with `/`. */
  isFolder: boolean;
}
export interface Places {
  /** `key`: without what is left away of it. The same answer for the same keys in the same order. */
  of(key: string): Place;
}

/** Null: it has its own name. */
export function otherName({ folders, name, isFolder }: Place, wanted: string): string | null {
  const as = [...folders, name].join('/');
  return isFolder || as === wanted ? null : as;
}

interface Folder {
  /** By what the disk takes for the same: which segment has the name, as what. */
  taken: Map<string, string>;
  /** The names of those that are folders, and the folders, by segment. */
  inside: Map<string, { name: string; folder: Folder }>;
}

const MOST_TWINS = 1000;
const newFolder = (): Folder => ({ taken: new Map(), inside: new Map() });

export function createPlaces(rules: DiskRules, same: SameNames): Places {
  const top = newFolder();
  const folded = (name: string) => {
    let text = same.composedAndNot ? name.normalize('NFC') : name;
    // Both ways: some letters have several small or large ones.
    if (same.upperAndLower) text = text.toUpperCase().toLowerCase();
    return same.composedAndNot ? text.normalize('NFC') : text;
  };
  const nameIn = (folder: Folder, segment: string, kind: 'file' | 'folder'): string => {
    const name = nameOf(segment, rules);
    const owner = `${kind} ${segment}`;
    for (let number = 1; number <= MOST_TWINS; number++) {
      const marked = number === 1 ? name : withMark(name, String(number));
      const tried = fits(marked, rules) ? marked : nameOf(segment, rules, { mark: number });
      const has = folder.taken.get(folded(tried));
      if (has !== undefined && has !== owner) continue;
      folder.taken.set(folded(tried), owner);
      return tried;
    }
    return nameOf(segment, rules, { mark: MOST_TWINS + 1 });
  };
  return {
    of(key) {
      const segments = key.split('/');
      const last = segments.pop() ?? '';
      const folders: string[] = [];
      let at = top;
      for (const segment of segments) {
        const known = at.inside.get(segment) ?? { name: nameIn(at, segment, 'folder'), folder: newFolder() };
        at.inside.set(segment, known);
        folders.push(known.name);
        at = known.folder;
      }
      return { folders, name: nameIn(at, last, 'file'), isFolder: last === '' && segments.length > 0 };
    },
  };
}
