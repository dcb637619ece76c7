import { Readable } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import { sdkHandler } from './sdk-handler.ts';
import type { HttpRequest, HttpTransport } from './transport.ts';

const send = vi.fn<HttpTransport['send']>(async () => ({
  status: 200,
  headers: { a: 'b' },
  body: Readable.from(['x']),
}));
const close = vi.fn();
const handler = sdkHandler({ send, close });
const request = {
  method: 'GET',
  protocol: 'https:',
  hostname: 's3.eu-west-1.amazonaws.com',
  path: '/bucket/a%20b',
  headers: { host: 's3.eu-west-1.amazonaws.com' },
};
const sentFor = async (change: object, options?: { abortSignal?: unknown }): Promise<HttpRequest> => {
  send.mockClear();
  await handler.handle({ ...request, ...change }, options);
  const [sent] = send.mock.calls[0] ?? [];
  if (!sent) throw new Error('nothing was sent');
  return sent;
};

describe('a request of the SDK', () => {
  it.each<[object, string, string]>([
    [{}, 'https://s3.eu-west-1.amazonaws.com', '/bucket/a%20b'],
    [{ protocol: 'http:', hostname: '127.0.0.1', port: 9000 }, 'http://127.0.0.1:9000', '/bucket/a%20b'],
    [{ path: '/b/../c//d' }, 'https://s3.eu-west-1.amazonaws.com', '/b/../c//d'],
    [
      { query: { prefix: "a/ÿ b!'()*~", delimiter: '/', acl: null, empty: '', list: ['2', '1'] } },
      'https://s3.eu-west-1.amazonaws.com',
      '/bucket/a%20b?acl&delimiter=%2F&empty=&list=2&list=1&prefix=a%2F%C3%BF%20b%21%27%28%29%2A~',
    ],
  ])('%j goes to the right place', async (change, origin, path) => {
    expect(await sentFor(change)).toEqual({ method: 'GET', origin, path, headers: request.headers });
  });

  it('keeps its body, and its way to be called off', async () => {
    const stop = new AbortController();
    const stream = Readable.from(['x']);
    expect((await sentFor({ body: 'ä' })).body).toEqual(new Uint8Array([0xc3, 0xa4]));
    expect((await sentFor({ body: stream }, { abortSignal: stop.signal })).body).toBe(stream);
    expect((await sentFor({}, { abortSignal: stop.signal })).signal).toBe(stop.signal);
    expect(await sentFor({ body: '' })).not.toHaveProperty('body');
    await expect(handler.handle({ ...request, body: 7 })).rejects.toThrow(TypeError);
  });

  it('brings the answer in the SDK’s shape, and ends with its client', async () => {
    const { response } = await handler.handle(request);
    expect(response).toMatchObject({ statusCode: 200, headers: { a: 'b' } });
    handler.destroy();
    expect(close).toHaveBeenCalledTimes(1);
    expect(handler.httpHandlerConfigs()).toEqual({});
  });
});
