/**
 * Keeps each pass's browser while the window is open, so that coming back finds everything in place, what is being
 * done in S3 for any of them, and remembers which buckets each pass has listed.
 */
import type { Api } from '../../bridge/api.ts';
import { createWorks, type Works } from './actions/works/works.ts';
import { type BrowserStore, createBrowserStore } from './browser-store.ts';
import { openArranger } from './columns/open-arranger.ts';
import { createInspections, type Inspections } from './inspector/inspections.ts';
import { type KnownBuckets, watchBuckets } from './known-buckets.ts';
import { createPayers, type Payers } from './payers.ts';
import type { Place } from './place.ts';
import { createRefusedActions, type RefusedActions } from './refused-actions.ts';
import { relistUploads } from './relist-uploads.ts';
import { noteRefusedDownloads, rememberRefusals } from './remember-refusals.ts';

export interface BrowserShelf {
  of(pass: string): BrowserStore;
  knows: KnownBuckets['knows'];
  bucketsOf: KnownBuckets['bucketsOf'];
  refused: RefusedActions;
  payers: Payers;
  inspections: Inspections;
  works: Works;
}

export function createBrowserShelf(api: Api, startAt?: (pass: string) => Place | undefined): BrowserShelf {
  const stores = new Map<string, BrowserStore>();
  const refused = createRefusedActions((id) => {
    const session = api.snapshots.current()?.passes.find((pass) => pass.id === id)?.session;
    return session?.kind === 'active' ? session.startedAt : 0;
  });
  noteRefusedDownloads(api.snapshots, refused);
  relistUploads(api.snapshots, (pass) => stores.get(pass));
  const { s3: watched, knows, bucketsOf } = watchBuckets(api.s3);
  const payers = createPayers(api.s3);
  return {
    refused,
    payers,
    inspections: createInspections(watched, api.worked, api.clock.now),
    knows,
    bucketsOf,
    works: createWorks(api.s3),
    of(pass) {
      const known = stores.get(pass);
      if (known) return known;
      const s3 = rememberRefusals(watched, refused, api.clock.now);
      const fresh = createBrowserStore(s3, pass, api.clock.now, openArranger, startAt?.(pass));
      stores.set(pass, fresh);
      return fresh;
    },
  };
}
