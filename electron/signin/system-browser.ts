/**
 * The company's sign-in page in the person's own browser product, in a profile of ours: the same promise as the
 * window's, kept over the DevTools protocol. One browser at a time has an organisation's profile.
 */
import { accessSync, constants } from 'node:fs';
import { AppError } from '../lib/app-error.ts';
import { freeProfile } from './browser-lock.ts';
import {
  forgetBrowserProfile,
  forgetBrowserProfiles,
  makeBrowserProfile,
  tidyBrowserProfile,
} from './browser-profile.ts';
import { findBrowser } from './browsers.ts';
import { type Driven, type DriveParts, drive } from './drive-browser.ts';
import type { OpenLogin } from './login.ts';
import { createVerdict } from './verdict.ts';

export interface SystemBrowser {
  open: OpenLogin;
  /** Calls off every sign-in that runs, so that its browser ends; at quitting. */
  endAll(): void;
  /** Removes what the browser kept for an organisation: cookies, passwords, everything. */
  forget(organisation: string): Promise<void>;
  /** Likewise for all, those that stand in no settings any more included. */
  forgetAll(): Promise<void>;
}

interface Parts extends DriveParts {
  dataFolder: string;
}

interface Running {
  organisation: string;
  cancel: () => void;
}

const LONGEST_WAIT_MS = 10 * 60_000;

export function createSystemBrowser(parts: Parts): SystemBrowser {
  const { clock, surroundings, dataFolder } = parts;
  /** By organisation: when the browser that had its profile last is gone. */
  const ending = new Map<string, Promise<void>>();
  const running = new Set<Running>();

  const open: OpenLogin = (organisation, onHost) => {
    const browser = findBrowser(surroundings, isExecutable);
    const verdict = createVerdict();
    const before = ending.get(organisation.id);
    let driven: Driven | null = null;
    const begin = async () => {
      if (!browser) throw new AppError('signin-browser-missing');
      await before;
      const profile = makeBrowserProfile(dataFolder, organisation.id);
      await freeProfile(profile, clock);
      tidyBrowserProfile(profile);
      if (verdict.isOpen()) driven = drive(parts, { browser, profile, organisation, onHost, verdict });
    };
    const cancel = () => verdict.fail(new AppError('signin-cancelled'));
    const callOffTimeout = clock.alarm(clock.now() + LONGEST_WAIT_MS, () =>
      verdict.fail(new AppError('signin-timed-out')),
    );
    const run = { organisation: organisation.id, cancel };
    running.add(run);
    const answer = verdict.answer.finally(() => {
      callOffTimeout();
      running.delete(run);
    });
    const begun = begin().catch(verdict.fail);
    const gone = Promise.allSettled([answer, begun]).then(() => driven?.end());
    ending.set(organisation.id, gone);
    return {
      where: browser?.name ?? 'window',
      answer,
      postedFrom: () => driven?.postedFrom() ?? null,
      show: () => driven?.show(),
      cancel,
      // With the answer the browser ends by itself.
      end: () => {},
    };
  };
  /** Resolves when no browser has the profile any more. */
  const endOf = async (organisation: string) => {
    for (const run of [...running]) if (run.organisation === organisation) run.cancel();
    await ending.get(organisation);
  };
  return {
    open,
    endAll: () => {
      for (const { cancel } of [...running]) cancel();
    },
    forget: async (organisation) => {
      await endOf(organisation);
      forgetBrowserProfile(dataFolder, organisation);
    },
    forgetAll: async () => {
      await Promise.all([...ending.keys()].map(endOf));
      forgetBrowserProfiles(dataFolder);
    },
  };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
