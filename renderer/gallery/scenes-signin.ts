/** Scenes of the sign-in: picker, progress, results, the login window's frame, first run, popover. */
import type { Failure } from '../../electron/contract/failure.ts';
import type { DoubtView, PassView, SigninView, TradeState } from '../../electron/contract/snapshot.ts';
import { at, calm, larkfield, passes, session } from './people.ts';
import { nothingPinned, renewing, type Scene, showing, signedOut } from './scene.ts';
import { exportsFolder } from './shelves.ts';

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

const doubt: DoubtView = {
  origin: { known: ['https://sso.larkfield.example'], now: 'https://lark-field.example' },
  issuer: {
    known: ['http://adfs.larkfield.example/adfs/services/trust'],
    now: 'https://idp.somewhere-else.example/saml/metadata/0f3c9a1b2d4e5f60',
  },
  accounts: {
    known: [
      '111122223333',
      '444455556666',
      '222233334444',
      '666677778888',
      '333344445555',
      '777788889999',
      '818192920303',
    ],
    now: ['999988887777'],
  },
};
const confirming = (part: Partial<DoubtView> = {}): SigninView => ({
  kind: 'confirming',
  organisation: 'larkfield',
  doubt: { ...doubt, ...part },
  validUntil: at + 220_000,
});

export const signinScenes = {
  confirm: { snapshot: showing('reports', { signin: confirming() }) },
  'confirm-accounts': {
    snapshot: showing('reports', { signin: confirming({ origin: null, issuer: null }) }),
  },
  'confirm-zoomed': { snapshot: showing('reports', { signin: confirming() }) },
  'popover-confirm': {
    window: 'popover',
    snapshot: showing(null, { ...oneOrganisation, signin: confirming() }),
  },
  'login-program': {
    window: 'signin',
    snapshot: nothingPinned({
      signin: waiting(['sso.larkfield.example']),
      programQuestion: { organisation: 'larkfield', program: 'okta-verify', host: 'sso.larkfield.example' },
    }),
  },
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
  popover: { window: 'popover', snapshot: showing(null, oneOrganisation) },
  'popover-guarded': {
    window: 'popover',
    snapshot: showing(null, {
      ...oneOrganisation,
      passes: oneOrganisation.passes.map((pass) => ({ ...pass, guarded: pass.id === 'reports' })),
    }),
  },
  'popover-ending-soon': {
    window: 'popover',
    snapshot: showing(null, oneOrganisation),
    acts: [{ press: '.pr .pass-name' }],
  },
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
      app: { ...calm.app, clipboardHistory: 'notExcluded' },
      clipboard: { pass: 'reports', format: 'bash', clearsAt: at + 42_000 },
    }),
  },
  'popover-renewing': {
    window: 'popover',
    snapshot: showing(null, { organisations: [larkfield], passes: renewing('reports').slice(0, 4) }),
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
