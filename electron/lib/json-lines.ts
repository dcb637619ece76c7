/**
 * Where something stands in a JSON text, as a line number: JSON.parse tells values only, and not every runtime
 * says where a fault is. Pure.
 */

/** The line of the value (or of the key) at `path`; of its nearest parent when it is not there. */
export function lineOf(text: string, path: readonly PropertyKey[]): number {
  return walk(text, path.map(String)).line;
}

/** The line where the text stops being JSON; the last line when it only ends too early. */
export function lineOfSyntaxError(text: string): number {
  return lineAt(text, walk(text, null).stoppedAt);
}

interface Walk {
  line: number;
  stoppedAt: number;
}

const TOKEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON allows them in no string
  /\s*(?:("(?:[^"\\\u0000-\u001f]|\\.)*")|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|([[\]{},:]))/y;

/** One level for each open bracket; `key` is what the next value belongs to. */
interface Level {
  list: boolean;
  key: string;
  index: number;
}

function walk(text: string, wanted: readonly string[] | null): Walk {
  const levels: Level[] = [];
  let best = { depth: 0, at: firstSign(text) };
  let at = 0;
  let expectKey = false;
  /** A value or key begins here: is it nearer to what is wanted than anything before? */
  const meet = (start: number) => {
    if (!wanted) return;
    const path = levels.map((level) => (level.list ? String(level.index) : level.key));
    const fits = path.length <= wanted.length && path.every((part, depth) => part === wanted[depth]);
    if (fits && path.length > best.depth) best = { depth: path.length, at: start };
  };
  const after = { value: false };
  while (true) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) break;
    const [whole, string, scalar, sign] = match;
    const start = at + whole.length - (string ?? scalar ?? sign ?? '').length;
    const level = levels.at(-1);
    if (string !== undefined && expectKey && level) {
      level.key = safeKey(string);
      expectKey = false;
      meet(start);
    } else if (string !== undefined || scalar !== undefined) {
      if (after.value || expectKey) return { line: lineAt(text, best.at), stoppedAt: start };
      if (level?.list !== false) meet(start);
      after.value = true;
    } else if (sign === '{' || sign === '[') {
      if (after.value || expectKey) return { line: lineAt(text, best.at), stoppedAt: start };
      if (level?.list) meet(start);
      levels.push({ list: sign === '[', key: '', index: 0 });
      expectKey = sign === '{';
    } else if (sign === '}' || sign === ']') {
      if (!level || level.list !== (sign === ']')) return { line: lineAt(text, best.at), stoppedAt: start };
      levels.pop();
      expectKey = false;
      after.value = true;
    } else if (sign === ',') {
      if (!level || !after.value) return { line: lineAt(text, best.at), stoppedAt: start };
      level.index++;
      after.value = false;
      expectKey = !level.list;
    } else if (sign === ':') {
      if (!level || level.list) return { line: lineAt(text, best.at), stoppedAt: start };
    }
    at += whole.length;
  }
  return { line: lineAt(text, best.at), stoppedAt: firstSign(text, at) };
}

function safeKey(string: string): string {
  try {
    return JSON.parse(string) as string;
  } catch {
    return string;
  }
}

/** Where the next sign that is not white space stands. */
function firstSign(text: string, from = 0): number {
  const found = text.slice(from).search(/\S/);
  return found < 0 ? text.length : from + found;
}

function lineAt(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}
