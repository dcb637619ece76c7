import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { ODD_KEYS } from '../../../demo/s3/buckets/odd-keys.ts';
import { credentialsOf, startTestDemo, type TestDemo } from '../../../demo/testing.ts';
import { collect } from './collect.test-parts.ts';
import { clientAt } from './page-server.test-parts.ts';

const MINUTE = 60_000;
const S3_ACCESS = '111122223333/S3AccessRole';
// On machines that do other things too.
vi.setConfig({ testTimeout: 60_000 });
let demo: TestDemo;
beforeAll(async () => {
  demo = await startTestDemo();
});
afterEach(() => demo.moveClock(0));
afterAll(() => demo.remove());

const clientOf = async (user: string, role: string) =>
  clientAt(demo.organisation.s3Endpoint, await credentialsOf(demo.organisation, user, role));
const list = async (user: string, role: string, bucket: string, prefix = '') =>
  collect(await clientOf(user, role), bucket, prefix);

it('a walk through folders finds every odd key as it is, once', async () => {
  const client = await clientOf('alex', S3_ACCESS);
  const walk = async (prefix: string): Promise<string[]> => {
    const { names } = await collect(client, 'lark-odd-keys', prefix);
    const keys: string[] = [];
    for (const { key, storageClass } of names)
      keys.push(...(storageClass === null ? await walk(key) : [key]));
    return keys;
  };
  expect((await walk('')).sort()).toEqual([...ODD_KEYS].sort());
});

it('a long folder comes whole, each object once', async () => {
  const { names, calls } = await list('alex', S3_ACCESS, 'lark-reports-prod', 'events/2026-06/');
  expect(new Set(names.map(({ key }) => key)).size).toBe(2600);
  expect([names.length, calls]).toEqual([2600, 3]);
});

it('an object comes with size, time and storage class', async () => {
  const { names } = await list('alex', S3_ACCESS, 'lark-invoice-archive', 'backups/');
  expect(names).toContainEqual({
    key: 'backups/ledger-2025-h1.dump.enc',
    size: 8 * 1024 * 1024,
    date: Date.parse('2025-06-30T04:00:00Z'),
    storageClass: 'STANDARD_IA',
  });
});

it('an empty bucket is one piece with nothing in it', async () => {
  const empty = await list('alex', S3_ACCESS, 'lark-empty');
  expect(empty).toEqual({ names: [], region: 'eu-west-1', calls: 1, pieces: 1, failure: null });
});

it('a bucket elsewhere is followed to its region, and that region is told and remembered', async () => {
  const client = await clientOf('maya', '444455556666/DataEngineer');
  const first = await collect(client, 'lark-frankfurt-copies', '');
  expect(first.names.map(({ key }) => key)).toEqual(['models/', 'totals/']);
  expect(first.region).toBe('eu-central-1');
  expect((await collect(client, 'lark-frankfurt-copies', 'models/')).failure).toBeNull();
});

it.each([
  ['what a role may not see', 'maya', '111122223333/ExportsOnly', 'lark-reports-prod', 's3-access-denied'],
  ['a bucket that is not there', 'alex', S3_ACCESS, 'lark-nowhere', 's3-no-such-bucket'],
])('%s is said', async (_what, user, role, bucket, code) => {
  expect((await list(user, role, bucket)).failure).toMatchObject({ code, retry: 'never' });
});

it('a session that has ended is said', async () => {
  const client = await clientOf('kim', S3_ACCESS);
  expect((await collect(client, 'lark-reports-prod', 'events/')).failure).toBeNull();
  demo.moveClock(2 * MINUTE);
  expect((await collect(client, 'lark-reports-prod', 'events/')).failure).toMatchObject({
    code: 's3-session-ended',
    retry: 'afterSignIn',
  });
});
