/** Scenes of what can be done to objects: the menus, and the dialogs behind them. */
import type { Act } from './act-out.ts';
import { calm, passes, reports } from './people.ts';
import { type Scene, showing } from './scene.ts';
import { exportsFolder, ledgerFolder } from './shelves.ts';

const { prefix } = exportsFolder.place;
const row = (key: string) => `[data-key="${key}"]`;
const summary = `${prefix}summary.csv`;
const manifest = `${prefix}manifest.json`;
const notes = `${prefix}credit-notes.csv`;
const statements = `${prefix}customer-statements/`;
const old = `${prefix}vat-ledger-2019.tar.gz`;
const inExports = { snapshot: calm, place: exportsFolder.place };
const on = (key: string) => ({ ...inExports, browser: { cursor: key } });

const guardedReports = showing('reports', {
  passes: passes.map((pass) => (pass.id === reports.id ? { ...pass, guarded: true } : pass)),
});

const erase = (key: string) => [{ press: row(key) }, { at: row(key), key: 'Delete' }];

/** Each of them is chosen, then an entry of the menu at the last. */
function from(keys: readonly string[], entry: string): Act[] {
  const [first = '', ...more] = keys;
  return [
    { press: row(first) },
    ...more.map((key) => ({ toggle: row(key) })),
    { menu: row(keys.at(-1) ?? first) },
    { press: `.menu [data-key="${entry}"]` },
  ];
}

export const actionScenes = {
  'actions-menu': { ...on(old), acts: [{ menu: row(old) }] },
  'actions-menu-folder': { ...inExports, acts: [{ press: '[aria-label="More for this folder"]' }] },
  'actions-menu-several': {
    ...inExports,
    acts: [
      { press: row(statements) },
      { toggle: row(old) },
      { toggle: row(manifest) },
      { menu: row(manifest) },
    ],
  },
  'actions-menu-read-only': {
    ...inExports,
    snapshot: showing('lake-audit'),
    acts: [{ menu: row(summary) }],
  },
  'delete-versioned': {
    ...inExports,
    acts: [{ press: row(manifest) }, { toggle: row(statements) }, { at: row(manifest), key: 'Delete' }],
  },
  'delete-every-version': {
    ...inExports,
    acts: [...erase(manifest), { press: '.one-of label:last-child input' }],
  },
  'delete-counting': { ...inExports, acts: erase(`${prefix}region=eu-central-1/`) },
  'delete-for-good': {
    snapshot: showing('invoice-archive'),
    place: ledgerFolder.place,
    acts: erase('ledger/RETENTION-NOTICE.txt'),
  },
  'delete-guarded': { ...inExports, snapshot: guardedReports, acts: erase(summary) },
  'new-folder': {
    ...inExports,
    acts: [
      { press: '[aria-label="More for this folder"]' },
      { press: '.menu [data-key="newFolder"]' },
      { type: '.act-field input', text: 'customer-statements' },
    ],
  },
  rename: { ...inExports, acts: from([summary], 'rename') },
  'copy-to': {
    ...inExports,
    acts: [
      ...from([statements, manifest, summary], 'copyTo'),
      { type: '.act-field input', text: 's3://lark-research-scratch/from-reports/' },
    ],
  },
  'move-to': {
    ...inExports,
    snapshot: guardedReports,
    acts: [
      ...from([statements], 'moveTo'),
      { type: '.act-field input', text: 'https://files.example.com/statements/' },
    ],
  },
  tags: { ...inExports, acts: from([summary], 'editTags') },
  'tags-several': {
    ...inExports,
    acts: [
      ...from([statements, manifest], 'editTags'),
      { type: '[aria-label="Name of tag 1"]', text: 'aws:owner' },
    ],
  },
  headers: { ...inExports, acts: from([notes], 'editHeaders') },
  'headers-several': { ...inExports, acts: from([manifest, summary], 'editHeaders') },
  'headers-zoomed': { ...inExports, acts: from([notes], 'editHeaders') },
  restore: { ...inExports, acts: from([old], 'restore') },
  'delete-zoomed': { ...inExports, acts: erase(manifest) },
} satisfies Record<string, Scene>;
