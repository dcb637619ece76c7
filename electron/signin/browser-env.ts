/** What the driven browser gets of our surroundings: the person's own environment without what is ours. Pure. */

/** Ours, Electron's and Node's own; `SSLKEYLOGFILE` would write down the keys of the company's page. */
const withheld = /^(AWS_|DAYPASS_|ELECTRON_|NODE_|npm_|CHROME_|SSLKEYLOGFILE$)/i;
/** Set by the program that unpacks an AppImage; with them the browser would load our libraries. */
const fromAppImage = /^(LD_LIBRARY_PATH|LD_PRELOAD|APPDIR|APPIMAGE|ARGV0|OWD|GTK_PATH|GIO_MODULE_DIR)$/;

export function browserEnv(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const inAppImage = (env.APPIMAGE ?? '') !== '';
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      value === undefined || withheld.test(name) || (inAppImage && fromAppImage.test(name))
        ? []
        : [[name, value]],
    ),
  );
}
