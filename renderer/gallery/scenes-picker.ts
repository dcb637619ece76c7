/** Scenes of the role picker: from one role to five hundred. */
import type { OfferView, SigninView } from '../../electron/contract/snapshot.ts';
import type { PickerChoice } from '../features/sign-in/picker-memory.ts';
import { offerKey } from '../features/sign-in/picker-model.ts';
import { accountNames, at, larkfield, passes } from './people.ts';
import { nothingPinned, type Scene, showing } from './scene.ts';

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
  names.map((role) => offer(accountId, role)),
);

function offer(accountId: string, role: string): OfferView {
  const cut = role.lastIndexOf('/') + 1;
  return {
    roleArn: `arn:aws:iam::${accountId}:role/${role.replace(/^\//, '')}`,
    providerArn: `arn:aws:iam::${accountId}:saml-provider/Larkfield`,
    accountId,
    accountName: accountNames[accountId] ?? null,
    roleName: role.slice(cut),
    rolePath: role.slice(0, cut) || '/',
    wanted: false,
    pass: role === 'LakeAuditorsRead' ? 'lake-audit' : null,
  };
}

const jobs = ['Admin', 'Auditor', 'Billing', 'DataEngineer', 'Deploy', 'LogReader', 'Operator', 'ReadOnly'];
/** Forty accounts, every third one with a name. */
const many: OfferView[] = Array.from({ length: 500 }, (_, i) => {
  const account = i % 40;
  const accountId = String(100_000_000_000 + account * 7_919_357);
  const stage = ['production', 'staging', 'sandbox'][account % 3];
  const accountName = account % 3 === 2 ? null : `lark-team-${String(account).padStart(2, '0')}-${stage}`;
  const role = `${jobs[i % jobs.length]}${i % 5 === 0 ? '-eu' : ''}-${Math.floor(i / 40) + 1}`;
  return { ...offer(accountId, role), accountName };
});

const choosing = (what: readonly OfferView[], validUntil: number, ignored = 0): SigninView => ({
  kind: 'choosingRoles',
  organisation: 'larkfield',
  offers: [...what],
  ignored,
  validUntil,
});
const chose = (filter: string, ...names: string[]): PickerChoice => ({
  filter,
  chosen: new Set(offers.filter(({ roleName }) => names.includes(roleName)).map(offerKey)),
});
/** Passes are there already; two of them are not among the thirteen roles any more. */
const withPasses = {
  organisations: [larkfield],
  passes: passes.filter(({ label }) => ['Reports', 'Lake audit', 'Sandbox', 'Event stream'].includes(label)),
};

export const pickerScenes = {
  picker: { snapshot: nothingPinned({ signin: choosing(offers, at + 220_000, 2) }) },
  'picker-one': { snapshot: nothingPinned({ signin: choosing(offers.slice(0, 1), at + 220_000) }) },
  'picker-many': { snapshot: nothingPinned({ signin: choosing(many, at + 220_000) }) },
  'picker-filtered': {
    snapshot: nothingPinned({ signin: choosing(many, at + 220_000) }),
    picker: { filter: 'prod read', chosen: null },
  },
  'picker-hidden-chosen': {
    snapshot: nothingPinned({ signin: choosing(offers, at + 220_000) }),
    picker: chose(
      'prod read',
      'S3AccessRole',
      'ReportsReadWrite',
      'CustomerInvoiceArchiveOperatorsReadWrite',
    ),
  },
  'picker-no-match': {
    snapshot: nothingPinned({ signin: choosing(offers, at + 220_000) }),
    picker: chose('prdo', 'S3AccessRole'),
  },
  'picker-passes': {
    snapshot: showing(null, { ...withPasses, signin: choosing(offers, at + 220_000) }),
  },
  'picker-hurry': {
    snapshot: nothingPinned({ signin: choosing(offers, at + 41_000) }),
    picker: chose('', 'S3AccessRole'),
  },
  'picker-late': {
    snapshot: nothingPinned({ signin: choosing(offers, at) }),
    picker: chose('', 'S3AccessRole'),
  },
} as const satisfies Record<string, Scene>;
