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
