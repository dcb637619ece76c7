/**
 * Finds pages of the running app by address, waiting on the events that bring them.
 */
import type { ElectronApplication, Page } from 'playwright-core';

const PATIENCE_MS = 15_000;

/** The newest page whose address matches; waits for it. */
export function pageAt(electron: ElectronApplication, address: RegExp): Promise<Page> {
  return new Promise((resolve, reject) => {
    const watched = new Set<Page>();
    const look = () => {
      const found = electron
        .windows()
        .filter((page) => !page.isClosed() && address.test(page.url()))
        .at(-1);
      if (found !== undefined) settle(() => resolve(found));
    };
    const watch = (page: Page) => {
      if (watched.has(page)) return;
      watched.add(page);
      page.on('framenavigated', look);
    };
    const arrived = (page: Page) => {
      watch(page);
      look();
    };
    const settle = (act: () => void) => {
      clearTimeout(late);
      electron.off('window', arrived);
      for (const page of watched) page.off('framenavigated', look);
      act();
    };
    const late = setTimeout(() => {
      const seen = electron.windows().map((page) => page.url());
      settle(() => reject(new Error(`no page at ${address}; there are: ${seen.join(', ') || 'none'}`)));
    }, PATIENCE_MS);
    electron.on('window', arrived);
    electron.windows().forEach(watch);
    look();
  });
}

/** Resolves when the page is gone. */
export function closed(page: Page): Promise<void> {
  if (page.isClosed()) return Promise.resolve();
  return page.waitForEvent('close', { timeout: PATIENCE_MS }).then(() => undefined);
}
