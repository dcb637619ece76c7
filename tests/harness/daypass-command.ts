/** The `daypass` command on a desk as a person or a tool runs it, and the config file that leads AWS's clients to it. */
import { mkdir, readdir, readFile, readlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunningApp } from './app.ts';
import type { Desk, StartOptions } from './desk.ts';
import type { Finished } from './processes.ts';
import type { Scene } from './scene.ts';

/** The command's path, once it can be used. */
export async function commandOf(app: RunningApp): Promise<string> {
  const { command } = await app.untilSnapshot('the command', ({ command: { failure } }) => failure === null);
  return command.path;
}

export async function daypass({ app, desk }: Scene, words: readonly string[], more?: StartOptions) {
  return desk.run(await commandOf(app), words, more);
}

/** Where the app listens. */
export async function socketOf({ app, desk }: Pick<Scene, 'app' | 'desk'>): Promise<string> {
  await commandOf(app);
  const folder = join(String(desk.env.XDG_RUNTIME_DIR), 'daypass');
  const [socket = ''] = (await readdir(folder)).filter((name) => name.endsWith('.sock'));
  return join(folder, socket);
}

/** How many are connected at this moment: accepted ones bear the socket's path (proc(5), /proc/net/unix). */
export async function connectionsTo(socket: string): Promise<number> {
  const CONNECTED = ' 0001 03 ';
  const lines = (await readFile('/proc/net/unix', 'utf8')).split('\n');
  return lines.filter((line) => line.endsWith(` ${socket}`) && line.includes(CONNECTED)).length;
}

export interface Credentials {
  AccessKeyId: string;
  SecretAccessKey: string;
  SessionToken: string;
  Expiration: string;
}

export function credentialsIn({ stdout, stderr, code }: Finished): Credentials {
  if (code !== 0) throw new Error(`no credentials, but ${code}: ${stderr}`);
  return JSON.parse(stdout) as Credentials;
}

/** What `eval` would make of the lines for bash, by name. */
export function variablesIn(lines: string): Record<string, string> {
  return Object.fromEntries(
    [...lines.matchAll(/^ export (\w+)='([^']*)'$/gm)].map(([, name, value]) => [
      String(name),
      String(value),
    ]),
  );
}

/** Where the demo's S3 is, as `daypass env` tells it; brings a session where there is none. */
export async function demoS3(scene: Scene, pass = 'S3AccessRole'): Promise<string> {
  const { stdout } = await daypass(scene, ['env', pass, '--shell', 'bash']);
  return String(variablesIn(stdout).AWS_ENDPOINT_URL_S3);
}

export async function writeAwsConfig({ env }: Desk, text: string): Promise<void> {
  const folder = join(String(env.HOME), '.aws');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'config'), text);
}

/** The pid of the app that runs on this data folder, for one that the command has started; null when none does. */
export async function pidOn(home: string): Promise<number | null> {
  // Chromium's own lock: a link to HOST-PID that outlives a killed process.
  const holder = await readlink(join(home, 'SingletonLock')).catch(() => '');
  const pid = Number(/-(\d+)$/.exec(holder)?.[1]);
  const words = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return words.includes(String(process.env.DAYPASS_ELECTRON)) ? pid : null;
}

/**
 * Every Daypass that is on this desk at this moment, without its own children: Chromium's say their type, and one that
 * was forked a moment ago bears its parent's words until it becomes what it is to be.
 */
export async function appsOn({ env }: Desk): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const apps = pids.map(async (pid) =>
    (await isApp(pid)) && (await isIn(pid, String(env.HOME))) && !(await isApp(await parentOf(pid)))
      ? [Number(pid)]
      : [],
  );
  return (await Promise.all(apps)).flat();
}

async function isApp(pid: string): Promise<boolean> {
  const words = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return words.startsWith(String(process.env.DAYPASS_ELECTRON)) && !words.includes('--type=');
}

/** By its working folder, which the command gives it: Chromium writes its title over its environment. */
async function isIn(pid: string, home: string): Promise<boolean> {
  return (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === home;
}

async function parentOf(pid: string): Promise<string> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return /^PPid:\s*(\d+)$/m.exec(status)?.[1] ?? '';
}

export async function endAppOn(home: string): Promise<void> {
  const pid = await pidOn(home);
  if (pid !== null) process.kill(pid, 'SIGKILL');
}
