/** JSON text in its tokens, each as it is written. Pure. Source: RFC 8259. */

export interface Token {
  /** `other`: a number, true, false or null. `none`: nothing that JSON knows. */
  kind: '{' | '}' | '[' | ']' | ',' | ':' | 'string' | 'other' | 'none';
  text: string;
  at: number;
}

const signs = new Set<string>(['{', '}', '[', ']', ',', ':'] as const);
const isSign = (char: string): char is '{' | '}' | '[' | ']' | ',' | ':' => signs.has(char);
const word = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
const anyWord = /[\w.+-]{1,32}/y;
const space = /[ \t\n\r]*/y;
const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

export class JsonTokens {
  private at = 0;

  /** `complete` false: the text goes on behind its end, so the last token may be cut. */
  constructor(
    private readonly text: string,
    private readonly complete: boolean,
  ) {}

  next(): Token | null {
    space.lastIndex = this.at;
    this.at += space.exec(this.text)?.[0].length ?? 0;
    const at = this.at;
    const char = this.text[at];
    if (char === undefined) return null;
    if (isSign(char)) return this.take(char, at + 1);
    return char === '"' ? this.takeString(at) : this.takeWord(at);
  }

  /** Where a token begins, or the text ends; the first is line 1, column 1. */
  place(token: Token | null): { line: number; column: number } {
    const before = this.text.slice(0, token?.at ?? this.text.length);
    const lineAt = before.lastIndexOf('\n') + 1;
    return { line: before.split('\n').length, column: before.length - lineAt + 1 };
  }

  private take(kind: Token['kind'], end: number): Token {
    const token = { kind, text: this.text.slice(this.at, end), at: this.at };
    this.at = end;
    return token;
  }

  private takeString(from: number): Token {
    const { text } = this;
    for (let at = from + 1; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 0x22) return this.take('string', at + 1);
      if (code < 0x20) return this.take('none', at);
      if (code !== 0x5c) continue;
      escaped.lastIndex = at;
      const found = escaped.exec(text)?.[0].length;
      if (found !== undefined) at += found - 1;
      else if (at + 6 > text.length) break;
      else return this.take('none', at);
    }
    return this.take(this.complete ? 'none' : 'string', text.length);
  }

  private takeWord(from: number): Token {
    word.lastIndex = from;
    const found = word.exec(this.text)?.[0];
    if (found !== undefined) return this.take('other', from + found.length);
    anyWord.lastIndex = from;
    const end = from + (anyWord.exec(this.text)?.[0].length ?? 1);
    const isCut = !this.complete && end === this.text.length;
    return this.take(isCut ? 'other' : 'none', end);
  }
}
