/** The list of gallery states as data, so that a test can walk it; `shows`: what comes only after a while. Pure. */

const large = { width: 1280, height: 800 };
const small = { width: 860, height: 620 };
/** What is left of 1280 × 800 at 200 % zoom. */
const zoomed = { width: 640, height: 400 };
const first = { width: 940, height: 620 };
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
  { name: 'main-renewing', title: 'Main window: renewing', ...large },
  { name: 'main-offline', title: 'Main window: offline, a renewal waits', ...large },
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
  { name: 'confirm', title: 'Another answer: page, issuer and accounts', width: 960, height: 720 },
  { name: 'confirm-accounts', title: 'Another answer: accounts alone', width: 960, height: 720 },
  { name: 'confirm-zoomed', title: 'Another answer: at 200 %', ...zoomed },
  { name: 'signin-waiting', title: 'Sign-in: page open, nothing listed', ...large },
  { name: 'signin-renewing', title: 'Sign-in: page open, list stays', ...large },
  { name: 'signin-trading', title: 'Sign-in: asking AWS', ...large },
  { name: 'signin-partial', title: 'Sign-in: partly refused', ...large },
  { name: 'signin-partial-line', title: 'Sign-in: partly refused, list stays', ...large },
  { name: 'signin-failed', title: 'Sign-in: failed', ...large },
  { name: 'signin-failed-line', title: 'Sign-in: failed, list stays', ...large },
  { name: 'first-run', title: 'First run', ...first },
  { name: 'first-run-address', title: 'First run: address pasted', ...first, shows: '.add-facts' },
  { name: 'first-run-refused', title: 'First run: address refused', ...first, shows: '[data-refused]' },
  { name: 'first-run-failed', title: 'First run: demo failed', ...first },
  { name: 'import-preview', title: 'Bringing in: the list to agree to', ...first, shows: '.import-list' },
  { name: 'import-refused', title: 'Bringing in: refused as a whole', ...first, shows: '[data-failure]' },
  { name: 'settings-organisations', title: 'Settings: organisations', ...large, shows: '.set-list' },
  { name: 'settings-organisation-edit', title: 'Settings: an organisation edited', ...large, shows: '.edit' },
  { name: 'settings-passes', title: 'Settings: passes', ...large, shows: '[data-pass]' },
  { name: 'settings-managed', title: 'Settings: managed organisations', ...large, shows: '.set-managed' },
  { name: 'settings-managed-passes', title: 'Settings: managed passes', ...large, shows: '[data-pass]' },
  { name: 'settings-renewal', title: 'Settings: sign-in and renewal', ...large, shows: '.seg' },
  { name: 'settings-handout-managed', title: 'Settings: handing out, managed', ...large, shows: '.setting' },
  { name: 'settings-keychain', title: 'Settings: keychain locked', ...large, shows: '.setting' },
  { name: 'settings-about', title: 'Settings: about', ...large, shows: '.setting' },
  { name: 'settings-zoomed', title: 'Settings: at 200 %', ...zoomed, shows: '.seg' },
  { name: 'popover', title: 'Popover', ...pop },
  { name: 'popover-many', title: 'Popover: many passes, search', ...pop },
  { name: 'popover-signed-out', title: 'Popover: signed out', ...pop },
  { name: 'popover-nothing', title: 'Popover: nothing pinned', ...pop },
  { name: 'popover-first-run', title: 'Popover: nothing configured', ...pop },
  { name: 'popover-waiting', title: 'Popover: sign-in page open, copied', ...pop },
  { name: 'popover-renewing', title: 'Popover: renewing', ...pop },
  { name: 'popover-confirm', title: 'Popover: another answer', ...pop },
  { name: 'popover-failed', title: 'Popover: sign-in failed', ...pop },
  { name: 'prompt-proxy', title: 'Prompt: the proxy’s password', ...large },
  { name: 'prompt-proxy-wrong', title: 'Prompt: a password that was not taken', ...large },
  { name: 'prompt-site', title: 'Prompt: a site’s password, small', ...small },
  { name: 'prompt-certificate', title: 'Prompt: a client certificate', ...large },
  { name: 'login', title: 'Login window', ...login },
  { name: 'login-demo', title: 'Login window: this computer', ...login },
  { name: 'login-program', title: 'Login window: another program', ...login },
  { name: 'login-foreign', title: 'Login window: foreign STS, long host', ...login },
  { name: 'all-failures', title: 'All failures', width: 900, height: 900 },
] as const;

export type StateName = (typeof galleryStates)[number]['name'];

export function isStateName(name: string): name is StateName {
  return galleryStates.some((state) => state.name === name);
}
