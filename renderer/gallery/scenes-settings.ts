/** Scenes of the settings, of first run and of what is brought in. */
import type { ImportItem, ImportPreview } from '../../electron/contract/import-preview.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { calm, larkfield, larkfieldChina, passes } from './people.ts';
import { nothingPinned, type Scene, showing } from './scene.ts';

const settings = { press: '.rail-entry[data-page="settings"]' };
const section = (n: number) => ({ press: `.set-tab:nth-child(${n})` });
const firstRun = nothingPinned({ app: { ...calm.app, configured: false }, organisations: [] });
const found = { saml2aws: 3, awsConfig: 7 };
const address = 'https://sso.larkfield.example/adfs/ls/idpinitiatedsignon?loginToRp=urn:amazon:webservices';
const typed = (text: string) => [{ type: '.add-address input', text }];

const managed: Snapshot = showing('reports', {
  organisations: [
    { ...larkfield, managed: true },
    { ...larkfieldChina, byHand: ['endpoints'] },
  ],
  passes: passes.map((pass, index) => ({
    ...pass,
    managed: index === 0,
    durationSeconds: index === 2 ? 14_400 : null,
  })),
  managed: { file: '/etc/daypass/managed.json', preferences: ['clipboardClearSeconds'] },
});

const item = (
  kind: ImportItem['kind'],
  name: string,
  detail: string,
  line: number,
  verdict: ImportItem['verdict'],
): ImportItem => ({ kind, name, detail, line, verdict });
const preview: ImportPreview = {
  id: 'import-1',
  source: 'saml2aws',
  file: '/home/maya/.saml2aws',
  items: [
    item('organisation', 'Larkfield', 'sso.larkfield.example', 1, { kind: 'same' }),
    item('organisation', 'Lark labs', 'labs.larkfield.example', 14, { kind: 'new' }),
    item('role', 'analytics', 'arn:aws:iam::111122223333:role/S3AccessRole', 1, { kind: 'same' }),
    item('role', 'labs', 'arn:aws:iam::121212121212:role/team/labs/ResearchPowerUser', 14, { kind: 'new' }),
    item('organisation', 'old', 'http://old.larkfield.example/login', 27, {
      kind: 'refused',
      reason: 'Its address is not one to sign in at safely.',
    }),
  ],
};

export const settingsScenes = {
  'first-run': { snapshot: firstRun, found },
  'first-run-address': { snapshot: firstRun, found, acts: typed(address) },
  'first-run-refused': { snapshot: firstRun, acts: typed('http://sso.larkfield.example/login') },
  'first-run-failed': {
    snapshot: {
      ...firstRun,
      app: { ...firstRun.app, demo: 'failed', runtime: { electron: '33.2.1', official: false } },
    },
  },
  'import-preview': { snapshot: firstRun, found, preview, acts: [{ press: '.way' }] },
  'import-refused': {
    snapshot: firstRun,
    refusal: {
      code: 'import-overrides',
      retry: 'never',
      subject: 'organisations.0.endpoints',
      raw: 'line 7: organisations.0.endpoints',
    },
  },
  'settings-organisations': { snapshot: calm, found, acts: [settings] },
  'settings-organisation-edit': {
    snapshot: calm,
    acts: [settings, { press: '.set-row .btn' }, { press: '.menu-item' }],
  },
  'settings-passes': { snapshot: calm, acts: [settings, section(2)] },
  'settings-pass-edit': {
    snapshot: { ...calm, passes: calm.passes.map((pass) => ({ ...pass, guarded: pass.id === 'reports' })) },
    acts: [settings, section(2), { press: '[data-pass] .btn' }, { press: '.menu-item' }],
  },
  'settings-managed': { snapshot: managed, found, acts: [settings] },
  'settings-managed-passes': { snapshot: managed, acts: [settings, section(2)] },
  'settings-renewal': { snapshot: calm, acts: [settings, section(3)] },
  'settings-handout': {
    snapshot: { ...calm, app: { ...calm.app, clipboardHistory: 'notExcluded' } },
    acts: [settings, section(4)],
  },
  'settings-handout-managed': { snapshot: managed, acts: [settings, section(4)] },
  'settings-keychain': {
    snapshot: { ...calm, keychain: { kind: 'locked' } },
    acts: [settings, section(6)],
  },
  'settings-transfers': {
    snapshot: { ...calm, preferences: { ...calm.preferences, uploadKilobytesPerSecond: 5000 } },
    acts: [settings, section(5)],
  },
  'settings-about': { snapshot: calm, acts: [settings, section(7)] },
  'settings-zoomed': { snapshot: managed, acts: [settings, section(3)] },
} as const satisfies Record<string, Scene>;
