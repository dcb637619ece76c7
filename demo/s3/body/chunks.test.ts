// AWS's own examples of bodies in chunks, and what is not one.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../sigv4.ts';
import { areChunksSigned } from './chunk-signatures.ts';
import { readChunks } from './chunks.ts';

const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const claim = (signature: string): Claim => ({
  place: 'header',
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  date: '20130524',
  region: 'us-east-1',
  service: 's3',
  signedHeaders: [],
  signature,
  timestamp: '20130524T000000Z',
  token: undefined,
  expiresSeconds: undefined,
});

const chunk = (sizeBytes: number, signature: string) =>
  `${sizeBytes.toString(16)};chunk-signature=${signature}\r\n${'a'.repeat(sizeBytes)}${sizeBytes ? '\r\n' : ''}`;

// "Signature calculations for the Authorization header: transferring payload in multiple chunks".
const PLAIN = {
  seed: '4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9',
  body: [
    chunk(65_536, 'ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648'),
    chunk(1024, '0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497'),
    chunk(0, 'b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9'),
    '\r\n',
  ].join(''),
};

// "Signature calculations for trailing headers (chunked uploads)".
const TRAILING = {
  seed: '106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e',
  body: [
    chunk(65_536, 'b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2'),
    chunk(1024, '1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7'),
    chunk(0, '2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992'),
    'x-amz-checksum-crc32c:sOO8/Q==\r\n',
    'x-amz-trailer-signature:d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435\r\n',
    '\r\n',
  ].join(''),
};

function read(text: string) {
  const chunked = readChunks(Buffer.from(text, 'latin1'));
  if (!chunked) throw new Error('no chunks');
  return chunked;
}

describe.each([
  ['without trailing headers', PLAIN],
  ['with a trailing checksum', TRAILING],
])('AWS’s example %s', (_, { seed, body }) => {
  it('is signed chunk by chunk', () => {
    expect(areChunksSigned(read(body), claim(seed), SECRET)).toBe(true);
  });

  it('is not signed once one byte is another, or the order is', () => {
    const { chunks, trailers } = read(body);
    const [first, second, last] = chunks;
    if (!first || !second || !last) throw new Error('three chunks');
    expect(areChunksSigned({ chunks: [second, first, last], trailers }, claim(seed), SECRET)).toBe(false);
    const spoilt = { ...second, data: Buffer.from('b'.repeat(second.data.length)) };
    expect(areChunksSigned({ chunks: [first, spoilt, last], trailers }, claim(seed), SECRET)).toBe(false);
  });
});

it('a trailing header that was not signed, or was signed differently, is told', () => {
  const { chunks } = read(TRAILING.body);
  const trailers: [string, string][] = [['x-amz-checksum-crc32c', 'AAAAAA==']];
  expect(areChunksSigned({ chunks, trailers }, claim(TRAILING.seed), SECRET)).toBe(false);
});

it.each([
  ['nothing', ''],
  ['no size', 'abc'],
  ['less than it says', '5\r\nabc'],
  ['more than it says', '2\r\nabc\r\n0\r\n\r\n'],
  ['no end', '3\r\nabc\r\n'],
  ['a trailer without a name', '0\r\n:x\r\n\r\n'],
])('%s is no body in chunks', (_, text) => {
  expect(readChunks(Buffer.from(text, 'latin1'))).toBeUndefined();
});

it('whatever was put into chunks comes out', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ minLength: 1, maxLength: 50 }), { maxLength: 6 }), (pieces) => {
      const framed = pieces.flatMap((one) => [
        Buffer.from(`${one.length.toString(16)}\r\n`),
        Buffer.from(one),
        Buffer.from('\r\n'),
      ]);
      const body = readChunks(Buffer.concat([...framed, Buffer.from('0\r\nx-amz-a:b\r\n\r\n')]));
      expect(Buffer.concat(body?.chunks.map(({ data }) => data) ?? [])).toEqual(Buffer.concat(pieces));
      expect(body?.trailers).toEqual([['x-amz-a', 'b']]);
    }),
  );
});
