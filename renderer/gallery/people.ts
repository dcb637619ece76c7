/** The made-up company of the gallery: organisations, passes and a calm snapshot at a fixed time. Pure. */
import type { OrganisationView, PassView, SessionView, Snapshot } from '../../electron/contract/snapshot.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Friday, 2 October 2026, 11:30 local time. */
export const at = new Date(2026, 9, 2, 11, 30, 0).getTime();

export const larkfield: OrganisationView = {
  id: 'larkfield',
  name: 'Larkfield',
  host: 'sso.larkfield.example',
  foreignStsHost: null,
  signInUrl: 'https://sso.larkfield.example/adfs/ls/idpinitiatedsignon?loginToRp=urn:amazon:webservices',
  region: 'eu-west-1',
  s3Endpoint: null,
  browser: 'window',
  keepSignedIn: false,
  managed: false,
  byHand: [],
  demo: false,
  refusal: null,
};
export const larkfieldChina: OrganisationView = {
  ...larkfield,
  id: 'lark-cn',
  name: 'Larkfield China',
  host: 'sso.larkfield.example',
  region: 'cn-north-1',
};

/** Accounts that were given a name. */
export const accountNames: Readonly<Record<string, string>> = {
  '111122223333': 'lark-analytics-production',
  '444455556666': 'lark-finance-records-retention-eu-central-1',
  '222233334444': 'lark-data-platform-shared-services',
  '777788889999': 'lark-sandbox-research',
  '333344445555': 'lark-events-raw-landing-eu-west-1',
};

/** A session of `hours` that has `leftMinutes` left now; ended when that is negative. */
export function session(hours: number, leftMinutes: number): SessionView {
  const expiresAt = at + leftMinutes * MINUTE;
  const startedAt = expiresAt - hours * HOUR;
  return leftMinutes > 0
    ? { kind: 'active', startedAt, expiresAt, kept: 'keychain', scope: 'full' }
    : { kind: 'ended', startedAt, endedAt: expiresAt };
}

function pass(
  label: string,
  accountId: string,
  role: string,
  time: SessionView,
  organisation = 'larkfield',
): PassView {
  const cut = role.lastIndexOf('/') + 1;
  return {
    id: label.toLowerCase().replace(/\W+/g, '-'),
    organisation,
    label,
    accountId,
    accountName: accountNames[accountId] ?? null,
    roleName: role.slice(cut),
    rolePath: role.slice(0, cut) || '/',
    roleArn: `arn:aws:iam::${accountId}:role/${role.replace(/^\//, '')}`,
    region: 'eu-west-1',
    scope: 'full',
    chained: null,
    durationSeconds: null,
    guarded: false,
    managed: false,
    endpoint: false,
    awsProfile: null,
    session: time,
    renewing: false,
    failure: null,
  };
}

/** The same pass, held down to reading. */
function readOnly(one: PassView): PassView {
  const time = one.session;
  return {
    ...one,
    scope: 'read-only',
    session: time.kind === 'active' ? { ...time, scope: 'read-only' } : time,
  };
}

export const reports = pass('Reports', '111122223333', 'S3AccessRole', session(12, 7 * 60 + 12));
export const invoices = pass(
  'Invoice archive',
  '444455556666',
  'CustomerInvoiceArchiveOperatorsReadWrite',
  session(8, 4),
);
export const sandbox = pass('Sandbox', '777788889999', 'ResearchPowerUser', session(12, -159));

export const passes: PassView[] = [
  reports,
  invoices,
  readOnly(pass('Lake audit', '222233334444', 'LakeAuditors', session(4, 160))),
  sandbox,
  pass('Event stream', '333344445555', '/team/events/StreamReaders', session(1, 48)),
  pass('Payroll', '666677778888', 'PayrollExports', { kind: 'none' }),
  {
    ...pass('报表 Reports', '999900001111', 'ReportsReadOnly', session(4, 204), 'lark-cn'),
    roleArn: 'arn:aws-cn:iam::999900001111:role/ReportsReadOnly',
    region: 'cn-north-1',
  },
];

export const calm: Snapshot = {
  revision: 1,
  at,
  app: {
    version: '0.1.0',
    platform: 'linux',
    runtime: { electron: '45.4.1', official: true },
    demo: 'off',
    configured: true,
    settingsFile: '/home/maya/.config/Daypass/settings.json',
    dataFolder: '/home/maya/.config/Daypass',
    clipboardHistory: 'excluded',
  },
  organisations: [larkfield, larkfieldChina],
  passes,
  signin: { kind: 'idle' },
  programQuestion: null,
  keychain: { kind: 'ok' },
  notices: [],
  places: { bookmarks: [], recents: [] },
  transfers: [],
  transferTotals: {
    ...{ from: 0, count: 0, states: {}, doneBytes: 0, totalBytes: 0, counted: true, bytesPerSecond: 0 },
  },
  prompts: [],
  activity: { newest: [], total: 0 },
  preferences: {
    notifyMinutesBefore: 10,
    clipboardClearSeconds: 60,
    renew: 'silent',
    onDemandSignIn: 'ask',
    uploadKilobytesPerSecond: 0,
    downloadKilobytesPerSecond: 0,
    transfersAtOnce: 3,
    requestsAtOnce: 0,
    copyFormat: 'bash',
  },
  handouts: [],
  command: { path: '/home/maya/.daypass/bin/daypass', onPath: true, failure: null },
  managed: null,
  clipboard: null,
  show: { seq: 1, pass: 'reports' },
};
