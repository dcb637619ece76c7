/** How this same Daypass is started again when it isn't running, for the `daypass` command. Pure. */

export interface ThisStart {
  platform: NodeJS.Platform;
  execPath: string;
  /** An AppImage is mounted anew at every start; this is the file itself. */
  appImage: string | undefined;
  packaged: boolean;
  /** What a checkout gives Electron to run. */
  appPath: string;
  argv: readonly string[];
  /** `DAYPASS_HOME`, where it was set. */
  home: string | undefined;
}

export interface StartCommand {
  env: Record<string, string>;
  words: string[];
}

/** Orders for one time (`--open`, `--sign-in`) are not repeated; what decides which Daypass it is stays. */
const KEPT = /^--(demo|no-sandbox|host-resolver-rules=.*)$/;

export function startCommand(start: ThisStart): StartCommand {
  const switches = [...start.argv.filter((argument) => KEPT.test(argument)), '--hidden'];
  const env: Record<string, string> = start.home ? { DAYPASS_HOME: start.home } : {};
  if (!start.packaged) return { env, words: [start.execPath, start.appPath, ...switches] };
  const bundle = /^(.*\.app)\/Contents\/MacOS\/[^/]+$/.exec(start.execPath)?.[1];
  if (start.platform === 'darwin' && bundle && !start.home)
    return { env, words: ['/usr/bin/open', '-g', '-a', bundle, '--args', ...switches] };
  return { env, words: [start.appImage || start.execPath, ...switches] };
}
