import { describe, expect, it } from 'vitest';
import { Settings, State } from './schema.ts';

const corp = { id: 'corp', name: 'Corp', signInUrl: 'https://idp.corp.example/sso', region: 'eu-west-1' };
const settings = (organisation: object) => ({ version: 1, organisations: [organisation] });

describe('a settings file', () => {
  it('needs nothing but its version', () => {
    expect(Settings.parse({ version: 1 })).toEqual({
      version: 1,
      organisations: [],
      passes: [],
      preferences: {},
      accounts: {},
    });
  });

  it.each([
    'http://idp.corp.example/sso',
    'http://localhost/sso',
    'http://127.0.0.1.evil.example/sso',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://user:word@idp.corp.example/',
    'idp.corp.example',
  ])('is refused with the sign-in address %s', (signInUrl) => {
    expect(Settings.safeParse(settings({ ...corp, signInUrl })).success).toBe(false);
  });

  it.each(['window', 'system'])('takes the road %s', (browser) => {
    expect(Settings.safeParse(settings({ ...corp, browser })).success).toBe(true);
  });

  it('may name further origins and the company’s own programs', () => {
    const more = {
      idpOrigins: ['https://idp.corp.example', 'http://127.0.0.1:8080'],
      allowedSchemes: ['okta-verify'],
    };
    expect(Settings.parse(settings({ ...corp, ...more })).organisations[0]).toMatchObject(more);
  });

  it.each([
    ['http://127.0.0.1:4000/federation', true],
    ['http://[::1]:4000/federation', true],
    ['https://signin.aws.amazon.com/federation', false],
    ['https://signin.evil.example/federation', false],
    ['http://signin.evil.example/federation', false],
    ['nothing', false],
  ])('may name the console’s endpoint on this machine only: %s, %s', (address, taken) => {
    expect(Settings.safeParse(settings({ ...corp, endpoints: { console: address } })).success).toBe(taken);
  });

  it('takes plain http on a loopback literal', () => {
    expect(Settings.safeParse(settings({ ...corp, signInUrl: 'http://127.0.0.1:8080/sso' })).success).toBe(
      true,
    );
  });

  it.each([
    ['an id that is a path', settings({ ...corp, id: '../../x' })],
    ['an unknown region', settings({ ...corp, region: 'atlantis-1' })],
    ['an unknown field', settings({ ...corp, colour: 'red' })],
    ['an unknown road', settings({ ...corp, browser: 'firefox' })],
    ['a later version', { version: 2 }],
    ['two organisations of one id', { version: 1, organisations: [corp, corp] }],
    ['two ids that are one folder', { version: 1, organisations: [corp, { ...corp, id: 'Corp' }] }],
    ['a page where an origin belongs', settings({ ...corp, idpOrigins: ['https://idp.corp.example/sso'] })],
    ['an origin that is not secure', settings({ ...corp, idpOrigins: ['http://idp.corp.example'] })],
    ['a scheme that is no program’s', settings({ ...corp, allowedSchemes: ['javascript'] })],
    ['a scheme in capital letters', settings({ ...corp, allowedSchemes: ['Okta-Verify'] })],
  ])('is refused with %s', (_what, value) => {
    expect(Settings.safeParse(value).success).toBe(false);
  });
});

it('a state file needs nothing but its version', () => {
  expect(State.parse({ version: 1 })).toMatchObject({ passes: [], keychainIndex: [], durations: {} });
});

describe('a pass', () => {
  const iam = (partition: string) => `arn:${partition}:iam::111122223333`;
  const pass = (more: object) => ({
    version: 1,
    passes: [
      {
        id: 'a',
        organisation: 'corp',
        label: 'A',
        roleArn: `${iam('aws')}:role/R`,
        providerArn: `${iam('aws')}:saml-provider/P`,
        region: 'eu-west-1',
        ...more,
      },
    ],
  });
  const second = { roleArn: `${iam('aws')}:role/S` };

  it.each([
    ['nothing more', {}],
    ['read-only scope', { scope: 'read-only' }],
    ['a second role', { thenAssume: second }],
    [
      'a second role with an external ID',
      { thenAssume: { ...second, externalId: 'a:/x-1', sessionName: 'me@corp' } },
    ],
    [
      'the European Sovereign Cloud',
      {
        roleArn: `${iam('aws-eusc')}:role/R`,
        providerArn: `${iam('aws-eusc')}:saml-provider/P`,
        region: 'eusc-de-east-1',
      },
    ],
  ])('may have %s', (_what, more) => {
    expect(Settings.safeParse(pass(more)).success).toBe(true);
  });

  it.each([
    ['a scope nobody knows', { scope: 'write-only' }, 'scope'],
    ['a second role that is none', { thenAssume: { roleArn: 'S' } }, 'is not the ARN of a role'],
    [
      'an external ID with a space',
      { thenAssume: { ...second, externalId: 'a b' } },
      'is not an external ID',
    ],
    [
      'a session name with a slash',
      { thenAssume: { ...second, sessionName: 'a/b' } },
      'is not a session name',
    ],
    ['a role of a closed network', { roleArn: `${iam('aws-iso')}:role/R` }, 'does not serve (aws-iso)'],
  ])('is refused with %s, and the reason is said', (_what, more, reason) => {
    const parsed = Settings.safeParse(pass(more));
    expect(parsed.success).toBe(false);
    expect(JSON.stringify(parsed.error?.issues)).toContain(reason);
  });
});

describe('a company’s network in the settings', () => {
  const fits = (more: object) => Settings.safeParse(settings({ ...corp, ...more })).success;

  it.each(['ca.pem', 'certs/ca.pem', 'certs\\ca.pem', '..ca.pem', 'a..b/ca.pem'])(
    'takes caFile %s',
    (caFile) => {
      expect(fits({ caFile })).toBe(true);
    },
  );
  it.each([
    '/etc/ca.pem',
    '\\\\server\\ca.pem',
    'C:\\ca.pem',
    'c:ca.pem',
    '../ca.pem',
    'a/../../ca.pem',
    'a\\..\\ca.pem',
    '',
  ])('refuses caFile %j, which is not in the data folder', (caFile) => {
    expect(fits({ caFile })).toBe(false);
  });

  it.each(['idp.corp.example', 'intranet', '*.corp.example', '*.intra.corp.example'])(
    'takes %s for integrated sign-on',
    (host) => {
      expect(fits({ integratedAuthHosts: [host] })).toBe(true);
    },
  );
  it.each([
    '*',
    '*.example',
    '*corp.example',
    '*.*.example',
    'https://idp.corp.example',
    'a,b',
    'a:443',
    '.corp.example',
    '',
  ])('refuses %j for integrated sign-on', (host) => {
    expect(fits({ integratedAuthHosts: [host] })).toBe(false);
  });
  it.each(['*.corp.example', '*', 'idp.corp.example/x', 'idp.corp.example:443'])(
    'refuses %j for client certificates, where only whole hosts count',
    (host) => {
      expect(fits({ mtlsHosts: [host] })).toBe(false);
      expect(fits({ mtlsHosts: ['idp.corp.example'], useFips: true })).toBe(true);
    },
  );
});
