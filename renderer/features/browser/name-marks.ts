/**
 * What can't be seen in a key gets a mark: control characters, spaces at the ends, an empty name, two
 * names that look the same. Keys are bytes; nothing here changes one. Pure.
 */

export type NamePart = { kind: 'text' | 'control' | 'space'; text: string };

/** Controls, format characters (zero width, direction) and blank letters; not the joiner inside an emoji. */
const unseen =
  /(?!(?<=\p{Extended_Pictographic}|\ufe0f)\u200d\p{Extended_Pictographic})[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/gu;

const escapeOf = (char: string) => {
  const known: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
  return known[char] ?? `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
};

/** True for nearly every name: nothing to mark, one plain text. */
export function isPlainName(name: string): boolean {
  return name !== '' && name !== '/' && !/^\s|\s$/.test(name.replace(/\/$/, '')) && name.search(unseen) < 0;
}

/** The name in pieces; spaces at either end and unseen characters are pieces of their own. */
export function nameParts(name: string): NamePart[] {
  const slash = name.endsWith('/') ? '/' : '';
  const body = slash ? name.slice(0, -1) : name;
  const lead = /^ +/.exec(body)?.[0].length ?? 0;
  const trail = lead === body.length ? 0 : (/ +$/.exec(body)?.[0].length ?? 0);
  const parts: NamePart[] = [];
  if (lead) parts.push({ kind: 'space', text: body.slice(0, lead) });
  const end = body.length - trail;
  parts.push(...controlParts(body.slice(lead, end)));
  if (trail) parts.push({ kind: 'space', text: body.slice(end) });
  if (slash) parts.push({ kind: 'text', text: slash });
  return parts;
}

/** A text in pieces; unseen characters are pieces of their own, but those that `leaves` holds. */
export function controlParts(text: string, leaves = ''): NamePart[] {
  const parts: NamePart[] = [];
  let from = 0;
  for (const { 0: char, index } of text.matchAll(unseen)) {
    if (leaves.includes(char)) continue;
    if (index > from) parts.push({ kind: 'text', text: text.slice(from, index) });
    parts.push({ kind: 'control', text: escapeOf(char) });
    from = index + char.length;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}

/** For names that look the same: what sets this one apart, `é as two` or `é as one character`. */
export function twinMark(name: string): string {
  const composed = name.normalize('NFC');
  const decomposed = name.normalize('NFD');
  const letter = [...composed].find((char) => char.normalize('NFD') !== char) ?? '';
  if (name === decomposed) return `twin: ${letter} as two`;
  return name === composed ? `twin: ${letter} as one character` : 'twin: both spellings in one';
}
