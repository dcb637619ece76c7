// A body in chunks against what its headers say of it, in S3's words.

import { expect, it } from 'vitest';
import type { Caller } from '../authenticate.ts';
import type { S3Error } from '../errors.ts';
import type { SignableRequest } from '../sigv4.ts';
import { readContent } from './read-content.ts';

const TRAILER = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER';
const claim = {
  date: '20130524',
  region: 'us-east-1',
  service: 's3',
  timestamp: '20130524T000000Z',
  signature: '',
};
const caller = { claim, session: { secretAccessKey: 'x' } } as unknown as Caller;

function request(headers: Record<string, string>): SignableRequest {
  return { method: 'PUT', url: { path: '/b/k', query: [] }, headers: Object.entries(headers) };
}

function read(headers: Record<string, string>, text: string) {
  return readContent(request(headers), Buffer.from(text, 'latin1'), caller);
}

const streamed = { 'x-amz-content-sha256': TRAILER, 'x-amz-decoded-content-length': '3' };

it('leaves a plain body alone', () => {
  const { body } = read({ 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' }, '3\r\nabc\r\n');
  expect(body.toString()).toBe('3\r\nabc\r\n');
});

it('takes trailing headers as if they had come first', () => {
  const content = read(
    { ...streamed, 'x-amz-trailer': 'x-amz-checksum-crc32' },
    '3\r\nabc\r\n0\r\nx-amz-checksum-crc32:NSRBwg==\r\n\r\n',
  );
  expect(content.body.toString()).toBe('abc');
  expect(content.request.headers).toContainEqual(['x-amz-checksum-crc32', 'NSRBwg==']);
});

it.each([
  ['ends too early', streamed, '5\r\nabc', 'IncompleteBody'],
  ['is longer than it says', streamed, '4\r\nabcd\r\n0\r\n\r\n', 'IncompleteBody'],
  ['says no length', { 'x-amz-content-sha256': TRAILER }, '3\r\nabc\r\n0\r\n\r\n', 'MissingContentLength'],
  [
    'brings a header that it did not announce',
    streamed,
    '3\r\nabc\r\n0\r\nx-amz-a:b\r\n\r\n',
    'MalformedTrailerError',
  ],
  [
    'announces a header that does not come',
    { ...streamed, 'x-amz-trailer': 'x-amz-a' },
    '3\r\nabc\r\n0\r\n\r\n',
    'MalformedTrailerError',
  ],
  ['has small chunks in its middle', streamed, '1\r\na\r\n2\r\nbc\r\n0\r\n\r\n', 'InvalidChunkSizeError'],
  [
    'should be signed and is not',
    { ...streamed, 'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD' },
    '3\r\nabc\r\n0\r\n\r\n',
    'SignatureDoesNotMatch',
  ],
  [
    'is signed in a way that nobody knows',
    { ...streamed, 'x-amz-content-sha256': 'STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD' },
    '',
    'NotImplemented',
  ],
])('refuses a body that %s', (_, headers, text, code) => {
  let error: unknown;
  try {
    read(headers as Record<string, string>, text);
  } catch (thrown) {
    error = thrown;
  }
  expect((error as S3Error).code).toBe(code);
});
