/** Scenes of the main window. */
import { millionFolder, millionKey } from './million.ts';
import { at, calm, invoices, larkfield, larkfieldChina, passes, reports } from './people.ts';
import { nothingPinned, renewing, type Scene, showing, signedOut } from './scene.ts';
import { endlessFolder, exportsFolder, ledgerFolder } from './shelves.ts';

const inExports = { snapshot: calm, place: exportsFolder.place };
const summary = `${exportsFolder.place.prefix}summary.csv`;
const denied = {
  code: 's3-access-denied',
  retry: 'never',
  requestId: '7KQ2EXAMPLE4N9XW',
  raw: '403 AccessDenied\nUser: arn:aws:sts::111122223333:assumed-role/S3AccessRole/alex.example is not authorized to perform: s3:ListAllMyBuckets because no identity-based policy allows the s3:ListAllMyBuckets action',
  denial: {
    action: 's3:ListAllMyBuckets',
    resource: null,
    principal: 'arn:aws:sts::111122223333:assumed-role/S3AccessRole/alex.example',
    policyKind: 'identity',
    explicit: false,
    policyArn: null,
    kms: false,
    answeredAt: at,
  },
} as const;

const lastHour = {
  kind: 'active',
  startedAt: at - 20 * 60_000,
  expiresAt: at + 40 * 60_000,
  kept: 'keychain',
} as const;

/** Two passes that are production. */
const guarded = calm.passes.map((pass) => ({
  ...pass,
  guarded: pass.id === 'reports' || pass.id === 'payroll',
}));

