/**
 * Looks after a sign-in page that nobody sees: a page that stays without answering needs a person. One world:
 * the page's own events.
 */
import type { WebContents } from 'electron';
import { AppError } from '../lib/app-error.ts';
import type { Clock } from '../lib/clock.ts';

/** The whole try, however many pages follow each other: a loop of redirects ends as well. */
const LONGEST_TRY_MS = 90_000;

/** Answers the way to stop looking: the answer came, or a person did. */
export function watchSilently(
  page: WebContents,
  patienceMs: number,
  clock: Clock,
  fail: (error: AppError) => void,
): () => void {
  const giveUp = () => fail(new AppError('signin-needs-person', { retry: 'afterSignIn' }));
  let callOffStay = () => {};
  const callOffTry = clock.alarm(clock.now() + LONGEST_TRY_MS, giveUp);
  const stays = () => {
    callOffStay();
    callOffStay = clock.alarm(clock.now() + patienceMs, giveUp);
  };
  const moves = (details: { isMainFrame: boolean; isSameDocument: boolean }) => {
    if (details.isMainFrame && !details.isSameDocument) callOffStay();
  };
  page.on('did-finish-load', stays);
  page.on('did-start-navigation', moves);
  return () => {
    callOffTry();
    callOffStay();
    page.off('did-finish-load', stays);
    page.off('did-start-navigation', moves);
  };
}
