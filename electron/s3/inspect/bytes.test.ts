import type { OutgoingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOST_BYTES_READ } from '../../contract/s3-inspect.ts';
import { type Canned, ofKey, openCanned, PORTAL, refuse, sayPortal } from './canned.test-parts.ts';

let canned: Canned;
beforeAll(async () => {
  canned = await openCanned();
});
afterAll(() => canned.close());

const says = (status: number, headers: OutgoingHttpHeaders, body: string | Buffer) => {
  canned.say = (_request, response) => response.writeHead(status, { ETag: '"e"', ...headers }).end(body);
};
const ask = (from: number, length: number, etag: string | null = null) =>
  canned.ask({ op: 'bytes', ...ofKey('a//b'), from, length, etag });
const codeOf = async (...asked: Parameters<typeof ask>) => {
  const answer = await ask(...asked);
  return answer.kind === 'failed' ? answer.failure.code : answer.kind;
};
const textOf = async (...asked: Parameters<typeof ask>) => {
  const answer = await ask(...asked);
  if (answer.kind !== 'bytes') throw new Error(JSON.stringify(answer));
  return [new TextDecoder().decode(answer.bytes), answer.totalBytes, answer.bytes.buffer.byteLength];
};

describe('part of an object', () => {
  it('is what was asked for, of the content that was asked for', async () => {
    canned.say = (request, response) => {
      expect(request.headers.range).toBe('bytes=3-6');
      expect(request.headers['if-match']).toBe('"e"');
      response.writeHead(206, { ETag: '"e"', 'Content-Range': 'bytes 3-6/100' }).end('abcd');
    };
    expect(await textOf(3, 4, '"e"')).toEqual(['abcd', 100, 4]);
  });

  it('at the end is what is left', async () => {
    says(206, { 'Content-Range': 'bytes 98-99/100' }, 'yz');
    expect(await textOf(98, 1000)).toEqual(['yz', 100, 2]);
    expect(await ask(98, 1000)).toMatchObject({ etag: '"e"' });
  });

  it('is cut when more comes than was asked for, and no more is taken', async () => {
    let closed = false;
    canned.say = (_request, response) => {
      response.once('close', () => {
        closed = !response.writableFinished;
      });
      response.writeHead(206, { ETag: '"e"', 'Content-Range': 'bytes 0-3/1000000000' });
      const flood = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
        if (!response.destroyed) response.once('drain', flood);
      };
      flood();
    };
    expect(await textOf(0, 4)).toEqual(['xxxx', 1_000_000_000, 4]);
    await expect.poll(() => closed).toBe(true);
  });

  it('of a service that answers with the whole is its beginning', async () => {
    says(200, { 'Content-Length': 5 }, 'hello');
    expect(await textOf(0, 3)).toEqual(['hel', 5, 3]);
    expect(await codeOf(2, 3)).toBe('s3-answer-garbled');
  });

  it.each([
    ['in a header', { 'Content-Range': 'bytes */0' }, ''],
    ['in its words', {}, '<ActualObjectSize>0</ActualObjectSize>'],
    ['nowhere', {}, ''],
  ])('of an empty object, said %s, is empty', async (_where, headers, more) => {
    canned.say = (_request, response) => {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      refuse(response, 416, 'InvalidRange', more);
    };
    expect(await textOf(0, 100)).toEqual(['', 0, 0]);
  });

  it('behind the end is empty, and the size is told', async () => {
    canned.say = (_request, response) => {
      response.setHeader('Content-Range', 'bytes */50');
      refuse(response, 416, 'InvalidRange');
    };
    expect(await textOf(60, 100)).toEqual(['', 50, 0]);
    expect(await codeOf(10, 100)).toBe('s3-answer-garbled');
  });

  it('can be as long as the contract says', async () => {
    says(206, { 'Content-Range': `bytes 0-${MOST_BYTES_READ - 1}/99999999` }, Buffer.alloc(MOST_BYTES_READ));
    const answer = await ask(0, MOST_BYTES_READ);
    expect(answer.kind === 'bytes' && answer.bytes.length).toBe(MOST_BYTES_READ);
  });
});

describe('part of an object that is refused', () => {
  it.each([
    [412, 'PreconditionFailed', '', 's3-changed-meanwhile'],
    [403, 'InvalidObjectState', '<StorageClass>GLACIER</StorageClass>', 's3-archived'],
    [403, 'AccessDenied', '', 's3-access-denied'],
    [404, 'NoSuchKey', '', 's3-no-such-key'],
    [400, 'ExpiredToken', '', 's3-session-ended'],
  ])('with %i %s%s is %s', async (status, code, more, failure) => {
    canned.say = (_request, response) => refuse(response, status, code, more);
    expect(await codeOf(0, 10, '"e"')).toBe(failure);
  });

  it.each([404, 405])('because the object was deleted (%i) says so', async (status) => {
    canned.say = (_request, response) => {
      response.setHeader('x-amz-delete-marker', 'true');
      refuse(response, status, status === 404 ? 'NoSuchKey' : 'MethodNotAllowed');
    };
    expect(await codeOf(0, 10)).toBe('s3-marker-there');
  });
});

describe('an answer that can’t be the object’s', () => {
  it.each<[string, number, OutgoingHttpHeaders, string]>([
    ['begins elsewhere', 206, { 'Content-Range': 'bytes 7-10/100' }, 'abcd'],
    ['says no range', 206, {}, 'abcd'],
    ['says nonsense', 206, { 'Content-Range': 'bytes 0-3/*' }, 'abcd'],
    ['says more than any object has', 206, { 'Content-Range': 'bytes 0-3/99999999999999999999' }, 'abcd'],
    ['is of other content', 206, { 'Content-Range': 'bytes 0-3/100', ETag: '"other"' }, 'abcd'],
  ])('because it %s is garbled', async (_what, status, headers, body) => {
    says(status, headers, body);
    expect(await codeOf(0, 4, '"e"')).toBe('s3-answer-garbled');
  });

  it('because it is a portal’s page is garbled', async () => {
    canned.say = sayPortal;
    expect(await codeOf(0, PORTAL.length)).toBe('s3-answer-garbled');
  });

  it('because it stops half-way is no answer', async () => {
    says(206, { 'Content-Range': 'bytes 0-9/100' }, 'abcd');
    expect(await codeOf(0, 10)).toBe('s3-unreachable');
    canned.say = (_request, response) => {
      response.writeHead(206, { ETag: '"e"', 'Content-Range': 'bytes 0-9/100', 'Content-Length': 10 });
      response.write('abcd', () => response.destroy());
    };
    expect(await codeOf(0, 10)).toBe('s3-unreachable');
  });
});
