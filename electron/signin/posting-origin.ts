/**
 * Which page posted the answer: the origin of the frame that began the navigation, by page. SECURITY: never the
 * page that is shown, which a frame inside it can speak for; what can't be known stays null.
 */
import type { Referrer, WebContents } from 'electron';

export interface PostingOrigins {
  /** From now on the navigations of this page are followed. */
  follow(page: WebContents): void;
  of(webContentsId: number): string | null;
}

export function createPostingOrigins(): PostingOrigins {
  const origins = new Map<number, string | null>();
  return {
    follow(page) {
      // A window's first navigation may have begun before we hear of the window: its opener began it.
      origins.set(page.id, page.opener?.origin ?? null);
      page.on('did-start-navigation', ({ isMainFrame, isSameDocument, initiator }) => {
        if (isMainFrame && !isSameDocument) origins.set(page.id, initiator?.origin ?? null);
      });
    },
    of: (webContentsId) => origins.get(webContentsId) ?? null,
  };
}

/**
 * Who asked for a window that is not opened: no frame is named there, so it is the referrer's origin, or the
 * page's own when all its frames share one.
 */
export function originOfAsker(page: WebContents, referrer: Referrer): string | null {
  if (URL.canParse(referrer.url)) return new URL(referrer.url).origin;
  const origins = new Set(page.mainFrame.framesInSubtree.map(({ origin }) => origin));
  return origins.size === 1 ? page.mainFrame.origin : null;
}
