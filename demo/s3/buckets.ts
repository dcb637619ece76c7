// Every bucket of the demo: whose it is, where it is, what is in it. Objects are made at the first look into a bucket;
// what is written is gone with the demo.

import { ACCOUNTS, TEAM_ACCOUNTS } from '../directory.ts';
import { caseFiles, onePage } from './buckets/case-files.ts';
import { invoices } from './buckets/invoices.ts';
import { oddContent } from './buckets/odd-content.ts';
import { oddKeys } from './buckets/odd-keys.ts';
import { reports } from './buckets/reports.ts';
import { frankfurtCopies, teamLogs } from './buckets/team-logs.ts';
import { scratch, workbench } from './buckets/workbench.ts';
import { momentOf } from './content/days.ts';
import type { DemoObject } from './content/object.ts';
import { DISABLED_REGION } from './errors.ts';
import { createGeneratedShelf } from './million/generated-shelf.ts';
import { createLane, slowLane } from './million/slow-lane.ts';
import { telemetry } from './million/telemetry.ts';
import { createRoom } from './store/room.ts';
import type { Sequence } from './store/sequence.ts';
import { createShelf, type Made, type Shelf } from './store/shelf.ts';
import { createUploads, type Uploads } from './store/uploads.ts';

export const HOME_REGION = 'eu-west-1';

export interface Bucket extends Shelf {
  name: string;
  accountId: string;
  region: string;
  createdAt: number;
  /** Else it never was. */
  isVersioned: boolean;
  /** Throws when a request at this time, epoch ms, is one too many. */
  admit?(now: number): void;
  uploads: Uploads;
}

export interface Buckets {
  /** `name`: its own, or an access point's alias. */
  find(name: string): Bucket | undefined;
  /** Owned by the account, by name, as ListBuckets answers. */
  ofAccount(accountId: string): Bucket[];
}

const { PRODUCTION, ANALYTICS, COMPLIANCE, PARTNER } = ACCOUNTS;

/** An access point's second name, which stands wherever a bucket's may (S3 User Guide, "Access point aliases"). */
export const EXPORTS_ALIAS = 'lark-exports-hrzrlukc5m36ft7okagglf3gmwluquse1b-s3alias';
const ALIASES = new Map([[EXPORTS_ALIAS, 'lark-reports-prod']]);

interface Plan {
  name: string;
  accountId: string;
  region: string;
  createdOn: string;
  fill: () => Made[];
  /** `fixed`: what is made can't be changed. */
  kind: 'fixed' | 'versioned' | 'plain';
}

const PLANS: Plan[] = [
  fixed('lark-reports-prod', PRODUCTION, HOME_REGION, '2023-03-01', reports),
  fixed('lark-invoice-archive', PRODUCTION, HOME_REGION, '2021-01-04', invoices),
  fixed('lark-odd-keys', PRODUCTION, HOME_REGION, '2026-05-04', oddKeys),
  fixed('lark-odd-content', PRODUCTION, HOME_REGION, '2026-05-05', oddContent),
  fixed('lark-empty', PRODUCTION, HOME_REGION, '2026-06-30', () => []),
  { ...fixed('lark-workbench', PRODUCTION, HOME_REGION, '2025-02-03', workbench), kind: 'versioned' },
  { ...fixed('lark-scratch', PRODUCTION, HOME_REGION, '2025-02-03', scratch), kind: 'plain' },
  fixed('lark-frankfurt-copies', ANALYTICS, 'eu-central-1', '2025-09-01', frankfurtCopies),
  fixed('lark.frankfurt.assets', ANALYTICS, 'eu-central-1', '2025-09-01', frankfurtCopies),
  fixed('lark-capetown-landing', PARTNER, DISABLED_REGION, '2026-02-01', () => []),
  fixed('lark-case-files', COMPLIANCE, HOME_REGION, '2024-11-04', caseFiles),
  ...['audit-trail', 'legal-hold', 'office-only', 'payroll-exports', 'region-locked', 'research-raw'].map(
    (name) => fixed(`lark-${name}`, COMPLIANCE, HOME_REGION, '2025-01-13', onePage),
  ),
  fixed('lark-partner-feed', PARTNER, HOME_REGION, '2025-05-19', onePage),
  ...TEAM_ACCOUNTS.map((team) =>
    fixed(team.bucket, team.accountId, HOME_REGION, '2024-02-01', () => teamLogs(team.team)),
  ),
];

/** Buckets of the production account whose objects are computed: more than anybody would keep. */
const GENERATED: { name: string; all: () => Sequence<DemoObject>; isSlow: boolean }[] = [
  { name: 'lark-telemetry', all: telemetry, isSlow: false },
  { name: 'lark-slow-lane', all: slowLane, isSlow: true },
];

function fixed(name: string, accountId: string, region: string, createdOn: string, fill: () => Made[]): Plan {
  return { name, accountId, region, createdOn, fill, kind: 'fixed' };
}

export function createBuckets(): Buckets {
  const room = createRoom();
  const generated = GENERATED.map(
    ({ name, all, isSlow }): Bucket => ({
      name,
      accountId: PRODUCTION,
      region: HOME_REGION,
      isVersioned: false,
      createdAt: momentOf('2026-05-01', 10),
      uploads: createUploads(room),
      ...createGeneratedShelf(all()),
      ...(isSlow && { admit: createLane() }),
    }),
  );
  const kept = PLANS.map(({ name, accountId, region, createdOn, fill, kind }): Bucket => {
    const isVersioned = kind === 'versioned';
    const shelf = createShelf({ fill, isVersioned, isFixed: kind === 'fixed', room });
    const uploads = createUploads(room);
    return { name, accountId, region, isVersioned, createdAt: momentOf(createdOn, 10), uploads, ...shelf };
  });
  const all = [...kept, ...generated];
  return {
    find: (name) => all.find((one) => one.name === (ALIASES.get(name) ?? name)),
    ofAccount: (accountId) =>
      all.filter((one) => one.accountId === accountId).sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}
