import { describe, expect, it } from 'vitest';
import { ordersOf, startOptions } from './start-options.ts';

const plain = {
  argv: [] as string[],
  env: {},
  packaged: true,
  folderNamed: (name: string) => `/data/${name}`,
  flavour: 'shipping' as const,
};

describe('where Daypass keeps its things', () => {
  it.each([
    ['installed', plain, '/data/Daypass', 'Daypass'],
    [
      'a run of the demo',
      { ...plain, argv: ['--demo'] },
      '/data/Daypass (development)',
      'Daypass (development)',
    ],
    [
      'a run from the source',
      { ...plain, packaged: false },
      '/data/Daypass (development)',
      'Daypass (development)',
    ],
    ['a named home', { ...plain, packaged: false, env: { DAYPASS_HOME: '/h' } }, '/h', 'Daypass'],
    [
      'the demo in a named home',
      { ...plain, argv: ['--demo'], env: { DAYPASS_HOME: '/h' } },
      '/h',
      'Daypass (development)',
    ],
  ])('%s', (_what, surroundings, dataFolder, keychainService) => {
    expect(startOptions(surroundings)).toMatchObject({ dataFolder, keychainService });
  });
});

describe('the command line', () => {
  it('knows its four words', () => {
    expect(ordersOf(['--demo', '--open', '--hidden', '--sign-in=corp'])).toEqual({
      demo: true,
      openMain: true,
      hidden: true,
      signIn: 'corp',
    });
  });

  it('takes no organisation that could not be one', () => {
    expect(ordersOf(['--sign-in=../../x', '--sign-in='])).toEqual({
      demo: false,
      openMain: false,
      hidden: false,
      signIn: null,
    });
  });

  it('can loosen nothing in what is shipped', () => {
    const env = {
      DAYPASS_ALLOW_ANY_RUNTIME: '1',
      DAYPASS_DEV_SERVER: 'http://127.0.0.1:5173',
      DAYPASS_BROWSER_SWITCHES: '--proxy-server=evil:1',
    };
    const loosened = { allowAnyRuntime: false, devServer: null, browserSwitches: [] };
    expect(startOptions({ ...plain, env })).toMatchObject(loosened);
  });
});

describe('files that the environment names', () => {
  const env = {
    DAYPASS_MANAGED: '/tmp/m.json',
    AWS_CONFIG_FILE: '/elsewhere/aws.ini',
    AWS_SHARED_CREDENTIALS_FILE: '/elsewhere/keys.ini',
    SAML2AWS_CONFIGFILE: '/elsewhere/saml2aws.ini',
  };

  it.each([
    ['no packaged app of either kind', true, 'shipping', null],
    ['no packaged test app', true, 'test', null],
    ['a checkout', false, 'test', '/tmp/m.json'],
  ] as const)('the administrator’s is taken by %s', (_what, packaged, flavour, managedFile) => {
    expect(startOptions({ ...plain, packaged, flavour, env }).managedFile).toBe(managedFile);
  });

  it('those of other tools are looked for where the person keeps them', () => {
    expect(startOptions({ ...plain, env }).namedFiles).toEqual({
      saml2aws: '/elsewhere/saml2aws.ini',
      awsConfig: '/elsewhere/aws.ini',
      awsCredentials: '/elsewhere/keys.ini',
    });
    expect(startOptions(plain).namedFiles).toEqual({ saml2aws: null, awsConfig: null, awsCredentials: null });
  });
});
