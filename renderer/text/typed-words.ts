/** Whether what was typed means a text: every word of it occurs, in any order, whatever its case. Pure. */
export function fitsTyped(text: string, typed: string): boolean {
  const lower = text.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word));
}
