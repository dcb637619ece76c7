/** Scenes of one object beside the list: its details, versions and tags; and of what was deleted in a folder. */
import type { TransferView } from '../../electron/contract/snapshot.ts';
import type { Place } from '../features/browser/place.ts';
import type { Act } from './act-out.ts';
import { calm } from './people.ts';
import { type Scene, showing } from './scene.ts';
import { endlessFolder, exportsFolder, ledgerFolder } from './shelves.ts';

const { place } = exportsFolder;
const object = (name: string, part: Partial<Scene> = {}): Scene => {
  const key = `${place.prefix}${name}`;
  return { snapshot: calm, place, browser: { cursor: key, facts: key }, ...part };
};
const tab = (id: string) => ({ press: `.insp-tab[data-key="${id}"]` });
const detailsOf = (name: string, part: Partial<Scene> = {}) =>
  object(name, { acts: [tab('details')], ...part });
const versionsOf = (name: string, part: Partial<Scene> = {}) =>
  object(name, { acts: [tab('versions')], ...part });
const tagsOf = (name: string, part: Partial<Scene> = {}) => object(name, { acts: [tab('tags')], ...part });
const deletedIn = (folder: Place, part: Partial<Scene> = {}, then: readonly Act[] = []): Scene => ({
  ...{ snapshot: calm, place: folder, ...part },
  acts: [
    { press: '[aria-label="More for this folder"]' },
    { press: '[role=menuitem][data-key=deletedHere]' },
    ...then,
  ],
});
const toUnfinished = [
  { press: '[aria-label="More for this folder"]' },
  { press: '[role=menuitem][data-key=unfinishedHere]' },
] as const;
const sending: TransferView = {
  ...{ id: '1', kind: 'upload', pass: 'reports', name: 'warehouse-backup-2026-10-02.tar.zst', count: 1 },
  ...{ ...place, bucket: place.bucket ?? '', object: null, orderedAt: 0, progress: null },
};
const readOnly = showing('lake-audit');

export const inspectorScenes = {
  'inspector-preview': object('summary.csv'),
  'inspector-preview-zoomed': object('summary.csv'),
  'inspector-details': detailsOf('summary.csv'),
  'inspector-plain': detailsOf('credit-notes.csv'),
  'inspector-archived': detailsOf('vat-ledger-2019.tar.gz'),
  'inspector-restored': detailsOf('vat-ledger-2020.tar.gz'),
  'inspector-odd-name': detailsOf('statement draft '),
  'inspector-asking': detailsOf('summary.csv', { s3: { kind: 'listsOnly' } }),
  'inspector-refused': detailsOf('manifest.json'),
  'inspector-read-only': detailsOf('summary.csv', { snapshot: readOnly }),
  'inspector-ended': detailsOf('summary.csv', { endsAfter: '.fact-group:nth-child(7)' }),
  'inspector-versions': versionsOf('summary.csv'),
  'inspector-version-menu': versionsOf('summary.csv', {
    acts: [tab('versions'), { press: '.version:nth-child(2) .btn.quiet' }],
  }),
  'inspector-version': versionsOf('summary.csv', {
    acts: [tab('versions'), { press: '.version:nth-child(2) .btn' }, tab('details')],
  }),
  'inspector-versions-more': versionsOf('open-items-by-age.csv'),
  'inspector-versions-one': versionsOf('credit-notes.csv'),
  'inspector-versions-refused': versionsOf('manifest.json'),
  'inspector-versions-read-only': versionsOf('summary.csv', { snapshot: readOnly }),
  'inspector-deleted': versionsOf('withdrawn.csv'),
  'inspector-tags': tagsOf('summary.csv'),
  'inspector-tags-none': tagsOf('credit-notes.csv'),
  'inspector-tags-refused': tagsOf('manifest.json'),
  'inspector-zoomed': detailsOf('summary.csv'),
  'inspector-versions-zoomed': versionsOf('summary.csv'),
  'deleted-here': deletedIn(place),
  'deleted-here-chosen': deletedIn(place, {}, [{ press: '.check-row[data-key$="withdrawn.csv"]' }]),
  'deleted-here-none': deletedIn({ ...place, prefix: 'exports/' }),
  'deleted-here-never': deletedIn(ledgerFolder.place),
  'deleted-here-refused': deletedIn(endlessFolder),
  'deleted-here-asking': deletedIn(place, { s3: { kind: 'listsOnly' } }),
  'deleted-here-read-only': deletedIn(place, { snapshot: readOnly }),
  'deleted-here-zoomed': deletedIn(place),
  'unfinished-here': {
    snapshot: { ...calm, transfers: [sending] },
    place,
    acts: [...toUnfinished, { press: '.check-row[data-key$="00017.parquet"]' }],
  },
  'unfinished-here-none': { snapshot: calm, place: { ...place, prefix: 'exports/' }, acts: toUnfinished },
} as const satisfies Record<string, Scene>;
