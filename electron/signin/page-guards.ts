/** Locks on the pages of a sign-in: where they may go, which windows they may open. Knows no organisation. */
import type { BrowserWindow, WebContents, WebPreferences } from 'electron';
import { isSecure } from './idp-session.ts';

const MOST_POPUPS = 3;

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
 * Answers the way to close every window the page and its windows opened; together they may have three, and
 * none while `mayOpen` says no.
 */
export function guardPage(page: WebContents, mayOpen: () => boolean): () => void {
  const popups = new Set<BrowserWindow>();
  guardWith(page, popups, mayOpen);
  return () => {
    for (const popup of popups) popup.destroy();
  };
}

function guardWith(page: WebContents, popups: Set<BrowserWindow>, mayOpen: () => boolean): void {
  guardNavigation(page);
  page.setWindowOpenHandler(({ url }) => {
    const allowed = mayOpen() && popups.size < MOST_POPUPS && (url === 'about:blank' || mayGoTo(url));
    if (!allowed) return { action: 'deny' };
    return {
      action: 'allow',
      overrideBrowserWindowOptions: {
        autoHideMenuBar: true,
        fullscreenable: false,
        webPreferences: untrustedPage,
      },
    };
  });
  page.on('did-create-window', (popup) => {
    popups.add(popup);
    guardWith(popup.webContents, popups, mayOpen);
    popup.on('closed', () => popups.delete(popup));
  });
}

function guardNavigation(page: WebContents): void {
  page.on('will-navigate', (event) => stopUnlessAllowed(event, event.url));
  page.on('will-redirect', (event) => stopUnlessAllowed(event, event.url));
  page.on('will-frame-navigate', (event) => {
    if (event.url !== 'about:blank' && event.url !== 'about:srcdoc') stopUnlessAllowed(event, event.url);
  });
  page.on('will-attach-webview', (event) => event.preventDefault());
  page.on('will-prevent-unload', (event) => event.preventDefault());
  page.on('page-title-updated', (event) => event.preventDefault());
}

function stopUnlessAllowed(event: { preventDefault(): void }, url: string): void {
  if (!mayGoTo(url)) event.preventDefault();
}

/**
 * An http address elsewhere may begin to load: the session's request listener cancels it, and the person is
 * told. What can't be told there (files, other programs' schemes) stops here.
 */
function mayGoTo(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const parsed = new URL(url);
  return parsed.protocol === 'http:' || (parsed.protocol === 'https:' && isSecure(parsed));
}
