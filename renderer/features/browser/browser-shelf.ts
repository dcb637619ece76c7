/** Keeps each pass's browser while the window is open, so that coming back finds everything in place. */
import type { Api } from '../../bridge/api.ts';
import { type BrowserStore, createBrowserStore } from './browser-store.ts';
import type { Place } from './place.ts';

export interface BrowserShelf {
  of(pass: string): BrowserStore;
}

export function createBrowserShelf(api: Api, startAt?: (pass: string) => Place | undefined): BrowserShelf {
  const stores = new Map<string, BrowserStore>();
  return {
    of(pass) {
      const known = stores.get(pass);
      if (known) return known;
      const fresh = createBrowserStore(api.s3, pass, api.clock.now, startAt?.(pass));
      stores.set(pass, fresh);
      return fresh;
    },
  };
}
