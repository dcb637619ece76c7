import { Readable } from 'node:stream';
import * as s3 from '@aws-sdk/client-s3';
import { describe, expect, it, vi } from 'vitest';
import type { Scope } from '../contract/scope.ts';
import { AppError } from '../lib/app-error.ts';
import type { HttpTransport } from '../network/transport.ts';
import { type ClientSession, createS3Client } from './client.ts';
import { signerOf } from './listing/signed-get.ts';

const session: ClientSession = {
  accessKeyId: 'ASIAEXAMPLE',
  secretAccessKey: 'secret',
  sessionToken: 'token',
  expiresAt: 0,
  region: 'us-east-1',
  endpoint: null,
  forcePathStyle: false,
  useFips: false,
  scope: 'full',
  guarded: false,
  clockOffsetMs: 0,
};

/** A client, and the methods of all that it brought to the wire; every answer is an empty 204. */
function clientThat(scope: Scope) {
  const sent: string[] = [];
  const send = vi.fn<HttpTransport['send']>(async ({ method }) => {
    sent.push(method);
    return { status: 204, headers: {}, body: Readable.from([]) };
  });
  return { client: createS3Client({ ...session, scope }, { send, close: () => undefined }), sent };
}

/** Everything that a path or query of any command needs, and enough of a body for those that look into it. */
const input = {
  Bucket: 'lark-reports',
  Key: 'a//b',
  CopySource: 'lark-reports/c',
  RenameSource: 'c',
  UploadId: 'u',
  PartNumber: 1,
  Id: 'i',
  RequestRoute: 'r',
  RequestToken: 't',
  Delete: { Objects: [{ Key: 'a' }] },
  Body: 'x',
};
type SendAny = (command: unknown) => Promise<unknown>;
type CommandClass = new (of: typeof input) => unknown;
const commandClasses = Object.entries<unknown>(s3).filter(
  (entry): entry is [string, CommandClass] =>
    /[a-z]Command$/.test(entry[0]) && typeof entry[1] === 'function',
);

async function methodsOf(Command: CommandClass, scope: Scope) {
  const { client, sent } = clientThat(scope);
  const send = client.send.bind(client) as unknown as SendAny;
  const error: unknown = await send(new Command(input)).catch((thrown: unknown) => thrown);
  return { sent, error };
}

describe.each(commandClasses)('%s', (_name, Command) => {
  it('reaches the wire in a read-only session only if it reads', async () => {
    const full = await methodsOf(Command, 'full');
    expect(full.sent.length, String(full.error)).toBeGreaterThan(0);
    const only = await methodsOf(Command, 'read-only');
    const writes = full.sent.some((method) => method !== 'GET' && method !== 'HEAD');
    expect(only.sent).toEqual(writes ? [] : full.sent);
    if (writes) {
      expect(only.error).toBeInstanceOf(AppError);
      expect(only.error).toMatchObject({ code: 's3-read-only', details: { retry: 'never' } });
    }
  });
});

it('knows commands that read and commands that write', () => {
  expect(commandClasses.length).toBeGreaterThan(90);
});

const request = { protocol: 'https:', hostname: 'lark-reports.s3.amazonaws.com', path: '/a', query: {} };
const signing = { signingDate: new Date(0), signingRegion: 'us-east-1', signingService: 's3', expiresIn: 60 };

describe('the signer of a read-only session', () => {
  it.each(['PUT', 'POST', 'DELETE', 'PATCH', 'get', ''])('presigns no %s', async (method) => {
    const signer = await clientThat('read-only').client.config.signer();
    const asked = { ...request, method, headers: { host: request.hostname } };
    const presign = (signer as unknown as { presign: (...of: unknown[]) => Promise<unknown> }).presign;
    await expect(presign(asked, signing)).rejects.toMatchObject({ code: 's3-read-only' });
    await expect(signer.sign(asked as never, signing)).rejects.toMatchObject({ code: 's3-read-only' });
  });

  it('signs no policy of an upload form', async () => {
    const signer = await clientThat('read-only').client.config.signer();
    const sign = signer.sign as unknown as (policy: string, of: unknown) => Promise<string>;
    await expect(sign('eyJjb25kaXRpb25zIjpbXX0=', signing)).rejects.toMatchObject({ code: 's3-read-only' });
  });

  it('presigns a GET, and signs a listing’s', async () => {
    const { client } = clientThat('read-only');
    const signer = await client.config.signer();
    const presign = (signer as unknown as { presign: (...of: unknown[]) => Promise<{ query: object }> })
      .presign;
    const asked = { ...request, method: 'GET', headers: { host: request.hostname } };
    expect((await presign(asked, signing)).query).toHaveProperty('X-Amz-Signature');
    const sign = await signerOf(client, 'lark-reports', 'us-east-1');
    expect((await sign({ 'list-type': '2' })).headers).toHaveProperty('authorization');
  });
});
