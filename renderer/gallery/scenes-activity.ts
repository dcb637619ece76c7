/** Scenes of the activity page. */
import type { ActivityKind, ActivityView } from '../../electron/contract/activity.ts';
import type { Failure } from '../../electron/contract/failure.ts';
import { at, calm, invoices, larkfield, reports } from './people.ts';
import type { Scene } from './scene.ts';

const MINUTE = 60_000;
const refused: Failure = {
  code: 'sts-role-refused',
  retry: 'never',
  subject: 'CustomerInvoiceArchiveOperatorsReadWrite',
  raw: '403 AccessDenied\nNot authorized to perform sts:AssumeRoleWithSAML',
  requestId: '0d1c4a2e-EXAMPLE',
};
const organisation = { id: larkfield.id, name: larkfield.name };
const passes = {
  reports: { id: reports.id, label: reports.label },
  invoices: { id: invoices.id, label: invoices.label },
};
type Row = [minutesAgo: number, kind: ActivityKind, more?: Partial<ActivityView>];

/** Newest first, as main tells it. */
const rows: Row[] = [
  [2, 'credentialsCopied', { pass: passes.reports, organisation, detail: 'bash' }],
  [
    9,
    'downloadFailed',
    {
      pass: passes.reports,
      detail: 'ledger.csv',
      failure: { code: 'disk-full', retry: 'now', subject: 'ledger.csv' },
    },
  ],
  [10, 'downloadBegan', { pass: passes.reports, detail: 'ledger.csv' }],
  [31, 'passRefused', { pass: passes.invoices, organisation, failure: refused }],
  [31, 'sessionBegan', { pass: passes.reports, organisation }],
  [31, 'passKept', { pass: passes.reports, organisation, detail: reports.roleArn }],
  [33, 'signinAnswered', { organisation, detail: '13' }],
  [34, 'signinBegan', { organisation, detail: 'sso.larkfield.example' }],
  [60, 'keychainWorks'],
  [64, 'keychainFailed', { failure: { code: 'keychain-locked', retry: 'now' } }],
  [65, 'appStarted', { detail: '0.1.0' }],
  [15 * 60, 'sessionEnded', { pass: passes.invoices, organisation }],
  [16 * 60, 'signinFailed', { organisation, failure: { code: 'signin-window-closed', retry: 'now' } }],
  [16 * 60 + 1, 'signinBegan', { organisation, detail: 'sso.larkfield.example' }],
  [39 * 60, 'settingsChanged', { organisation: { id: 'lark-cn', name: 'Larkfield China' }, detail: 'added' }],
];
const newest = rows.map(
  ([minutesAgo, kind, more], index): ActivityView => ({
    id: rows.length - index,
    at: at - minutesAgo * MINUTE,
    kind,
    organisation: null,
    pass: null,
    detail: null,
    failure: null,
    ...more,
  }),
);
const happened = { ...calm, activity: { newest, total: 240 } };
const toActivity = [{ press: '.rail-entry[data-page=activity]' }];
const toDiagnostics = [...toActivity, { press: '.activity-head > .btn:last-child' }];

export const diagnostics = [
  'Daypass',
  '  version 0.1.0',
  '',
  'System',
  '  Linux 6.1.0 x64 GNOME',
  '  electron 45.4.1',
  '',
  'Organisations',
  '  larkfield: sign-in at sso.larkfield.example, eu-west-1',
  '',
  'Log, newest last',
  '  {"at":"2026-10-02T09:21:04.000Z","event":"pass not taken","code":"sts-role-refused"}',
].join('\n');

export const activityScenes = {
  activity: { snapshot: happened, acts: toActivity },
  'activity-zoomed': { snapshot: happened, acts: toActivity },
  'activity-empty': { snapshot: calm, acts: toActivity },
  diagnostics: { snapshot: happened, acts: toDiagnostics },
} as const satisfies Record<string, Scene>;
