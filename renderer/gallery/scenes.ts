/** What each state of the gallery is made of: a snapshot, an S3, and what a person did before. */
import type { Failure } from '../../electron/contract/failure.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import type { BrowserState } from '../features/browser/browser-store.ts';
import type { Place } from '../features/browser/place.ts';
import type { S3Mood } from './fake-s3.ts';
import { calm } from './people.ts';
import { exportsFolder } from './shelves.ts';
import type { StateName } from './states.ts';

export interface Scene {
  snapshot: Snapshot;
  window?: string;
  s3?: S3Mood;
  place?: Place;
  browser?: Partial<Pick<BrowserState, 'filter' | 'cursor' | 'facts'>>;
  refusal?: Failure;
}

export const scenes: Record<StateName, Scene> = {
  'main-objects': { snapshot: calm, place: exportsFolder.place },
  'main-buckets': { snapshot: calm },
};
