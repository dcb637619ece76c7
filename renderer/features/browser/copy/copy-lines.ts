/** Many things to copy → one text, a line each, no longer than the clipboard is given. Pure. */
import { MOST_COPIED } from '../../../../electron/contract/copy-limit.ts';
import type { ActionTarget } from '../actions/begin.ts';
import type { CopyThing } from './copy-forms.ts';

/** Folders come first, as in the list. */
export function thingsOf({ folders, objects }: ActionTarget): CopyThing[] {
  return [
    ...folders.map((key) => ({ kind: 'folder' as const, key, version: null })),
    ...objects.map(({ key, version }) => ({ kind: 'object' as const, key, version })),
  ];
}

/** Null: it would be more than the clipboard is given. */
export function copyLines<T>(things: Iterable<T>, lineOf: (thing: T) => string): string | null {
  const lines: string[] = [];
  let length = 0;
  for (const thing of things) {
    const line = lineOf(thing);
    length += line.length + 1;
    if (length > MOST_COPIED) return null;
    lines.push(line);
  }
  return lines.join('\n');
}
