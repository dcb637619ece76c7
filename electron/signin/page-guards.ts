/**
 * Locks on the pages of one sign-in: where they may go, which windows they may open, who of them posted. Knows
 * no organisation but its name, and takes no answer itself.
 */
import type { BrowserWindow, HandlerDetails, WebContents } from 'electron';
import type { SeenRequest } from './capture.ts';
import { isSecure } from './idp-session.ts';
import { isCaptureUrl } from './partition.ts';
import { MOST_POPUPS, popupOptions, popupTitle } from './popups.ts';
import { createPostingOrigins, originOfAsker } from './posting-origin.ts';
import { programSchemeOf } from './program-scheme.ts';

export interface PageRules {
  /** Name of the organisation, for titles. */
  name: string;
  capture: readonly string[] | undefined;
  /** Whether windows may be opened now: a person is there to see them. */
  mayOpen: () => boolean;
  /** A form that would have opened a window of its own to post to AWS. */
  onPopupPost: (request: SeenRequest, origin: string | null) => void;
  /** A page wants another program; it was stopped. */
  onProgram: (url: string, host: string) => void;
}

/** The sign-in's page and the windows it opened. */
export interface Pages {
  has(webContentsId: number): boolean;
  /** Origin of the page that began the last navigation of this one. */
  originOf(webContentsId: number): string | null;
  closePopups(): void;
}

export function guardPages(page: WebContents, rules: PageRules): Pages {
  const popups = new Set<BrowserWindow>();
  const known = new Set<number>();
  const origins = createPostingOrigins();

  const guard = (contents: WebContents) => {
    known.add(contents.id);
    origins.follow(contents);
    guardNavigation(contents, rules);
    contents.setWindowOpenHandler((details) => answerTo(contents, details));
    contents.on('did-create-window', (popup) => {
      popups.add(popup);
      guard(popup.webContents);
      popup.removeMenu();
      // The window hears of a page's title before the page's own listeners do.
      popup.on('page-title-updated', (event) => event.preventDefault());
      popup.webContents.on('did-navigate', (_event, url) => popup.setTitle(popupTitle(url, rules.name)));
      popup.webContents.on('did-fail-load', (_event, _code, _words, url, isMainFrame) => {
        // Its post was caught: nothing will ever stand in it.
        if (isMainFrame && isCaptureUrl(url, rules.capture)) setImmediate(() => popup.destroy());
      });
      popup.on('closed', () => popups.delete(popup));
    });
  };
  const answerTo = (contents: WebContents, details: HandlerDetails): Electron.WindowOpenHandlerResponse => {
    const { url, postBody, referrer } = details;
    const toAws = isCaptureUrl(url, rules.capture);
    if (toAws && postBody) {
      const uploadData = postBody.data.map((part) => (part.type === 'rawData' ? { bytes: part.bytes } : {}));
      const request = { method: 'POST', resourceType: 'mainFrame', uploadData };
      rules.onPopupPost(request, originOfAsker(contents, referrer));
      return { action: 'deny' };
    }
    if (!mayGoTo(url) && url !== 'about:blank') {
      askForProgram(url, contents, rules);
      return { action: 'deny' };
    }
    if (!rules.mayOpen() || popups.size >= MOST_POPUPS) return { action: 'deny' };
    // A named window's post is seen as its request, so that window is there for a moment, unseen.
    const overrideBrowserWindowOptions = popupOptions(popupTitle(url, rules.name), !toAws);
    return { action: 'allow', overrideBrowserWindowOptions };
  };

  guard(page);
  return {
    has: (id) => known.has(id),
    originOf: origins.of,
    closePopups() {
      for (const popup of popups) popup.destroy();
    },
  };
}

function guardNavigation(page: WebContents, rules: PageRules): void {
  const stopUnlessAllowed = (event: { preventDefault(): void; url: string }) => {
    if (mayGoTo(event.url)) return;
    event.preventDefault();
    askForProgram(event.url, page, rules);
  };
  page.on('will-navigate', stopUnlessAllowed);
  page.on('will-redirect', stopUnlessAllowed);
  page.on('will-frame-navigate', (event) => {
    // What the main frame does was heard above.
    if (!event.isMainFrame && event.url !== 'about:blank' && event.url !== 'about:srcdoc')
      stopUnlessAllowed(event);
  });
  page.on('will-attach-webview', (event) => event.preventDefault());
  page.on('will-prevent-unload', (event) => event.preventDefault());
  page.on('page-title-updated', (event) => event.preventDefault());
}

function askForProgram(url: string, page: WebContents, rules: PageRules): void {
  const address = page.getURL();
  if (programSchemeOf(url) !== null && URL.canParse(address)) rules.onProgram(url, new URL(address).host);
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
