// Larkfield's directory: who may sign in, which roles each is offered, and what every role may do in S3.
// The one table to change for another demo. Knows no protocol.

export const PASSWORD = 'daypass';
export const PROVIDER_NAME = 'Larkfield';

/** May list and read `bucket`, below `prefix` only ('' is the whole bucket). */
export interface Grant {
  bucket: string;
  prefix: string;
  /** May write, delete, tag and restore there too, and see versions. */
  mayWrite?: boolean;
}

export interface Role {
  accountId: string;
  name: string;
  /** What IAM calls the maximum session duration: 3600 to 43200. */
  maxSessionSeconds: number;
  mayListBuckets: boolean;
  grants: Grant[];
  /** Roles whose sessions its trust policy lets in, beside people of the identity provider. */
  trusts?: { roleArn: string; externalId?: string }[];
}

/** A role as the assertion offers it; one that is offered need not exist any more. */
export interface Offer {
  accountId: string;
  roleName: string;
}

export interface User {
  name: string;
  displayName: string;
  /** One line for the login page. */
  about: string;
  /** 2 to 64 of [\w+=,.@-], see "Configure SAML assertions" in the IAM user guide. */
  sessionName: string;
  offers: Offer[];
  arnOrder: 'role first' | 'provider first';
  /** AuthnStatement SessionNotOnOrAfter, counted from the sign-in; absent: the assertion has none. */
  sessionEndsAfterMs?: number;
}

const PRODUCTION = '111122223333';
const ANALYTICS = '444455556666';
const SANDBOX = '777788889999';
const COMPLIANCE = '888899990000';
/** Another company's: nobody of Larkfield has a role in it. */
const PARTNER = '999900001111';
const HOURS = 3600;

const TEAMS = [
  ...['billing', 'catalog', 'checkout', 'courier', 'fraud', 'growth', 'harbour'],
  ...['identity', 'logistics', 'mobile', 'orders', 'pricing', 'search', 'support'],
];

/** Fourteen team accounts, each with one bucket of logs. */
export const TEAM_ACCOUNTS = TEAMS.map((team, index) => ({
  team,
  accountId: String(222_000_000_001 + index * 11_000_000),
  bucket: `lark-${team}-logs`,
}));

export const ACCOUNTS = { PRODUCTION, ANALYTICS, SANDBOX, COMPLIANCE, PARTNER };

const whole = (...buckets: string[]): Grant[] => buckets.map((bucket) => ({ bucket, prefix: '' }));

const ROLES: Role[] = [
  {
    accountId: PRODUCTION,
    name: 'S3AccessRole',
    maxSessionSeconds: 12 * HOURS,
    mayListBuckets: true,
    grants: [
      { bucket: 'lark-reports-prod', prefix: '' },
      { bucket: 'lark-reports-prod', prefix: 'uploads/', mayWrite: true },
      ...whole('lark-invoice-archive', 'lark-odd-keys', 'lark-odd-content', 'lark-empty'),
      ...whole('lark-telemetry', 'lark-slow-lane'),
      { bucket: 'lark-workbench', prefix: '', mayWrite: true },
      { bucket: 'lark-scratch', prefix: '', mayWrite: true },
    ],
  },
  {
    accountId: PRODUCTION,
    name: 'InvoiceReader',
    maxSessionSeconds: 1 * HOURS,
    mayListBuckets: true,
    grants: whole('lark-invoice-archive'),
  },
  {
    accountId: PRODUCTION,
    name: 'ExportsOnly',
    maxSessionSeconds: 4 * HOURS,
    mayListBuckets: false,
    grants: [{ bucket: 'lark-reports-prod', prefix: 'exports/2026/' }],
  },
  {
    accountId: ANALYTICS,
    name: 'DataEngineer',
    maxSessionSeconds: 8 * HOURS,
    mayListBuckets: true,
    grants: whole(
      'lark-frankfurt-copies',
      'lark.frankfurt.assets',
      'lark-capetown-landing',
      'lark-reports-prod',
    ),
  },
  {
    accountId: SANDBOX,
    name: 'Experimenter',
    maxSessionSeconds: 2 * HOURS,
    mayListBuckets: true,
    grants: [],
  },
  {
    accountId: ANALYTICS,
    name: 'PartnerReports',
    maxSessionSeconds: 12 * HOURS,
    mayListBuckets: true,
    grants: whole('lark-frankfurt-copies'),
    trusts: [{ roleArn: `arn:aws:iam::${PRODUCTION}:role/S3AccessRole`, externalId: 'larkfield-reports' }],
  },
  {
    // What else stands in its way is in s3/refusals.ts.
    accountId: COMPLIANCE,
    name: 'CaseReader',
    maxSessionSeconds: 4 * HOURS,
    mayListBuckets: true,
    grants: whole(
      ...['lark-case-files', 'lark-legal-hold', 'lark-office-only', 'lark-partner-feed'],
      ...['lark-payroll-exports', 'lark-region-locked', 'lark-research-raw'],
    ),
  },
  ...TEAM_ACCOUNTS.flatMap(({ accountId, bucket }) =>
    ['LogReader', 'Operator', 'Auditor'].map((name) => ({
      accountId,
      name,
      maxSessionSeconds: name === 'Auditor' ? 1 * HOURS : 8 * HOURS,
      mayListBuckets: true,
      grants: whole(bucket),
    })),
  ),
];

