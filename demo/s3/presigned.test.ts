// Links that carry their signature: made by AWS's own signer, used by anybody, until they end.

import { PutObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { credentialsOf, s3Client } from '../testing.ts';
import { startBench, WORKBENCH } from './operations/testing.ts';

const bench = startBench();
const MINUTE = 60_000;

interface Asked {
  expiresIn?: number;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  client?: ReturnType<typeof s3Client>;
}

/** A link to `key` of the workbench. */
async function presign(method: string, key: string, asked: Asked = {}): Promise<URL> {
  const { expiresIn = 300, query = {}, headers = {}, client = bench.s3 } = asked;
  const url = new URL(`${bench.demo.organisation.s3Endpoint}/${WORKBENCH}/${key}`);
  const signer = (await client.config.signer()) as unknown as {
    presign(request: object, options: object): Promise<{ query: Record<string, string> }>;
  };
  const signed = await signer.presign(
    {
      method,
      protocol: 'http:',
      hostname: url.hostname,
      port: Number(url.port),
      path: url.pathname,
      query,
      headers: { host: url.host, 'X-Amz-Content-Sha256': 'UNSIGNED-PAYLOAD', ...headers },
    },
    { expiresIn, signingRegion: 'eu-west-1', signingService: 's3', signingDate: new Date(bench.demo.now()) },
  );
  for (const [name, value] of Object.entries(signed.query)) url.searchParams.set(name, value);
  return url;
}

function changed(link: URL, name: string, value: string): URL {
  const other = new URL(link);
  other.searchParams.set(name, value);
  return other;
}

const wordsOf = async (answer: Response) => {
  const text = await answer.text();
  const [, code, message] = /<Code>(.*?)<\/Code><Message>(.*?)<\/Message>/.exec(text) ?? [];
  return { status: answer.status, code, message };
};

describe('a link', () => {
  it('reads an object', async () => {
    const answer = await fetch(await presign('GET', 'letters/welcome.txt'));
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('Welcome to Larkfield.');
  });

  it('tells an object’s facts, where it was made for that', async () => {
    const answer = await fetch(await presign('HEAD', 'letters/welcome.txt'), { method: 'HEAD' });
    expect(answer.headers.get('x-amz-meta-author')).toBe('mira');
    const other = await fetch(await presign('HEAD', 'letters/welcome.txt'));
    expect(await wordsOf(other)).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
  });

  it('writes an object', async () => {
    const link = await presign('PUT', 'links/in.txt');
    expect((await fetch(link, { method: 'PUT', body: 'from outside' })).status).toBe(200);
    expect(await (await fetch(await presign('GET', 'links/in.txt'))).text()).toBe('from outside');
  });

  it('names a version, and how the browser is to take it', async () => {
    const there = { Bucket: WORKBENCH, Key: 'links/versions.txt' };
    const { VersionId = '' } = await bench.s3.send(new PutObjectCommand({ ...there, Body: 'old' }));
    await bench.s3.send(new PutObjectCommand({ ...there, Body: 'new' }));
    const query = { versionId: VersionId, 'response-content-disposition': 'attachment' };
    const answer = await fetch(await presign('GET', there.Key, { query }));
    expect(await answer.text()).toBe('old');
    expect(answer.headers.get('content-disposition')).toBe('attachment');
  });

  it('ends after its time', async () => {
    const link = await presign('GET', 'README.md', { expiresIn: 60 });
    bench.demo.moveClock(MINUTE - 1000);
    expect((await fetch(link)).status).toBe(200);
    bench.demo.moveClock(MINUTE + 1000);
    expect(await wordsOf(await fetch(link))).toEqual({
      status: 403,
      code: 'AccessDenied',
      message: 'Request has expired',
    });
  });

  it('ends with the session it was made in, however long it was to last', async () => {
    const kim = await credentialsOf(bench.demo.organisation, 'kim', '111122223333/S3AccessRole');
    const client = s3Client(bench.demo.organisation, kim);
    const link = await presign('GET', 'README.md', { expiresIn: 604_800, client });
    expect((await fetch(link)).status).toBe(200);
    bench.demo.moveClock(3 * MINUTE);
    expect(await wordsOf(await fetch(link))).toMatchObject({ status: 400, code: 'ExpiredToken' });
  });

  it.each([
    ['another key', (link: URL) => new URL(`${link.pathname}x${link.search}`, link)],
    ['a longer life', (link: URL) => changed(link, 'X-Amz-Expires', '301')],
    ['another version', (link: URL) => changed(link, 'versionId', 'null')],
  ])('that was changed to %s is refused', async (_, change) => {
    const link = change(await presign('GET', 'README.md'));
    expect(await wordsOf(await fetch(link))).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
  });

  it.each([
    [
      '604801',
      'X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds',
    ],
    ['-1', 'X-Amz-Expires must be non-negative'],
    ['soon', 'X-Amz-Expires should be a number'],
  ])('that lasts %s seconds is refused', async (seconds, message) => {
    const link = await presign('GET', 'README.md');
    link.searchParams.set('X-Amz-Expires', seconds);
    expect(await wordsOf(await fetch(link))).toEqual({
      status: 400,
      code: 'AuthorizationQueryParametersError',
      message,
    });
  });

  it('without one of its parts is refused', async () => {
    const link = await presign('GET', 'README.md');
    link.searchParams.delete('X-Amz-Signature');
    expect(await wordsOf(await fetch(link))).toMatchObject({
      status: 400,
      code: 'AuthorizationQueryParametersError',
      message: expect.stringContaining('requires the X-Amz-Algorithm'),
    });
  });

  it('does not let a header in that it did not sign', async () => {
    const link = await presign('PUT', 'links/class.txt');
    const headers = { 'x-amz-storage-class': 'GLACIER' };
    expect(await wordsOf(await fetch(link, { method: 'PUT', body: 'x', headers }))).toMatchObject({
      status: 403,
      code: 'AccessDenied',
    });
  });
});
