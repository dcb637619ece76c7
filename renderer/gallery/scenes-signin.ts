/** Scenes of the sign-in: picker, progress, results, the login window's frame, first run, popover. */
import type { Failure } from '../../electron/contract/failure.ts';
import type { OfferView, PassView, SigninView, TradeState } from '../../electron/contract/snapshot.ts';
import { at, calm, larkfield, passes, session } from './people.ts';
import { nothingPinned, type Scene, showing, signedOut } from './scene.ts';
import { exportsFolder } from './shelves.ts';

const roles: [account: string, roles: string[]][] = [
  [
    '111122223333',
    ['S3AccessRole', 'AnalyticsReadOnly', '/team/reporting/ReportsReadWrite', 'S3InventoryReader'],
  ],
  ['444455556666', ['CustomerInvoiceArchiveOperatorsReadWrite', 'LedgerReaders']],
  ['818192920303', ['/break-glass/prod-emergency-read']],
  [
    '222233334444',
    [
      'LakeAuditorsRead',
      'LakeReadWrite',
      '/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_ReadOnlyAccess_0f3c9a1b2d4e5f60',
      'PipelineReadReplayOperators',
    ],
  ],
  ['666677778888', ['PayrollExports', 'PayrollReaders']],
];
const offers: OfferView[] = roles.flatMap(([accountId, names]) =>
  names.map((role) => {
    const cut = role.lastIndexOf('/') + 1;
    return {
      roleArn: `arn:aws:iam::${accountId}:role/${role.replace(/^\//, '')}`,
      providerArn: `arn:aws:iam::${accountId}:saml-provider/Larkfield`,
      accountId,
      roleName: role.slice(cut),
      rolePath: role.slice(0, cut) || '/',
      pass: role === 'LakeAuditorsRead' ? 'lake-audit' : null,
    };
  }),
);
const choosing = (validUntil: number): SigninView => ({
  kind: 'choosingRoles',
  organisation: 'larkfield',
  offers,
  ignored: 2,
  validUntil,
});
const waiting = (hosts: string[], channel: 'https' | 'loopback' = 'https'): SigninView => ({
  kind: 'waitingForIdp',
  organisation: 'larkfield',
  hosts,
  channel,
  where: 'window',
});
const inBrowser: SigninView = {
  kind: 'waitingForIdp',
  organisation: 'larkfield',
  hosts: ['sso.larkfield.example'],
  channel: 'https',
  where: 'Edge',
};
const refused: TradeState = {
  kind: 'failed',
  failure: {
    code: 'sts-role-refused',
    retry: 'never',
    subject: 'CustomerInvoiceArchiveOperatorsReadWrite',
    raw: '403 AccessDenied\nNot authorized to perform sts:AssumeRoleWithSAML',
    requestId: '0d1c4a2e-EXAMPLE',
  },
};
const trades = (rest: TradeState) => ({
  reports: { kind: 'saved' } as const,
  'invoice-archive': rest,
  'lake-audit': rest,
});
const done: SigninView = {
  kind: 'done',
  organisation: 'larkfield',
  passes: { reports: { kind: 'saved' }, 'invoice-archive': refused, 'lake-audit': { kind: 'saved' } },
};
const expired: Failure = {
  code: 'assertion-expired',
  retry: 'now',
  raw: 'NotOnOrAfter 2026-10-02T09:21:04Z',
};
const failed: SigninView = { kind: 'failed', organisation: 'larkfield', failure: expired };
const listed = { place: exportsFolder.place };
const firstRun = nothingPinned({ app: { ...calm.app, configured: false }, organisations: [] });
const oneOrganisation = { organisations: [larkfield], passes: passes.slice(0, 4) };
const many: PassView[] = Array.from({ length: 11 }, (_, i) => ({
  ...(passes[i % 6] ?? passes[0]),
  id: `many-${i}`,
  label: `${passes[i % 6]?.label} ${i + 1}`,
  session: session(8, 40 * i - 60),
})) as PassView[];

export const signinScenes = {
  picker: { snapshot: nothingPinned({ signin: choosing(at + 220_000) }) },
  'picker-late': { snapshot: nothingPinned({ signin: choosing(at) }) },
  'signin-renewing': {
    ...listed,
    snapshot: showing('reports', { signin: waiting(['sso.larkfield.example']) }),
  },
  'signin-browser': { snapshot: signedOut({ signin: inBrowser }) },
  'signin-browser-line': { ...listed, snapshot: showing('reports', { signin: inBrowser }) },
  'signin-browser-refused': {
    snapshot: nothingPinned({
      signin: {
        kind: 'failed',
        organisation: 'larkfield',
        failure: { code: 'signin-browser-refused', retry: 'never', subject: 'Edge' },
      },
    }),
  },
  'signin-trading': {
    snapshot: signedOut({
      signin: { kind: 'trading', organisation: 'larkfield', passes: trades({ kind: 'pending' }) },
    }),
  },
  'signin-partial': { snapshot: signedOut({ signin: done }) },
  'signin-partial-line': { ...listed, snapshot: showing('reports', { signin: done }) },
  'signin-failed': { snapshot: nothingPinned({ signin: failed }) },
  'signin-failed-line': { ...listed, snapshot: showing('reports', { signin: failed }) },
  'first-run': { snapshot: firstRun },
  'first-run-failed': {
    snapshot: {
      ...firstRun,
      app: { ...firstRun.app, demo: 'failed', runtime: { electron: '33.2.1', official: false } },
    },
  },
  popover: { window: 'popover', snapshot: showing(null, oneOrganisation) },
  'popover-many': {
    window: 'popover',
    snapshot: showing(null, { organisations: [larkfield], passes: many }),
  },
  'popover-signed-out': { window: 'popover', snapshot: signedOut() },
  'popover-nothing': { window: 'popover', snapshot: nothingPinned() },
  'popover-first-run': { window: 'popover', snapshot: firstRun },
  'popover-waiting': {
    window: 'popover',
    snapshot: showing(null, {
      ...oneOrganisation,
      signin: waiting(['sso.larkfield.example']),
      clipboard: { pass: 'reports', format: 'bash', clearsAt: at + 42_000 },
    }),
  },
  'popover-failed': { window: 'popover', snapshot: showing(null, { ...oneOrganisation, signin: failed }) },
  login: {
    window: 'signin',
    snapshot: nothingPinned({
      signin: waiting(['sso.larkfield.example', 'login.mfa-gateway.larkfield.example']),
    }),
  },
  'login-demo': {
    window: 'signin',
    snapshot: nothingPinned({
      organisations: [{ ...larkfield, name: 'Demo organisation', demo: true }],
      signin: waiting(['127.0.0.1:40811'], 'loopback'),
    }),
  },
  'login-foreign': {
    window: 'signin',
    snapshot: nothingPinned({
      organisations: [{ ...larkfield, foreignStsHost: 'sts.objects.larkfield.example' }],
      signin: waiting([
        'sso.larkfield.example',
        'larkfield.example.very-long-prefix-that-goes-on.and-on.login.somewhere-else.example',
      ]),
    }),
  },
  'all-failures': { snapshot: calm, page: 'all-failures' },
} as const satisfies Record<string, Scene>;
