/** What a key pressed in the list means. Pure: a key event in, an intent out. */

export type ListIntent =
  | { kind: 'move'; by: number; extend?: true }
  | { kind: 'first' | 'last'; extend?: true }
  | {
      kind:
        | 'all'
        | 'open'
        | 'up'
        | 'back'
        | 'forward'
        | 'copyUri'
        | 'copyKey'
        | 'download'
        | 'again'
        | 'bookmark'
        | 'sum';
    }
  | { kind: 'path' | 'filter' | 'escape' }
  | { kind: 'begin'; action: 'delete' | 'rename' | 'newFolder' | 'uploadFiles' }
  | { kind: 'type'; key: string };

export interface KeyPress {
  key: string;
  ctrl: boolean;
  shift: boolean;
  alt: boolean;
}

type Plain = Exclude<ListIntent['kind'], 'move' | 'type' | 'begin'>;

const plainKeys: Record<string, Plain> = {
  Home: 'first',
  End: 'last',
  Enter: 'open',
  Escape: 'escape',
  '/': 'filter',
};
const beginKeys: Record<string, 'delete' | 'rename'> = {
  Backspace: 'delete',
  Delete: 'delete',
  F2: 'rename',
};
const altKeys: Record<string, Plain> = {
  ArrowUp: 'up',
  ArrowLeft: 'back',
  ArrowRight: 'forward',
  Enter: 'sum',
};
const ctrlKeys: Record<string, Plain> = {
  ArrowUp: 'up',
  '[': 'back',
  ']': 'forward',
  a: 'all',
  c: 'copyUri',
  d: 'download',
  b: 'bookmark',
  r: 'again',
  l: 'path',
};

/** `page`: how many rows a page key moves. Null: not for the list. */
export function listIntent(press: KeyPress, page: number): ListIntent | null {
  if (press.ctrl && !press.alt) {
    const kind = ctrlKeys[press.key.toLowerCase()] ?? ctrlKeys[press.key];
    if (press.shift && press.key.toLowerCase() === 'n') return { kind: 'begin', action: 'newFolder' };
    if (kind === 'copyUri' && press.shift) return { kind: 'copyKey' };
    if (press.key.toLowerCase() === 'u' && !press.shift) return { kind: 'begin', action: 'uploadFiles' };
    return kind && !press.shift ? { kind } : null;
  }
  if (press.alt) {
    const kind = altKeys[press.key];
    return kind ? { kind } : null;
  }
  const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page };
  const by = moves[press.key];
  const extend = press.shift ? ({ extend: true } as const) : {};
  if (by !== undefined) return { kind: 'move', by, ...extend };
  const kind = plainKeys[press.key];
  if (kind === 'first' || kind === 'last') return { kind, ...extend };
  if (kind) return { kind };
  const action = beginKeys[press.key];
  if (action) return press.shift ? null : { kind: 'begin', action };
  return [...press.key].length === 1 ? { kind: 'type', key: press.key } : null;
}

/** Where the cursor goes from `present` (-1: nowhere yet). */
export function moveCursor(present: number, by: number, count: number): number {
  if (count === 0) return -1;
  if (present < 0) return by > 0 ? 0 : count - 1;
  return Math.min(count - 1, Math.max(0, present + by));
}
