/**
 * Owns a scratch desk for one test: folders, screen, session bus and keyring that belong to nobody's
 * real account, all under an unprivileged user when we are root. Must leave nothing behind.
 */
import type { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prefixCommand, unprivilegedUser } from '../../scripts/lib/unprivileged.mjs';
import { type Bus, connectBus, writeBusConfig } from './bus.ts';
import { type Account, collect, end, type Finished, firstLine, startAs } from './processes.ts';
import { type KeyringState, startKeyring } from './secret-service.ts';

export interface DeskOptions {
  keyring?: KeyringState;
  /** Width and height of the screen in pixels. */
  screen?: [number, number];
}

export interface Desk {
  folder: string;
  account: Account | null;
  /** The whole environment of every program on this desk; nothing is inherited. */
  env: Record<string, string>;
  bus: Bus;
  /** Makes a folder that belongs to the desk's user. */
  makeFolder(name: string): Promise<string>;
  start(command: string, args: readonly string[], more?: StartOptions): ChildProcess;
  run(command: string, args: readonly string[], more?: StartOptions): Promise<Finished>;
  /** One executable that becomes the given one under the desk's user, keeping its pid. */
  launcher(executable: string): string;
  /** Done before the programs end and the folder goes. */
  before(undo: () => Promise<void> | void): void;
  dispose(): Promise<void>;
}

export interface StartOptions {
  env?: Record<string, string>;
  input?: string;
  cwd?: string;
  stdio?: ('ignore' | 'pipe')[];
}

const HOME_FOLDERS = ['home', 'data', 'config', 'cache', 'run'] as const;

export async function openDesk(options: DeskOptions = {}): Promise<Desk> {
  const account = unprivilegedUser();
  const folder = await mkdtemp(join(tmpdir(), 'daypass-desk-'));
  const children: ChildProcess[] = [];
  const undo: (() => Promise<void> | void)[] = [];
  const env = environment(folder);

  const makeFolder = async (name: string) => {
    const path = join(folder, name);
    await mkdir(path, { recursive: true, mode: 0o700 });
    if (account !== null) await chown(path, account.uid, account.gid);
    return path;
  };
  const start: Desk['start'] = (command, args, more = {}) => {
    const child = startAs(account, command, args, {
      cwd: more.cwd ?? env.HOME,
      env: { ...env, ...more.env },
      stdio: more.stdio ?? ['pipe', 'pipe', 'pipe'],
    });
    children.push(child);
    child.once('error', () => undefined);
    return child;
  };
  const dispose = async () => {
    for (const step of undo.reverse()) await step();
    for (const child of children.reverse()) await end(child);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };

  try {
    await chmod(folder, 0o755);
    if (account !== null) await chown(folder, account.uid, account.gid);
    for (const name of HOME_FOLDERS) await makeFolder(name);
    env.DISPLAY = await startScreen(start, options.screen ?? [1440, 960]);
    env.DBUS_SESSION_BUS_ADDRESS = await startBus(start, folder);
    const bus = await connectBus(env.DBUS_SESSION_BUS_ADDRESS);
    undo.push(() => bus.close());
    await startKeyring({ start, bus, state: options.keyring ?? 'unlocked' });
    return {
      folder,
      account,
      env,
      bus,
      makeFolder,
      start,
      run: (command, args, more = {}) => collect(start(command, args, more), more.input),
      launcher: (executable) => launcherIn(folder, account, executable),
      before: (step) => undo.push(step),
      dispose,
    };
  } catch (error) {
    await dispose();
    throw error;
  }
}

function launcherIn(folder: string, account: Account | null, executable: string): string {
  const words = [...prefixCommand(account), executable].map((word) => `'${word}'`);
  const file = join(folder, 'launch');
  writeFileSync(file, `#!/bin/sh\nexec ${words.join(' ')} "$@"\n`, { mode: 0o755 });
  return file;
}

function environment(folder: string): Record<string, string> {
  return {
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    HOME: join(folder, 'home'),
    TMPDIR: join(folder, 'run'),
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_CACHE_HOME: join(folder, 'cache'),
    XDG_RUNTIME_DIR: join(folder, 'run'),
    GSETTINGS_BACKEND: 'memory',
    NO_AT_BRIDGE: '1',
  };
}

async function startScreen(start: Desk['start'], [width, height]: [number, number]): Promise<string> {
  // Only root can make this folder for everybody; without it X falls back to its abstract socket.
  await mkdir('/tmp/.X11-unix', { mode: 0o1777 }).then(
    () => chmod('/tmp/.X11-unix', 0o1777),
    () => undefined,
  );
  const size = `${width}x${height}x24`;
  const screen = start('Xvfb', ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  return `:${await firstLine(screen.stdio[3] as NodeJS.ReadableStream, 'Xvfb')}`;
}

async function startBus(start: Desk['start'], folder: string): Promise<string> {
  const config = await writeBusConfig(folder);
  const daemon = start('dbus-daemon', ['--nofork', '--print-address=3', `--config-file=${config}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  return firstLine(daemon.stdio[3] as NodeJS.ReadableStream, 'dbus-daemon');
}
