import dns from 'node:dns';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ListBucketsCommand } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { directTransport } from '../network/direct.test-parts.ts';
import { createS3Client } from '../s3/client.ts';
import { type FakeSts, refusal, refusedAt, startFakeSts } from '../signin/sts.test-parts.ts';
import { takeAmbientAws } from './ambient-aws.ts';

describe('the surroundings of the app', () => {
  it('lose every variable of AWS and nothing else', () => {
    const env: NodeJS.ProcessEnv = {
      AWS_PROFILE: 'evil',
      AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
      AWS_CONFIG_FILE: '/tmp/evil',
      AWS_SHARED_CREDENTIALS_FILE: '/tmp/evil',
      AWS_EC2_METADATA_DISABLED: 'false',
      AWS_SOMETHING_NEW: '1',
      aws_session_token: 'x',
      Aws_Region: 'us-west-2',
      AWS_: '',
      AWSOME: 'kept',
      MY_AWS_REGION: 'kept',
      PATH: '/usr/bin',
    };
    takeAmbientAws(env);
    expect(env).toEqual({
      AWS_CONFIG_FILE: devNull,
      AWS_SHARED_CREDENTIALS_FILE: devNull,
      AWS_EC2_METADATA_DISABLED: 'true',
      AWSOME: 'kept',
      MY_AWS_REGION: 'kept',
      PATH: '/usr/bin',
    });
  });
});

type Service = 'sts' | 's3';
/** Requests as the app makes them for an organisation without endpoints of its own. */
const requests: Record<Service, () => Promise<unknown>> = {
  sts: () => refusedAt(undefined),
  s3: async () => {
    const client = createS3Client(
      {
        accessKeyId: 'ASIAEXAMPLE',
        secretAccessKey: 'secret',
        sessionToken: 'token',
        expiresAt: Date.now() + 60_000,
        region: 'eu-west-1',
        endpoint: null,
        forcePathStyle: false,
        clockOffsetMs: 0,
        useFips: false,
        scope: 'full' as const,
        guarded: false,
      },
      directTransport(),
    );
    await client.send(new ListBucketsCommand()).catch(() => {});
    client.destroy();
  },
};

const surroundings = process.env;
let trap: FakeSts;
/** The STS of an organisation that has its own. */
let own: FakeSts;
let folder: string;
let hostsAsked: string[];

/** Writes into a folder of this test alone: the SDK keeps what it has read of a file. */
const file = (name: string, lines: string) => {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, `${lines}\n`);
  return path;
};
const settings = () =>
  `endpoint_url = ${trap.endpoint}\nregion = us-west-2\nuse_fips_endpoint = true\nuse_dualstack_endpoint = true\nca_bundle = ${folder}/ca.pem\ns3_use_arn_region = true`;
const services = () =>
  `[profile evil]\nservices = trap\nregion = us-west-2\n[services trap]\nsts =\n  endpoint_url = ${trap.endpoint}\ns3 =\n  endpoint_url = ${trap.endpoint}`;

/** Ways of a person's machine to lead a client elsewhere, and the services they lead. */
const ways: [string, Service[], () => NodeJS.ProcessEnv][] = [
  ['AWS_ENDPOINT_URL', ['sts', 's3'], () => ({ AWS_ENDPOINT_URL: trap.endpoint })],
  ['AWS_ENDPOINT_URL_STS', ['sts'], () => ({ AWS_ENDPOINT_URL_STS: trap.endpoint })],
  ['AWS_ENDPOINT_URL_S3', ['s3'], () => ({ AWS_ENDPOINT_URL_S3: trap.endpoint })],
  [
    'an endpoint in AWS_CONFIG_FILE',
    ['sts', 's3'],
    () => ({ AWS_CONFIG_FILE: file('config', `[default]\n${settings()}`) }),
  ],
  [
    'a profile in AWS_CONFIG_FILE',
    ['sts', 's3'],
    () => ({ AWS_CONFIG_FILE: file('config', `[profile evil]\n${settings()}`), AWS_PROFILE: 'evil' }),
  ],
  [
    'a profile with services in AWS_CONFIG_FILE',
    ['sts', 's3'],
    () => ({ AWS_CONFIG_FILE: file('config', services()), AWS_PROFILE: 'evil' }),
  ],
  [
    'AWS_SHARED_CREDENTIALS_FILE',
    ['sts', 's3'],
    () => ({ AWS_SHARED_CREDENTIALS_FILE: file('credentials', `[default]\n${settings()}`) }),
  ],
  [
    '~/.aws/config',
    ['sts', 's3'],
    () => {
      file('.aws/config', `[default]\n${settings()}`);
      return {};
    },
  ],
  [
    '~/.aws/credentials',
    ['sts', 's3'],
    () => {
      file('.aws/credentials', `[default]\n${settings()}`);
      return {};
    },
  ],
];
const led = ways.flatMap(([way, led, env]) => led.map((service) => [service, way, env] as const));

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'daypass-ambient-'));
  [trap, own] = [await startFakeSts(), await startFakeSts()];
  for (const server of [trap, own]) server.answer = () => refusal(403, 'AccessDenied');
  hostsAsked = [];
  // No name is ever looked up from here: a request that is not led to the trap ends with the name it wanted.
  vi.spyOn(dns, 'lookup').mockImplementation(((host: string, _how: unknown, done: (e: Error) => void) => {
    hostsAsked.push(host);
    done(Object.assign(new Error('no names in this test'), { code: 'EREFUSED' }));
  }) as typeof dns.lookup);
});
afterEach(async () => {
  process.env = surroundings;
  vi.restoreAllMocks();
  await Promise.all([trap.close(), own.close()]);
  rmSync(folder, { recursive: true });
});

function surroundWith(env: NodeJS.ProcessEnv): void {
  const alike = Object.entries(surroundings).filter(([name]) => !/^AWS_/i.test(name));
  process.env = {
    ...Object.fromEntries(alike),
    HOME: folder,
    USERPROFILE: folder,
    AWS_REGION: 'us-west-2',
    AWS_DEFAULT_REGION: 'us-west-2',
    AWS_USE_FIPS_ENDPOINT: 'true',
    AWS_USE_DUALSTACK_ENDPOINT: 'true',
    AWS_CA_BUNDLE: join(folder, 'ca.pem'),
    ...env,
  };
}

describe('a hostile machine', () => {
  it.each(led)('would lead a request to %s astray by %s', async (service, _way, env) => {
    surroundWith(env());
    await requests[service]();
    expect(trap.seen).toHaveLength(1);
    expect(hostsAsked).toEqual([]);
  });

  it.each(led)('does not lead a request to %s astray by %s once it is taken', async (service, _way, env) => {
    surroundWith(env());
    takeAmbientAws(process.env);
    await requests[service]();
    expect(trap.seen).toEqual([]);
    expect(new Set(hostsAsked)).toEqual(new Set([`${service}.eu-west-1.amazonaws.com`]));
  });

  it('does not lead a request past the STS of an organisation that has its own', async () => {
    surroundWith({ AWS_ENDPOINT_URL: trap.endpoint, AWS_ENDPOINT_URL_STS: trap.endpoint });
    expect((await refusedAt(own.endpoint)).code).toBe('sts-role-refused');
    expect(own.seen).toHaveLength(1);
    expect(trap.seen).toEqual([]);
  });
});
