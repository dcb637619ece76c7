/** The list of gallery states as data, so that a test can walk it; `shows`: what comes only after a while. Pure. */

const large = { width: 1280, height: 800 };
const small = { width: 860, height: 620 };
/** What is left of 1280 × 800 at 200 % zoom. */
const zoomed = { width: 640, height: 400 };
const pop = { width: 360, height: 520 };
const login = { width: 576, height: 780 };

export const galleryStates = [
  { name: 'main-objects', title: 'Main window: objects', ...large },
  { name: 'main-facts', title: 'Main window: facts of one object', ...large },
  { name: 'main-buckets', title: 'Main window: buckets', ...large },
  { name: 'main-endless', title: 'Main window: more than one page', ...large },
  { name: 'main-filter', title: 'Main window: filtered', ...large },
  { name: 'main-no-match', title: 'Main window: filter without a match', ...large },
  { name: 'main-loading', title: 'Main window: asking for the first time', ...large, shows: '.perf-h' },
  { name: 'main-empty-folder', title: 'Main window: empty folder', ...large },
  { name: 'main-no-buckets', title: 'Main window: no bucket', ...large },
  { name: 'main-denied-buckets', title: 'Main window: may not list buckets', ...large },
  { name: 'main-denied-folder', title: 'Main window: may not list a folder', ...large },
  { name: 'main-unreachable', title: 'Main window: S3 does not answer', ...large },
  { name: 'main-ending-soon', title: 'Main window: ending soon', ...large },
  { name: 'main-ended', title: 'Main window: ended, the list stays', ...large },
  { name: 'main-ended-unlisted', title: 'Main window: ended before anything was listed', ...large },
  { name: 'main-signed-out', title: 'Main window: signed out', ...large },
  { name: 'main-pass-failed', title: 'Main window: last try refused', ...large },
  { name: 'main-copied', title: 'Main window: copied', ...large },
  { name: 'main-downloads', title: 'Main window: downloads', ...large },
  { name: 'main-notices', title: 'Main window: notices', ...large },
  { name: 'main-memory', title: 'Main window: memory only, foreign STS, unofficial runtime', ...large },
  { name: 'main-small', title: 'Main window: small', ...small },
  { name: 'main-zoomed', title: 'Main window: at 200 %', ...zoomed },
  { name: 'main-zoomed-facts', title: 'Main window: facts at 200 %', ...zoomed },
  { name: 'main-nothing-pinned', title: 'Main window: nothing pinned', ...large },
  { name: 'main-organisations', title: 'Main window: two organisations, nothing pinned', ...large },
  { name: 'picker', title: 'Role picker', width: 960, height: 720 },
  { name: 'picker-late', title: 'Role picker: too late', width: 960, height: 720 },
  { name: 'signin-waiting', title: 'Sign-in: page open, nothing listed', ...large },
  { name: 'signin-renewing', title: 'Sign-in: page open, list stays', ...large },
  { name: 'signin-trading', title: 'Sign-in: asking AWS', ...large },
  { name: 'signin-partial', title: 'Sign-in: partly refused', ...large },
  { name: 'signin-partial-line', title: 'Sign-in: partly refused, list stays', ...large },
  { name: 'signin-failed', title: 'Sign-in: failed', ...large },
  { name: 'signin-failed-line', title: 'Sign-in: failed, list stays', ...large },
  { name: 'signin-issuer', title: 'Sign-in: a company’s own authority', ...large },
  { name: 'first-run', title: 'First run', width: 940, height: 620 },
  { name: 'first-run-failed', title: 'First run: demo failed', width: 940, height: 620 },
  { name: 'popover', title: 'Popover', ...pop },
  { name: 'popover-many', title: 'Popover: many passes, search', ...pop },
  { name: 'popover-signed-out', title: 'Popover: signed out', ...pop },
  { name: 'popover-nothing', title: 'Popover: nothing pinned', ...pop },
  { name: 'popover-first-run', title: 'Popover: nothing configured', ...pop },
  { name: 'popover-waiting', title: 'Popover: sign-in page open, copied', ...pop },
  { name: 'popover-failed', title: 'Popover: sign-in failed', ...pop },
  { name: 'prompt-proxy', title: 'Prompt: the proxy’s password', ...large },
  { name: 'prompt-proxy-wrong', title: 'Prompt: a password that was not taken', ...large },
  { name: 'prompt-site', title: 'Prompt: a site’s password, small', ...small },
  { name: 'prompt-certificate', title: 'Prompt: a client certificate', ...large },
  { name: 'login', title: 'Login window', ...login },
  { name: 'login-demo', title: 'Login window: this computer', ...login },
  { name: 'login-foreign', title: 'Login window: foreign STS, long host', ...login },
  { name: 'all-failures', title: 'All failures', width: 900, height: 900 },
] as const;

export type StateName = (typeof galleryStates)[number]['name'];

export function isStateName(name: string): name is StateName {
  return galleryStates.some((state) => state.name === name);
}
