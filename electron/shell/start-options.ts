/** Command line and environment → how this run of Daypass is set up. Pure. */
export interface StartOptions {
  demo: boolean;
  openMain: boolean;
  /** Started by the system at login: the tray alone, even where a missing tray can't be noticed. */
  hidden: boolean;
  /** Organisation whose sign-in begins at once. */
  signIn: string | null;
  /** Where settings, state and Chromium's own files live. */
  dataFolder: string;
  /** `DAYPASS_HOME`, where it names the data folder. */
  home: string | null;
  keychainService: string;
  /** Tests with their own loopback organisations on any runtime; no effect in what is shipped. */
  allowAnyRuntime: boolean;
  devServer: string | null;
  /** Another administrator's file than the system's; checkouts only, so that nobody can switch theirs off. */
  managedFile: string | null;
  /** Files of other tools, where the person's environment names them. */
  namedFiles: { saml2aws: string | null; awsConfig: string | null; awsCredentials: string | null };
  /** Further switches for a driven browser, so that tests can keep it on loopback; none in what is shipped. */
  browserSwitches: string[];
}

interface Surroundings {
  argv: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  packaged: boolean;
  /** Name of a folder among the system's application data → its path. */
  folderNamed: (name: string) => string;
  flavour: 'test' | 'shipping';
}

const DEVELOPMENT = 'Daypass (development)';

export function startOptions({ argv, env, packaged, folderNamed, flavour }: Surroundings): StartOptions {
  const orders = ordersOf(argv);
  const home = env.DAYPASS_HOME || null;
  // A developer's run shares nothing with an installed Daypass; a named home is served as the real thing.
  const development = orders.demo || (!packaged && home === null);
  const name = development ? DEVELOPMENT : 'Daypass';
  return {
    ...orders,
    dataFolder: home ?? folderNamed(name),
    home,
    keychainService: name,
    allowAnyRuntime: env.DAYPASS_ALLOW_ANY_RUNTIME === '1' && flavour === 'test',
    devServer: flavour === 'test' ? loopbackOrigin(env.DAYPASS_DEV_SERVER) : null,
    managedFile: packaged ? null : env.DAYPASS_MANAGED || null,
    namedFiles: {
      saml2aws: env.SAML2AWS_CONFIGFILE || null,
      awsConfig: env.AWS_CONFIG_FILE || null,
      awsCredentials: env.AWS_SHARED_CREDENTIALS_FILE || null,
    },
    browserSwitches:
      flavour === 'test' ? (env.DAYPASS_BROWSER_SWITCHES ?? '').split('\n').filter(Boolean) : [],
  };
}

/** What a second start may ask of the running app as well. */
export function ordersOf(argv: readonly string[]): {
  demo: boolean;
  openMain: boolean;
  hidden: boolean;
  signIn: string | null;
} {
  const signIn = argv
    .map((argument) => /^--sign-in=([A-Za-z0-9_-]{1,64})$/.exec(argument)?.[1])
    .find((id) => id !== undefined);
  return {
    demo: argv.includes('--demo'),
    openMain: argv.includes('--open'),
    hidden: argv.includes('--hidden'),
    signIn: signIn ?? null,
  };
}

function loopbackOrigin(value: string | undefined): string | null {
  return value !== undefined && /^http:\/\/127\.0\.0\.1:\d{1,5}$/.test(value) ? value : null;
}
