/**
 * The frame of an HTTP/1.1 answer to a GET (RFC 9112, sections 4 to 7), read from bytes as they come, cut anywhere.
 * The body is told in views of the very bytes that were given: nothing is copied, and nothing is kept. Whatever the RFC
 * lets a recipient refuse is refused. Knows no socket.
 */
import { validateHeaderName, validateHeaderValue } from 'node:http';

export interface AnswerHead {
  status: number;
  /** Names in lower case; several values of one name joined with `, `. */
  headers: Record<string, string>;
  /** Whether the connection may be used again once the body has been read. */
  stays: boolean;
}

export interface Heard {
  head(head: AnswerHead): void;
  body(bytes: Buffer): void;
  end(): void;
}

/** The answer is not HTTP/1.1 as it should be. */
export class GarbledAnswer extends Error {
  override readonly name = 'GarbledAnswer';
}

/** Of all lines of a head, or of what follows the last chunk; four times what Node's own stack takes. */
const MOST_HEAD_BYTES = 65_536;
const MOST_CHUNK_LINE_BYTES = 1024;
const LF = 0x0a;

const statusLine = /^HTTP\/1\.([01]) ([1-9]\d\d)(?: .*)?$/;
const headerLine = /^([^:]+):[\t ]*(.*?)[\t ]*$/;
const chunkLine = /^([\da-f]{1,12})[\t ]*(?:;.*)?$/i;
const digits = /^\d{1,15}$/;

/** What comes next. */
type Reading = 'sized' | 'rest' | 'chunk-bytes' | 'over' | Line;
type Line = 'status' | 'headers' | 'chunk' | 'chunk-end' | 'trailers';

export class AnswerReader {
  #reading: Reading = 'status';
  #line = '';
  #headBytes = 0;
  #bytesLeft = 0;
  #status = 0;
  #isOld = false;
  #headers = new Map<string, string>();
  readonly #heard: Heard;
  readonly #lines: Record<Line, (line: string) => void> = {
    status: (line) => this.#takeStatus(line),
    headers: (line) => (line === '' ? this.#takeHead() : this.#takeHeader(line)),
    chunk: (line) => this.#takeChunk(line),
    'chunk-end': (line) => {
      if (line !== '') throw new GarbledAnswer('a chunk that is longer than it says');
      this.#awaitChunk();
    },
    // RFC 9112, 7.1.2: what they say may be ignored.
    trailers: (line) => {
      if (line === '') this.#over();
    },
  };

  constructor(heard: Heard) {
    this.#heard = heard;
  }

  /** Throws `GarbledAnswer`, also for what comes behind the end. */
  read(bytes: Buffer): void {
    for (let at = 0; at < bytes.length; ) {
      switch (this.#reading) {
        case 'sized':
        case 'chunk-bytes': {
          const until = Math.min(bytes.length, at + this.#bytesLeft);
          this.#bytesLeft -= until - at;
          this.#heard.body(bytes.subarray(at, until));
          at = until;
          if (this.#bytesLeft === 0) this.#partIsOver();
          break;
        }
        case 'rest':
          this.#heard.body(at === 0 ? bytes : bytes.subarray(at));
          return;
        case 'over':
          throw new GarbledAnswer('bytes behind the end of the answer');
        default:
          at = this.#readLine(this.#reading, bytes, at);
      }
    }
  }

  /** The connection was closed. True: that was the end; false: something is missing. */
  close(): boolean {
    if (this.#reading === 'rest') this.#over();
    return this.#reading === 'over';
  }

  #partIsOver(): void {
    if (this.#reading === 'sized') this.#over();
    else this.#reading = 'chunk-end';
  }

  #over(): void {
    this.#reading = 'over';
    this.#heard.end();
  }

  /** Where the next one begins. */
  #readLine(reading: Line, bytes: Buffer, from: number): number {
    const end = bytes.indexOf(LF, from);
    const until = end < 0 ? bytes.length : end;
    this.#headBytes += until - from + 1;
    const most = reading.startsWith('chunk') ? MOST_CHUNK_LINE_BYTES : MOST_HEAD_BYTES;
    if (this.#headBytes > most) throw new GarbledAnswer('a head that is too long');
    this.#line += bytes.toString('latin1', from, until);
    if (end < 0) return until;
    const line = this.#line;
    this.#line = '';
    if (!line.endsWith('\r')) throw new GarbledAnswer('a line without its carriage return');
    this.#lines[reading](line.slice(0, -1));
    return end + 1;
  }

  #takeStatus(line: string): void {
    const [, minor, status] = statusLine.exec(line) ?? [];
    if (status === undefined) throw new GarbledAnswer('no HTTP/1.1 status line');
    this.#status = Number(status);
    this.#isOld = minor === '0';
    this.#reading = 'headers';
  }

  #takeHeader(line: string): void {
    const [, name, value] = headerLine.exec(line) ?? [];
    if (name === undefined || value === undefined) throw new GarbledAnswer('a header that is none');
    try {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    } catch {
      throw new GarbledAnswer('a header with characters that none has');
    }
    const key = name.toLowerCase();
    const known = this.#headers.get(key);
    this.#headers.set(key, known === undefined ? value : `${known}, ${value}`);
  }

  #takeHead(): void {
    const status = this.#status;
    // Not by assigning, which would make something else of `__proto__`.
    const headers: Record<string, string> = Object.fromEntries(this.#headers);
    this.#headers.clear();
    this.#headBytes = 0;
    if (status === 101) throw new GarbledAnswer('another protocol that nobody asked for');
    // Interim answers (RFC 9110, 15.2): the true one follows.
    if (status < 200) {
      this.#reading = 'status';
      return;
    }
    const { 'content-length': length, 'transfer-encoding': coding, connection = '' } = headers;
    if (coding !== undefined && (length !== undefined || coding.toLowerCase() !== 'chunked'))
      throw new GarbledAnswer('a body whose end can’t be told');
    if (length !== undefined && !digits.test(length)) throw new GarbledAnswer('a length that is none');
    const empty = status === 204 || status === 304 || Number(length) === 0;
    const framed = empty || coding !== undefined || length !== undefined;
    const closes = /(?:^|,)[\t ]*close[\t ]*(?:,|$)/i.test(connection);
    this.#heard.head({ status, headers, stays: framed && !closes && !this.#isOld });
    if (empty) this.#over();
    else if (coding !== undefined) this.#awaitChunk();
    else {
      this.#reading = framed ? 'sized' : 'rest';
      this.#bytesLeft = Number(length ?? 0);
    }
  }

  #awaitChunk(): void {
    this.#reading = 'chunk';
    this.#headBytes = 0;
  }

  #takeChunk(line: string): void {
    const [, size] = chunkLine.exec(line) ?? [];
    if (size === undefined) throw new GarbledAnswer('a chunk without its length');
    this.#headBytes = 0;
    this.#bytesLeft = Number.parseInt(size, 16);
    this.#reading = this.#bytesLeft === 0 ? 'trailers' : 'chunk-bytes';
  }
}
