/**
 * The company's sign-in page in the person's own browser product, in a profile of ours: the same promise as the
 * window's, kept over the DevTools protocol. One browser at a time has an organisation's profile.
 */
import { accessSync, constants } from 'node:fs';
import { AppError } from '../lib/app-error.ts';
import { findBrowser } from './browsers.ts';
import { type Driven, type DriveParts, drive } from './drive-browser.ts';
import type { OpenLogin } from './login.ts';
import { createVerdict } from './verdict.ts';

export interface SystemBrowser {
  open: OpenLogin;
  /** Calls off every sign-in that runs, so that its browser ends; at quitting. */
  endAll(): void;
}

const LONGEST_WAIT_MS = 10 * 60_000;

export function createSystemBrowser(parts: DriveParts): SystemBrowser {
  const { clock, surroundings } = parts;
  /** By organisation: the browser that had its profile last, until it is gone. */
  const ending = new Map<string, Promise<unknown>>();
  const running = new Set<() => void>();

  const open: OpenLogin = (organisation, onHost) => {
    const browser = findBrowser(surroundings, isExecutable);
    const verdict = createVerdict();
    let driven: Driven | null = null;
    const begin = async () => {
      if (!browser) throw new AppError('signin-browser-missing');
      await ending.get(organisation.id);
      if (verdict.isOpen()) driven = drive(parts, browser, organisation, onHost, verdict);
    };
    const cancel = () => verdict.fail(new AppError('signin-cancelled'));
    const callOffTimeout = clock.alarm(clock.now() + LONGEST_WAIT_MS, () =>
      verdict.fail(new AppError('signin-timed-out')),
    );
    running.add(cancel);
    const answer = verdict.answer.finally(() => {
      callOffTimeout();
      running.delete(cancel);
      if (driven) ending.set(organisation.id, driven.end());
    });
    begin().catch(verdict.fail);
    return { where: browser?.name ?? 'window', answer, show: () => driven?.show(), cancel };
  };
  return {
    open,
    endAll: () => {
      for (const cancel of [...running]) cancel();
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
