import { expect, test, vi } from 'vitest';
import type { Organisation, Pass } from '../settings/schema.ts';
import { type AskedAliases, createAccountAliases } from './service.ts';

const DAY = 24 * 3_600_000;
const ACCOUNT = '111122223333';
const pass = (id: string, accountId = ACCOUNT): Pass => ({
  id,
  organisation: 'corp',
  label: id,
  roleArn: `arn:aws:iam::${accountId}:role/${id}`,
  providerArn: `arn:aws:iam::${accountId}:saml-provider/Corp`,
  region: 'eu-west-1',
});
const named = (alias: string) =>
  Buffer.from(
    `<ListAccountAliasesResponse><R><AccountAliases><member>${alias}</member></AccountAliases></R></ListAccountAliasesResponse>`,
  );
const credentials = {
  scope: 'full' as const,
  accessKeyId: 'a',
  secretAccessKey: 'b',
  sessionToken: 'c',
  startedAt: 0,
  expiresAt: 1,
};

function house(passes: Pass[], corp: Partial<Organisation> = {}, live: readonly string[] = ['one', 'two']) {
  let now = 1_000_000_000_000;
  let asked: AskedAliases = {};
  const get = vi.fn(async (_url: string): Promise<Uint8Array | null> => named('lark-data'));
  const changed = vi.fn();
  const log = vi.fn();
  const organisation = { id: 'corp', name: 'Corp', signInUrl: 'https://idp.example', region: 'eu-west-1' };
  const aliases = createAccountAliases({
    clock: { now: () => now },
    log,
    passes: () => passes,
    organisation: () => ({ ...organisation, ...corp }),
    credentials: (id) => (live.includes(id) ? credentials : null),
    memory: {
      read: () => asked,
      write: (next) => {
        asked = next;
      },
    },
    sign: async () => ({ authorization: 'signed' }),
    get,
    changed,
  });
  const look = async () => {
    aliases.look();
    aliases.look();
    await new Promise(setImmediate);
  };
  return { aliases, get, changed, log, look, asked: () => asked, later: (ms: number) => (now += ms) };
}

test('an account is asked for once, whatever number of its roles is live, and again after a week', async () => {
  const { aliases, get, changed, look, later } = house([pass('one'), pass('two')]);
  await look();
  expect(get.mock.calls.map(([url]) => url)).toEqual([
    'https://iam.amazonaws.com/?Action=ListAccountAliases&Version=2010-05-08',
  ]);
  expect(aliases.aliasOf(ACCOUNT)).toBe('lark-data');
  expect(changed).toHaveBeenCalledOnce();
  later(6 * DAY);
  await look();
  expect(get).toHaveBeenCalledTimes(1);
  later(2 * DAY);
  await look();
  expect(get).toHaveBeenCalledTimes(2);
});

test.each<[string, () => Promise<Uint8Array | null>]>([
  ['refused', async () => null],
  ['out of reach', async () => Promise.reject(new Error('no way'))],
  ['garbled', async () => Buffer.from('<html>')],
])('a question that is %s is remembered as well, and nobody is troubled', async (_what, answer) => {
  const { aliases, get, changed, look, asked } = house([pass('one')]);
  get.mockImplementation(answer);
  await look();
  await look();
  expect(get).toHaveBeenCalledTimes(1);
  expect(aliases.aliasOf(ACCOUNT)).toBe(null);
  expect(Object.keys(asked())).toEqual([ACCOUNT]);
  expect(changed).not.toHaveBeenCalled();
});

test.each<[string, Partial<Organisation>]>([
  ['an STS of its own', { endpoints: { sts: 'https://sts.example' } }],
  ['an S3 of its own', { endpoints: { s3: 'http://127.0.0.1:9000' } }],
])('nothing is asked for an organisation with %s', async (_what, corp) => {
  const { get, look } = house([pass('one')], corp);
  await look();
  expect(get).not.toHaveBeenCalled();
});

test('nothing is asked without a live session', async () => {
  const { get, look } = house([pass('one')], {}, []);
  await look();
  expect(get).not.toHaveBeenCalled();
});
