/**
 * Names what a desk runs. `scripts/lib/whole-app.mjs` has put the runtime, the built app and the
 * packaged flavours where the desk's user can read them, and says so in the environment.
 */

export interface Stage {
  /** The Electron executable. */
  runtime: string;
  /** The folder to give it; null when the app is inside, as in a packaged one. */
  app: string | null;
}

export function builtApp(): Stage {
  return { runtime: named('DAYPASS_ELECTRON'), app: named('DAYPASS_APP') };
}

export function packagedApp(flavour: 'test' | 'shipping'): Stage {
  return {
    runtime: named(flavour === 'test' ? 'DAYPASS_PACKAGED_TEST' : 'DAYPASS_PACKAGED_SHIPPING'),
    app: null,
  };
}

/** False where the system lets no ordinary user have a sandbox. */
export function sandboxed(): boolean {
  return process.env.DAYPASS_SANDBOX !== 'off';
}

function named(variable: string): string {
  const value = process.env[variable];
  if (value === undefined || value === '') throw new Error(`${variable} is not set: run \`npm test\``);
  return value;
}
