import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnswerHead, AnswerReader, GarbledAnswer } from './answer-reader.ts';

interface Told {
  heads: AnswerHead[];
  body: string;
  ends: number;
  /** Whether closing the connection was a right end. */
  closed: boolean;
}

/** What is told of bytes that come cut at these places. */
function told(text: string, cuts: readonly number[] = []): Told {
  const bytes = Buffer.from(text, 'latin1');
  const told: Told = { heads: [], body: '', ends: 0, closed: false };
  const reader = new AnswerReader({
    head: (head) => told.heads.push(head),
    body: (part) => {
      told.body += part.toString('latin1');
    },
    end: () => {
      told.ends++;
    },
  });
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  for (const [i, from] of places.slice(0, -1).entries()) reader.read(bytes.subarray(from, places[i + 1]));
  told.closed = reader.close();
  return told;
}

const OK = 'HTTP/1.1 200 OK\r\n';
const sized = `${OK}Content-Length: 5\r\nETag: "x"\r\n\r\nhello`;
const chunked = `${OK}Transfer-Encoding: chunked\r\n\r\n5;a=b\r\nhello\r\n06\r\n there\r\n0\r\nX-Sum: 1\r\n\r\n`;
const untilClosed = `${OK}Server: s\r\n\r\nhello`;
const continued = `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n${sized}`;

describe('an answer', () => {
  it('with a length', () => {
    const headers = { 'content-length': '5', etag: '"x"' };
    expect(told(sized)).toEqual({
      heads: [{ status: 200, headers, stays: true }],
      body: 'hello',
      ends: 1,
      closed: true,
    });
  });

  it('in chunks, whose trailers are not asked about', () => {
    expect(told(chunked)).toMatchObject({ body: 'hello there', ends: 1, heads: [{ stays: true }] });
  });

  it('that ends with its connection', () => {
    expect(told(untilClosed)).toMatchObject({ body: 'hello', ends: 1, heads: [{ stays: false }] });
  });

  it('behind interim ones', () => {
    expect(told(continued)).toMatchObject({ body: 'hello', ends: 1, heads: [{ status: 200 }] });
  });

  it.each([
    'HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n',
    'HTTP/1.1 204 No Content\r\n\r\n',
    `${OK}Content-Length: 0\r\n\r\n`,
  ])('without a body: %j', (text) =>
    expect(told(text)).toMatchObject({ body: '', ends: 1, closed: true, heads: [{ stays: true }] }),
  );

  it.each([
    ['HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n', 'as old as HTTP/1.0'],
    [`${OK}Connection: Close\r\nContent-Length: 0\r\n\r\n`, 'that says so'],
    [`${OK}Connection: x, close\r\nContent-Length: 0\r\n\r\n`, 'that says so among others'],
  ])('after which the connection goes: %j, %s', (text) => {
    expect(told(text).heads).toMatchObject([{ stays: false }]);
  });

  it('keeps every header: twice is joined, spaces around a value go, bytes stay, names that mean something to objects too', () => {
    const text = `${OK}X-Twice: a\r\nx-twice:\t b c \r\nX-Byte: \xe9\r\n__proto__: p\r\nX-Empty:\r\nContent-Length: 0\r\n\r\n`;
    const [head] = told(text).heads;
    expect(Object.entries(head?.headers ?? {})).toEqual([
      ['x-twice', 'a, b c'],
      ['x-byte', '\xe9'],
      ['__proto__', 'p'],
      ['x-empty', ''],
      ['content-length', '0'],
    ]);
  });

  it.each([sized, chunked, untilClosed, continued])('is the same wherever its bytes are cut: %j', (text) => {
    const whole = told(text);
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 12 }), (cuts) => {
        expect(told(text, cuts)).toEqual(whole);
      }),
    );
  });

  it.each([sized, chunked])('that ends too early is told from one that is whole: %j', (text) => {
    for (let length = 0; length < text.length; length++)
      expect(told(text.slice(0, length))).toMatchObject({ ends: 0, closed: false });
  });
});

describe('what is no answer', () => {
  it.each([
    ['SSH-2.0-OpenSSH\r\n', 'another protocol'],
    ['HTTP/2 200\r\n', 'a version of HTTP that this is not'],
    ['HTTP/1.1 099 x\r\n', 'a status that is none'],
    ['HTTP/1.1 200 OK\n', 'a bare line feed'],
    ['HTTP/1.1 101 Switching Protocols\r\n\r\n', 'another protocol offered'],
    [`${OK}no colon\r\n`, 'a line that is no header'],
    [`${OK}: x\r\n`, 'a header without a name'],
    [`${OK}A b: x\r\n`, 'a name with a space'],
    [`${OK}A : x\r\n`, 'a space before the colon'],
    [`${OK} folded\r\n`, 'a folded line'],
    [`${OK}A: x\0y\r\n`, 'a zero byte'],
    [`${OK}A: x\ry\r\n`, 'a bare carriage return'],
    [`${OK}Content-Length: 5x\r\n\r\n`, 'a length that is none'],
    [`${OK}Content-Length: -1\r\n\r\n`, 'a negative length'],
    [`${OK}Content-Length: 0x10\r\n\r\n`, 'a length in hex'],
    [`${OK}Content-Length: 1\r\nContent-Length: 2\r\n\r\n`, 'two lengths'],
    [`${OK}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n`, 'a length and chunks'],
    [`${OK}Transfer-Encoding: gzip, chunked\r\n\r\n`, 'a coding nobody asked for'],
    [`${OK}Transfer-Encoding: chunked\r\n\r\nx\r\n`, 'a chunk without a length'],
    [`${OK}Transfer-Encoding: chunked\r\n\r\n-1\r\n`, 'a chunk of a negative length'],
    [`${OK}Transfer-Encoding: chunked\r\n\r\n1\r\nab\r\n`, 'a chunk that is longer than it says'],
    [`${OK}Transfer-Encoding: chunked\r\n\r\n1;${'x'.repeat(2000)}`, 'a chunk’s line without end'],
    [`${OK}Content-Length: 1\r\n\r\nab`, 'bytes behind its end'],
    [`${OK}A: ${'x'.repeat(70_000)}`, 'a head without end'],
    [`${OK}${'A: x\r\n'.repeat(20_000)}`, 'headers without end'],
  ])('%#: %j is refused: %s', (text) => {
    expect(() => told(text)).toThrow(GarbledAnswer);
    expect(() =>
      told(
        text,
        Array.from({ length: 500 }, (_, at) => at),
      ),
    ).toThrow(GarbledAnswer);
  });

  it('never makes it go on for ever, or tell more bytes than came', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary-ascii', maxLength: 200 }),
        fc.constantFrom(sized, chunked),
        (noise, start) => {
          const text = start.slice(0, noise.length % start.length) + noise;
          try {
            expect(told(text).body.length).toBeLessThanOrEqual(text.length);
          } catch (error) {
            expect(error).toBeInstanceOf(GarbledAnswer);
          }
        },
      ),
    );
  });
});
