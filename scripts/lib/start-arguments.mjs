// @ts-check
// Pure: what `npm start -- …` asks for.

/**
 * `--tour` is ours and is not passed on. The demo organisation is the default, with DAYPASS_HOME too; `--no-demo` is
 * ours as well and leaves `--demo` out, so that the settings' own organisations are served.
 * @param {readonly string[]} given
 * @param {{ env: NodeJS.ProcessEnv, platform: NodeJS.Platform }} from
 * @returns {{ tour: boolean, appArguments: string[] }}
 */
export function readStartArguments(given, { env, platform }) {
  const noScreen = platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY;
  const rest = given.filter((argument) => argument !== '--tour' && argument !== '--no-demo');
  const demo = !given.includes('--no-demo') && !rest.includes('--demo');
  return { tour: noScreen || given.includes('--tour'), appArguments: demo ? ['--demo', ...rest] : rest };
}
