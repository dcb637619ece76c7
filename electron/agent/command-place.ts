/** Where the `daypass` command stands and how a config file names it. */
import { createHash } from 'node:crypto';
import { delimiter, dirname, join, win32 } from 'node:path';

interface Surroundings {
  platform: NodeJS.Platform;
  homeFolder: string;
  dataFolder: string;
  /** False: a moved data folder or a developer's run, which must not take the installed one's place. */
  ordinary: boolean;
}

/** A path that stays when the app is moved or updated, and without a space where the home folder has none. */
export function commandPath({ platform, homeFolder, dataFolder, ordinary }: Surroundings): string {
  const digest = createHash('sha256').update(dataFolder).digest('hex').slice(0, 8);
  const name = ordinary ? 'daypass' : `daypass-${digest}`;
  return platform === 'win32'
    ? win32.join(homeFolder, '.daypass', 'bin', `${name}.cmd`)
    : join(homeFolder, '.daypass', 'bin', name);
}

/**
 * As `credential_process` takes it: AWS allows letters, digits, `-`, `_`, `.` and spaces in a path, which is quoted
 * then (AWS CLI User Guide, "Sourcing credentials with an external process"); some SDKs go through a shell.
 */
export function credentialProcess(path: string, pass: string): string {
  const plain = /^[A-Za-z0-9_./\\:-]+$/.test(path);
  return `${plain ? path : `"${path}"`} credentials ${pass}`;
}

/**
 * Whether its name alone finds it, as far as this process can tell: an app that a desktop started may not see what a
 * shell's start-up files add, so "no" only means that the whole path is the safe word.
 */
export function isOnPath(path: string, searched: string | undefined): boolean {
  return (searched ?? '').split(delimiter).includes(dirname(path));
}
