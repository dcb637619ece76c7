/**
 * JSON, or many JSON documents one behind the other, laid out anew line by line. It is read as text and stays text:
 * no value is made of it, so numbers keep their digits, names may come twice, and `__proto__` is a word. Pure.
 * Source: RFC 8259.
 */
import { JsonTokens, type Token } from './json-tokens.ts';
import { MOST_LINES } from './limits.ts';

export interface JsonLine {
  depth: number;
  text: string;
}

export interface IndentedJson {
  lines: JsonLine[];
  documents: number;
  /** Lines that are left out. */
  more: boolean;
  /** Where it stops being JSON; of what was not read to its end, the end is no error. */
  error: { line: number; column: number } | null;
}

/** What may come next. */
type Expected = 'document' | 'value' | 'value or end' | 'name or end' | 'name' | 'colon' | 'comma or end';

export function indentJson(text: string, complete: boolean, most = MOST_LINES): IndentedJson {
  const tokens = new JsonTokens(text, complete);
  const open: string[] = [];
  const lines: JsonLine[] = [];
  let line = '';
  let documents = 0;
  let expected: Expected = 'document';
  const endLine = () => {
    if (line !== '') lines.push({ depth: open.length, text: line });
    line = '';
  };
  const afterValue = (): Expected => (open.length === 0 ? 'document' : 'comma or end');
  const take = ({ kind, text: said }: Token): Expected | null => {
    switch (kind) {
      case '{':
      case '[': {
        if (!takesValue(expected)) return null;
        line += said;
        endLine();
        open.push(kind);
        return kind === '{' ? 'name or end' : 'value or end';
      }
      case '}':
      case ']': {
        const isEmpty = expected === 'name or end' || expected === 'value or end';
        if (open.at(-1) !== (kind === '}' ? '{' : '[') || (!isEmpty && expected !== 'comma or end'))
          return null;
        endLine();
        open.pop();
        line = isEmpty ? `${lines.pop()?.text ?? ''}${said}` : said;
        return afterValue();
      }
      case ',':
        if (expected !== 'comma or end') return null;
        line += said;
        endLine();
        return open.at(-1) === '{' ? 'name' : 'value';
      case ':':
        if (expected !== 'colon') return null;
        line += ': ';
        return 'value';
      case 'string':
        if (expected === 'name' || expected === 'name or end') {
          line += said;
          return 'colon';
        }
        break;
      case 'other':
        break;
      case 'none':
        return null;
    }
    if (!takesValue(expected)) return null;
    line += said;
    return afterValue();
  };
  let error: IndentedJson['error'] = null;
  for (let token = tokens.next(); token !== null && lines.length < most; token = tokens.next()) {
    const begins = expected === 'document';
    const then = take(token);
    if (then === null) {
      error = tokens.place(token);
      break;
    }
    if (begins) documents++;
    expected = then;
    if (expected === 'document') endLine();
  }
  const more = lines.length >= most;
  endLine();
  const stops = error === null && complete && !more && (expected !== 'document' || documents === 0);
  return { lines, documents, more, error: stops ? tokens.place(null) : error };
}

function takesValue(expected: Expected): boolean {
  return expected === 'document' || expected === 'value' || expected === 'value or end';
}