export const mainScenes = {
  'main-guarded': { snapshot: { ...calm, passes: guarded }, place: exportsFolder.place },
  'main-objects': inExports,
  'main-facts': { ...inExports, browser: { cursor: summary, facts: summary } },
  'main-buckets': { snapshot: calm, browser: { cursor: 'lark-reports-prod' } },
  'main-endless': { snapshot: calm, place: endlessFolder },
  'main-throttled': { snapshot: calm, place: endlessFolder, s3: { kind: 'throttled' } },
  'main-million': {
    snapshot: showing('event-stream'),
    place: millionFolder,
    browser: {
      filter: 'checkout 09-14',
      sort: { by: 'size', down: true },
      cursor: millionKey(),
    },
  },
  'main-filter': { ...inExports, browser: { filter: 'csv', cursor: summary } },
  'main-no-match': { ...inExports, browser: { filter: 'prdo' } },
  'main-loading': { snapshot: calm, s3: { kind: 'silent' } },
  'main-empty-folder': { ...inExports, s3: { kind: 'empty' } },
  'main-no-buckets': { snapshot: calm, s3: { kind: 'empty' } },
  'main-denied-buckets': { snapshot: calm, s3: { kind: 'failing', failure: denied } },
  'main-denied-folder': {
    ...inExports,
    s3: { kind: 'failing', failure: { ...denied, subject: 'lark-reports-prod' } },
  },
  'main-unreachable': {
    ...inExports,
    s3: {
      kind: 'failing',
      failure: {
        code: 's3-unreachable',
        retry: 'now',
        subject: 's3.eu-west-1.amazonaws.com',
        raw: 'ETIMEDOUT after 3 tries in 24 s',
      },
    },
  },
  'main-console': { ...inExports, acts: [{ press: '[aria-label="More for the console"]' }] },
  'main-ending-soon': { snapshot: showing(invoices.id), place: ledgerFolder.place },
  'main-renewing': {
    snapshot: showing(invoices.id, { passes: renewing(invoices.id) }),
    place: ledgerFolder.place,
  },
  'main-offline': {
    snapshot: showing(invoices.id, {
      notices: [{ id: 'renewal-offline', failure: { code: 'renewal-offline', retry: 'now' } }],
    }),
    place: ledgerFolder.place,
  },
  'main-ended': { snapshot: showing(invoices.id), place: ledgerFolder.place, endsAfterListing: true },
  'main-ended-unlisted': { snapshot: showing('sandbox') },
  'main-signed-out': { snapshot: showing('payroll') },
  'main-pass-failed': {
    ...inExports,
    snapshot: showing('reports', {
      passes: passes.map((pass) =>
        pass.id === reports.id
          ? {
              ...pass,
              failure: { code: 'sts-unreachable', retry: 'now', subject: 'sts.eu-west-1.amazonaws.com' },
            }
          : pass,
      ),
    }),
  },
  'main-read-only': {
    ...inExports,
    snapshot: showing('lake-audit', {
      passes: passes.map((pass) =>
        pass.id === 'lake-audit'
          ? {
              ...pass,
              session: { ...lastHour, scope: 'read-only' },
              chained: {
                roleArn: 'arn:aws:iam::999900001111:role/PartnerReports',
                accountId: '999900001111',
                roleName: 'PartnerReports',
              },
            }
          : pass,
      ),
    }),
  },
  'main-refused': {
    ...inExports,
    snapshot: showing('reports', {
      passes: passes.map((pass) =>
        pass.id === reports.id
          ? {
              ...pass,
              failure: {
                code: 'sts-signature-refused',
                retry: 'never',
                subject: pass.roleArn,
                raw: '400 InvalidIdentityToken\nResponse signature invalid',
                requestId: '0d1c4a2e-EXAMPLE',
              },
            }
          : pass,
      ),
      notices: [
        { id: 'clock-wrong', failure: { code: 'clock-wrong', retry: 'never', subject: '6 minutes behind' } },
      ],
    }),
  },
  'main-copied': {
    ...inExports,
    snapshot: { ...calm, clipboard: { pass: 'reports', format: 'bash', clearsAt: at + 42_000 } },
  },
  'main-copied-history': {
    ...inExports,
    snapshot: {
      ...calm,
      app: { ...calm.app, clipboardHistory: 'notExcluded' },
      clipboard: { pass: 'reports', format: 'secretAccessKey', clearsAt: at + 42_000 },
    },
  },
  'main-copy-as': { ...inExports, acts: [{ press: '.copy-split .btn + .btn' }] },
  'main-zoomed-copy-as': { ...inExports, acts: [{ press: '.copy-split .btn + .btn' }] },
  'main-notices': {
    ...inExports,
    snapshot: {
      ...calm,
      keychain: { kind: 'locked' },
      notices: [
        {
          id: 'n1',
          failure: {
            code: 'settings-broken',
            retry: 'never',
            subject: 'settings.json',
            raw: 'line 14: unexpected “}”',
          },
        },
        { id: 'n2', failure: { code: 'managed-refused', retry: 'never', subject: 'managed.json' } },
      ],
    },
    refusal: { code: 'no-session', retry: 'afterSignIn' },
  },
  'main-memory': {
    ...inExports,
    snapshot: {
      ...calm,
      app: { ...calm.app, runtime: { electron: '33.2.1', official: false } },
      organisations: [{ ...larkfield, foreignStsHost: 'sts.objects.larkfield.example' }, larkfieldChina],
      passes: passes.map((pass) =>
        pass.session.kind === 'active' ? { ...pass, session: { ...pass.session, kept: 'memory' } } : pass,
      ),
    },
  },
  'main-small': { ...inExports, browser: { cursor: summary } },
  'main-zoomed': { ...inExports, browser: { cursor: summary } },
  'main-zoomed-facts': { ...inExports, browser: { cursor: summary, facts: summary } },
  'main-nothing-pinned': { snapshot: nothingPinned() },
  'main-organisations': {
    snapshot: nothingPinned({
      organisations: [
        larkfield,
        {
          ...larkfieldChina,
          refusal: { code: 'signin-page-insecure', retry: 'never', subject: 'http://sso.lark-cn.example' },
        },
      ],
    }),
  },
  'signin-waiting': {
    snapshot: signedOut({
      signin: {
        kind: 'waitingForIdp',
        organisation: 'larkfield',
        hosts: ['sso.larkfield.example'],
        channel: 'https',
        where: 'window',
      },
    }),
  },
} as const satisfies Record<string, Scene>;
