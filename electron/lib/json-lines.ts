/**
 * Where something stands in a JSON text, as a line number: JSON.parse tells values only, and not every runtime
 * says where a fault is. Pure.
 */

/** The line of the value (or of its key) at `path`; of its nearest parent when it is not there. */
export function lineOf(text: string, path: readonly PropertyKey[]): number {
  return lineAt(text, walk(text, path.map(String)).nearestAt);
}

/** The line where the text stops being JSON; the last line when it only ends too early. */
export function lineOfSyntaxError(text: string): number {
  return lineAt(text, walk(text, []).stoppedAt);
}

/** One for each open bracket: the key or index that the next value belongs to. */
interface Level {
  list: boolean;
  key: string;
  index: number;
}

interface Token {
  at: number;
  end: number;
  /** A string's or scalar's own text, or one of the signs. */
  text: string;
  kind: 'string' | 'scalar' | 'sign';
}

/** Without recursion, so that no depth of a hostile text matters. */
function walk(text: string, wanted: readonly string[]): { nearestAt: number; stoppedAt: number } {
  const levels: Level[] = [];
  const nearest = { depth: 0, at: firstSign(text, 0) };
  /** What may come next: a key, or a value, or (after a value) only a sign. */
  let expects: 'key' | 'value' | 'sign' = 'value';

  const meet = (at: number) => {
    const fits =
      levels.length <= wanted.length && levels.every((level, depth) => placeIn(level) === wanted[depth]);
    if (fits && levels.length > nearest.depth) Object.assign(nearest, { depth: levels.length, at });
  };
  const open = (list: boolean, at: number): boolean => {
    if (expects !== 'value') return false;
    if (levels.at(-1)?.list) meet(at);
    levels.push({ list, key: '', index: 0 });
    expects = list ? 'value' : 'key';
    return true;
  };
  const close = (list: boolean): boolean => {
    if (levels.pop()?.list !== list) return false;
    expects = 'sign';
    return true;
  };
  const next = (): boolean => {
    const level = levels.at(-1);
    if (!level || expects !== 'sign') return false;
    level.index++;
    expects = level.list ? 'value' : 'key';
    return true;
  };
  const take = ({ kind, text: own, at }: Token): boolean => {
    const level = levels.at(-1);
    if (kind === 'sign') {
      if (own === '{' || own === '[') return open(own === '[', at);
      if (own === '}' || own === ']') return close(own === ']');
      return own === ',' ? next() : level?.list === false;
    }
    if (expects === 'sign' || (expects === 'key' && kind !== 'string')) return false;
    if (expects === 'key' && level) level.key = keyOf(own);
    if (expects === 'key' || level?.list) meet(at);
    expects = expects === 'key' ? 'value' : 'sign';
    return true;
  };

  let at = 0;
  for (let token = tokenAt(text, at); token; token = tokenAt(text, at)) {
    if (!take(token)) return { nearestAt: nearest.at, stoppedAt: token.at };
    at = token.end;
  }
  return { nearestAt: nearest.at, stoppedAt: firstSign(text, at) };
}

const placeIn = ({ list, key, index }: Level) => (list ? String(index) : key);

const TOKEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON allows them in no string
  /\s*(?:("(?:[^"\\\u0000-\u001f]|\\.)*")|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|([[\]{},:]))/y;

function tokenAt(text: string, from: number): Token | null {
  TOKEN.lastIndex = from;
  const match = TOKEN.exec(text);
  if (!match) return null;
  const own = match[1] ?? match[2] ?? match[3] ?? '';
  const kind = match[1] !== undefined ? 'string' : match[2] !== undefined ? 'scalar' : 'sign';
  const end = from + match[0].length;
  return { at: end - own.length, end, text: own, kind };
}

/** A key may be written with escapes. */
function keyOf(string: string): string {
  try {
    return String(JSON.parse(string));
  } catch {
    return string;
  }
}

/** Where the next sign that is not white space stands. */
function firstSign(text: string, from: number): number {
  const found = text.slice(from).search(/\S/);
  return found < 0 ? text.length : from + found;
}

function lineAt(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}
