/**
 * How windows that a sign-in page opens look and what they may: the same locks as the page, the system's own
 * frame, and a title of ours that says the host. Pure, but for the types.
 */
import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';

export const MOST_POPUPS = 3;

/** Settings of every page that is not ours. SECURITY: no preload, so no way to us at all. */
export const untrustedPage = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  plugins: false,
  spellcheck: false,
  safeDialogs: true,
  navigateOnDragDrop: false,
  disableBlinkFeatures: 'Auxclick',
  devTools: false,
} as const satisfies WebPreferences;

/** More for a page that nobody sees: it opens no dialog, and works on although it is not on a screen. */
export const unseenPage = { disableDialogs: true, backgroundThrottling: false } as const;

/**
 * SECURITY: a page names options in `window.open`, `frame=false` among them; all that would let it look like
 * another program is set here, after it.
 */
export function popupOptions(title: string, shown: boolean): BrowserWindowConstructorOptions {
  return {
    title,
    show: shown,
    frame: true,
    titleBarStyle: 'default',
    transparent: false,
    opacity: 1,
    kiosk: false,
    fullscreen: false,
    fullscreenable: false,
    simpleFullscreen: false,
    alwaysOnTop: false,
    skipTaskbar: false,
    closable: true,
    movable: true,
    modal: false,
    minWidth: 320,
    minHeight: 240,
    autoHideMenuBar: true,
    webPreferences: untrustedPage,
  };
}

/** `login.mfa.example: sign-in to Corp`; the host first, where it is not cut. */
export function popupTitle(url: string, organisation: string): string {
  const host = URL.canParse(url) ? new URL(url).host : '';
  return `${host || 'an empty page'}: sign-in to ${organisation}`;
}