const S3_ACCESS: Offer = { accountId: PRODUCTION, roleName: 'S3AccessRole' };

const USERS: User[] = [
  {
    name: 'alex',
    displayName: 'Alex Moreau',
    about: 'one role',
    sessionName: 'alex@larkfield.example',
    offers: [S3_ACCESS],
    arnOrder: 'role first',
  },
  {
    name: 'maya',
    displayName: 'Maya Lindqvist',
    about: 'six roles, three accounts, one role gone',
    sessionName: 'maya@larkfield.example',
    offers: [
      S3_ACCESS,
      { accountId: PRODUCTION, roleName: 'InvoiceReader' },
      { accountId: PRODUCTION, roleName: 'ExportsOnly' },
      { accountId: ANALYTICS, roleName: 'DataEngineer' },
      { accountId: ANALYTICS, roleName: 'RetiredAnalyst' },
      { accountId: SANDBOX, roleName: 'Experimenter' },
    ],
    arnOrder: 'role first',
  },
  {
    name: 'omar',
    displayName: 'Omar Haddad',
    about: 'forty roles in fourteen accounts',
    sessionName: 'omar@larkfield.example',
    // Three roles an account, two in the last two accounts.
    offers: TEAM_ACCOUNTS.flatMap(({ accountId }, index) =>
      ['LogReader', 'Operator', 'Auditor']
        .slice(0, index < 12 ? 3 : 2)
        .map((roleName) => ({ accountId, roleName })),
    ),
    arnOrder: 'role first',
  },
  {
    name: 'zoë',
    displayName: 'Zoë Åkesson-Łuczak',
    about: 'a name beyond ASCII',
    sessionName: 'zoe.akesson@larkfield.example',
    offers: [S3_ACCESS, { accountId: PRODUCTION, roleName: 'InvoiceReader' }],
    arnOrder: 'role first',
  },
  {
    name: 'pat',
    displayName: 'Pat Okafor',
    about: 'provider ARN first, role ARN second',
    sessionName: 'pat@larkfield.example',
    offers: [S3_ACCESS, { accountId: PRODUCTION, roleName: 'ExportsOnly' }],
    arnOrder: 'provider first',
  },
  {
    name: 'kim',
    displayName: 'Kim Sato',
    about: 'sessions end two minutes after sign-in',
    sessionName: 'kim@larkfield.example',
    offers: [S3_ACCESS],
    arnOrder: 'role first',
    sessionEndsAfterMs: 120_000,
  },
  {
    name: 'nora',
    displayName: 'Nora Winther',
    about: 'buckets that are refused, each by another policy',
    sessionName: 'nora@larkfield.example',
    offers: [{ accountId: COMPLIANCE, roleName: 'CaseReader' }],
    arnOrder: 'role first',
  },
];

export const users: readonly User[] = USERS;

/** Typed names are compared in NFC and without case; spaces around them do not count. */
export function findUser(typed: string): User | undefined {
  const name = typed.trim().normalize('NFC').toLowerCase();
  return USERS.find((user) => user.name === name);
}

export function roleArn(role: { accountId: string; name: string }): string {
  return `arn:aws:iam::${role.accountId}:role/${role.name}`;
}

export function providerArn(accountId: string): string {
  return `arn:aws:iam::${accountId}:saml-provider/${PROVIDER_NAME}`;
}

export function findRole(arn: string): Role | undefined {
  return ROLES.find((role) => roleArn(role) === arn);
}
