/** Scenes of places and sums: the star, what the path offers, *Go to*, folders summed and being summed. */
import type { PlacesView } from '../../electron/contract/places.ts';
import { calm } from './people.ts';
import { type Scene, showing } from './scene.ts';
import { endlessFolder, exportsFolder, ledgerFolder } from './shelves.ts';

const place = (pass: string, bucket: string, prefix: string) => ({ pass, bucket, prefix });
const places: PlacesView = {
  bookmarks: [
    place('reports', 'lark-reports-prod', exportsFolder.place.prefix),
    place('reports', 'lark-customer-statements-retention-eu-central-1', 'statements/2026/q3/'),
    place('invoice-archive', 'lark-invoice-archive', 'ledger/'),
  ],
  recents: [
    place('reports', 'lark-analytics-landing', 'events/2026/10/02/'),
    place(
      'reports',
      'lark-reports-prod',
      'exports//2026/customer-statements/region=eu-central-1/month=2026-09/',
    ),
    place('sandbox', 'lark-research-scratch', ''),
  ],
};
const inExports = { snapshot: { ...calm, places }, place: exportsFolder.place };
const path = '[aria-label="Path"]';
const goTo = { at: '.main .tr', held: 'k' } as const;
const folder = (name: string) => `[data-key="${exportsFolder.place.prefix}${name}"]`;
const sum = (name: string) => ({ press: `${folder(name)} .sum-ask` });

export const placesScenes = {
  'places-starred': inExports,
  'places-path': { ...inExports, acts: [{ focus: path }] },
  'places-path-typed': { ...inExports, acts: [{ focus: path }, { type: path, text: '2026 stat' }] },
  'go-to': { ...inExports, acts: [goTo] },
  'go-to-typed': { ...inExports, acts: [goTo, { type: '.go-to input', text: 'ledger' }] },
  'go-to-nothing': { ...inExports, acts: [goTo, { type: '.go-to input', text: 'nowhere' }] },
  'sums-of-folders': {
    ...inExports,
    browser: { sort: { by: 'size', down: true } },
    acts: [
      sum('customer-statements/'),
      sum('/'),
      sum('region=eu-central-1/'),
      { press: folder('customer-statements/') },
    ],
  },
  'sums-of-ledger': {
    snapshot: showing('invoice-archive'),
    place: ledgerFolder.place,
    acts: [{ press: '.foot .btn.quiet' }],
  },
  'main-waits-for-sign-in': { snapshot: calm, place: endlessFolder, endsAfterListing: true },
} satisfies Partial<Record<string, Scene>>;
