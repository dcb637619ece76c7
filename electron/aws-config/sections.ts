/**
 * `~/.aws/config` as lines and sections, each where it stands. Works on byte strings (one character a byte), so
 * that what is not UTF-8 goes through unharmed. Lines are told apart as Python's `configparser` does, on which
 * botocore stands; where other tools see a section and it does not, the section counts. Pure.
 */

export type LineKind = 'blank' | 'comment' | 'section' | 'option' | 'inner' | 'other';

export interface Line {
  /** Without its end. */
  text: string;
  /** `\n`, `\r\n`, `\r`, or nothing at the end of the file. */
  end: string;
  /** `inner`: goes on with the option above. `other`: what no tool reads. */
  kind: LineKind;
  /** Of an option, in lower case. */
  key: string | null;
  value: string;
  /** Stands behind white space: to some tools it may belong to the line above. */
  indented: boolean;
}

export interface Section {
  /** Index of its header in the lines. */
  from: number;
  /** Index after its last line: comments and blank lines that lead over to the next are within. */
  to: number;
  /** What the header may mean to one tool or another, such as `profile reports`. */
  names: readonly string[];
}

export interface ConfigText {
  /** The three bytes of a byte order mark, or nothing. */
  mark: string;
  lines: readonly Line[];
  sections: readonly Section[];
}

/** UTF-8's byte order mark as a byte string. */
const MARK = '\xef\xbb\xbf';
const LINE = /([^\r\n]*)(\r\n|\r|\n|$)/y;

/** Each step of an edit looks at the text anew, and most of them at the same one. */
let latest: { bytes: string; config: ConfigText } = {
  bytes: '',
  config: { mark: '', lines: [], sections: [] },
};

export function readConfigText(bytes: string): ConfigText {
  if (latest.bytes !== bytes) latest = { bytes, config: parse(bytes) };
  return latest.config;
}

function parse(bytes: string): ConfigText {
  const mark = bytes.startsWith(MARK) ? MARK : '';
  const lines = linesIn(bytes.slice(mark.length));
  const starts = lines.flatMap(({ kind }, index) => (kind === 'section' ? [index] : []));
  const sections = starts.map((from, at) => ({
    from,
    to: starts[at + 1] ?? lines.length,
    names: namesIn(lines[from]?.text ?? ''),
  }));
  return { mark, lines, sections };
}

export const writeLines = (mark: string, lines: readonly Pick<Line, 'text' | 'end'>[]): string =>
  mark + lines.map(({ text, end }) => text + end).join('');

function linesIn(bytes: string): Line[] {
  const lines: Line[] = [];
  let inSection = false;
  /** How far the option that is open stands in; null when none is. */
  let open: number | null = null;
  LINE.lastIndex = 0;
  while (LINE.lastIndex < bytes.length) {
    const [, text = '', end = ''] = LINE.exec(bytes) ?? [];
    const shown = readable(text);
    const indent = indentOf(shown);
    const words = trim(shown);
    const add = (kind: LineKind, key: string | null = null, value = '') =>
      lines.push({ text, end, kind, key, value, indented: indent > 0 });
    if (words === '') add('blank');
    else if (/^[#;]/.test(words)) add('comment');
    else if (words.startsWith('[') && words.includes(']')) {
      add('section');
      inSection = true;
      // To botocore an indented header below an option is a part of its value, and so are the lines below it.
      if (open === null || indent <= open) open = null;
    } else if (open !== null && indent > open) add('inner');
    else {
      const option = inSection ? /^([^=:]*)[=:]([\s\S]*)$/.exec(words) : null;
      if (option) {
        add('option', trim(option[1] ?? '').toLowerCase(), trim(option[2] ?? ''));
        open = indent;
      } else add('other');
    }
  }
  return lines;
}

/** Some tools read up to the first bracket, some up to the last; quotes and backslashes are a shell's. */
function namesIn(header: string): string[] {
  const inside = trim(readable(header)).slice(1);
  const cuts = [inside.indexOf(']'), inside.lastIndexOf(']')];
  return [...new Set(cuts.map((at) => sectionName(inside.slice(0, at))))];
}

function sectionName(inside: string): string {
  const [kind = '', ...rest] = trim(inside)
    .replace(/["'\\]/g, '')
    .split(/\s+/);
  const name = [kind, ...rest].join(' ');
  return name === 'default' ? 'profile default' : name;
}

/** Text for telling lines apart; what is not UTF-8 becomes a sign that stands for itself. */
export function readable(bytes: string): string {
  for (let at = 0; at < bytes.length; at++) {
    if (bytes.charCodeAt(at) > 0x7f)
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(
        Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)),
      );
  }
  return bytes;
}

/** As Python's `str.isspace` has it, which is not JavaScript's: separators of ASCII count, the byte order mark does not. */
function isSpace(code: number): boolean {
  return (
    (code >= 0x09 && code <= 0x0d) ||
    (code >= 0x1c && code <= 0x20) ||
    code === 0x85 ||
    code === 0xa0 ||
    (code > 0xff && code !== 0xfeff && /\s/.test(String.fromCharCode(code)))
  );
}

function indentOf(text: string): number {
  let at = 0;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

function trim(text: string): string {
  const from = indentOf(text);
  let to = text.length;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return text.slice(from, to);
}
