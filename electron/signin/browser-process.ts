/**
 * The process of a driven browser: started on a profile and a pipe (fds 3 and 4, no port), watched, ended by its own
 * pid. Knows nothing of pages. When Daypass dies the pipe closes, and the browser ends by itself.
 */
import { spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { Clock } from '../lib/clock.ts';
import { browserEnv } from './browser-env.ts';

export interface Exit {
  code: number | null;
  signal: string | null;
}

export interface BrowserProcess {
  to: Writable;
  from: Readable;
  /** Resolves when the process is gone, or never was. */
  exited: Promise<Exit>;
  /** Resolves when the browser says that a policy forbids what we do. */
  forbidden: Promise<void>;
  /** Asks by `ask` first, then by signals that get sterner; null: by signals at once. */
  end(ask: (() => void) | null): Promise<Exit>;
}

interface Start {
  executable: string;
  profile: string;
  /** Further switches; tests only. */
  switches: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  asRoot: boolean;
  clock: Clock;
}

const SOME_PATIENCE_MS = 4_000;
/** chrome/browser/devtools/remote_debugging_server.cc, on policy RemoteDebuggingAllowed: it stays open and mute. */
const FORBIDDEN = 'remote debugging is disallowed';

export function startBrowser({ executable, profile, switches, env, asRoot, clock }: Start): BrowserProcess {
  const child = spawn(
    executable,
    [...ownSwitches(profile), ...(asRoot ? ['--no-sandbox'] : []), ...switches, 'about:blank'],
    {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      env: browserEnv(env),
      windowsHide: false,
    },
  );
  const exited = new Promise<Exit>((resolve) => {
    child.once('error', () => resolve({ code: null, signal: null }));
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  const forbidden = new Promise<void>((resolve) => {
    let said = '';
    // Read and forgotten: a browser's own messages may hold addresses.
    child.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString('latin1')).slice(-4096);
      if (said.includes(FORBIDDEN)) resolve();
    });
  });
  return {
    to: child.stdio[3] as Writable,
    from: child.stdio[4] as Readable,
    exited,
    forbidden,
    end: (ask) => {
      const signalAfter = (ms: number, signal: NodeJS.Signals) =>
        clock.alarm(clock.now() + ms, () => void child.kill(signal));
      const callOff = [
        signalAfter(SOME_PATIENCE_MS, 'SIGTERM'),
        signalAfter(2 * SOME_PATIENCE_MS, 'SIGKILL'),
      ];
      if (ask) ask();
      else child.kill();
      return exited.finally(() => {
        for (const off of callOff) off();
      });
    },
  };
}

function ownSwitches(profile: string): string[] {
  return [
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--remote-debugging-pipe',
    '--new-window',
    // Two dialogs of a fresh or a killed profile that would stand before the page.
    '--disable-search-engine-choice-screen',
    '--hide-crash-restore-bubble',
    // The profile stays small: pages are seen now and then, and components of hundreds of MB are not for it.
    '--disk-cache-size=8388608',
    '--disable-component-update',
  ];
}
