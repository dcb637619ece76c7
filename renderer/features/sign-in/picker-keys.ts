/** What a key means in the picker. Pure: a key event in, an intent out. */

export type PickerIntent =
  | { kind: 'move'; by: number }
  | { kind: 'first' | 'last' | 'toggle' | 'all' | 'submit' | 'filter' | 'clear' }
  /** A letter typed at the list goes on in the filter. */
  | { kind: 'type'; text: string };

export interface PickerKey {
  key: string;
  /** Ctrl or Command. */
  ctrl: boolean;
  alt: boolean;
}

const listKeys: Record<string, 'first' | 'last' | 'toggle' | 'submit' | 'filter' | 'clear'> = {
  Home: 'first',
  End: 'last',
  ' ': 'toggle',
  Enter: 'submit',
  '/': 'filter',
  Escape: 'clear',
};

/** `page`: rows a page key moves. Null: the key keeps its own meaning. */
export function pickerIntent(
  press: PickerKey,
  from: 'filter' | 'list' | 'elsewhere',
  page: number,
): PickerIntent | null {
  const { key, ctrl, alt } = press;
  if (alt) return null;
  if (ctrl) return key.toLowerCase() === 'a' && from !== 'filter' ? { kind: 'all' } : null;
  const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page };
  const by = moves[key];
  if (by !== undefined) return { kind: 'move', by };
  if (from === 'elsewhere') return key === '/' ? { kind: 'filter' } : null;
  if (from === 'filter') return key === 'Enter' ? { kind: 'submit' } : null;
  const kind = listKeys[key];
  if (kind) return { kind };
  return [...key].length === 1 ? { kind: 'type', text: key } : null;
}

/** Where the cursor goes from `present` (-1: the filter, above the first role). */
export function movePicker(present: number, by: number, count: number): number {
  if (count === 0) return -1;
  if (present < 0) return by > 0 ? Math.min(by, count) - 1 : -1;
  if (by === -1) return present - 1;
  return Math.min(count - 1, Math.max(0, present + by));
}
