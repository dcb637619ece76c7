/**
 * *Forget everything*: keychain entries, sessions, what sign-in pages left, settings, state and log go, and the
 * app is as new. What an administrator set is another's file and stays. Knows the order, no screen.
 */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../lib/app-error.ts';

interface Parts {
  dataFolder: string;
  /** First, because it may be refused: what is forgotten can't be found in the file again. */
  removeAwsProfiles: () => Promise<void>;
  signOutAll: () => Promise<void>;
  vault: { index(): readonly string[]; clear(pass: string): Promise<boolean>; state(): string };
  /** Also of organisations that are no longer known. */
  forgetAllPages: () => Promise<void>;
  endHelpers: () => Promise<void>;
  /** The `daypass` command and what it left. */
  forgetCommand: () => Promise<void>;
  /** Settings and state in memory begin anew. */
  forgetSettings: () => void;
}

/** Ours in the data folder, with their previous, unreadable and half-written copies; all else is Chromium's. */
const OURS = /^((settings|state)\.json(\..+)?|daypass\.log(\.\d+)?|demo)$/;

export async function forgetEverything(parts: Parts): Promise<void> {
  await parts.removeAwsProfiles();
  await parts.signOutAll();
  for (const name of [...parts.vault.index()]) {
    // A locked keychain keeps its entries: then the names must stay, so that they can be removed later.
    if (!(await parts.vault.clear(name)) && parts.vault.state() === 'locked')
      throw new AppError('keychain-locked', { retry: 'now' });
  }
  await parts.endHelpers();
  await parts.forgetAllPages();
  await parts.forgetCommand();
  removeOwnFiles(parts.dataFolder);
  parts.forgetSettings();
}

/** Once more at quit, when nothing was set up since: a window's place or a line of log would stay behind. */
export function removeOwnFiles(dataFolder: string): void {
  for (const name of readdirSync(dataFolder)) {
    if (OURS.test(name)) rmSync(join(dataFolder, name), { recursive: true, force: true });
  }
}
