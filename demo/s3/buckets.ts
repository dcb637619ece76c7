// Every bucket of the demo: whose it is, where it is, what is in it. Objects are made at the first look into a bucket.

import { ACCOUNTS, TEAM_ACCOUNTS } from '../directory.ts';
import { caseFiles, onePage } from './buckets/case-files.ts';
import { invoices } from './buckets/invoices.ts';
import { oddKeys } from './buckets/odd-keys.ts';
import { reports } from './buckets/reports.ts';
import { frankfurtCopies, teamLogs } from './buckets/team-logs.ts';
import { momentOf } from './content/days.ts';
import type { DemoObject } from './content/object.ts';
import { DISABLED_REGION } from './errors.ts';

/** An object has at most the size of a request's body: this is all the memory that writing can take. */
const MOST_WRITTEN = 50;

export const HOME_REGION = 'eu-west-1';

export interface Bucket {
  name: string;
  accountId: string;
  region: string;
  createdAt: number;
  /** In UTF-8 byte order of their keys, as S3 lists them. */
  objects(): readonly DemoObject[];
  find(key: string): DemoObject | undefined;
  /** False when there is no room. What was made stays as it is made: a written object of its key is not kept. */
  put(object: DemoObject): boolean;
  /** Takes away what was written. */
  remove(key: string): void;
}

const { PRODUCTION, ANALYTICS, COMPLIANCE, PARTNER } = ACCOUNTS;

/** An access point's second name, which stands wherever a bucket's may (S3 User Guide, "Access point aliases"). */
export const EXPORTS_ALIAS = 'lark-exports-hrzrlukc5m36ft7okagglf3gmwluquse1b-s3alias';
const ALIASES = new Map([[EXPORTS_ALIAS, 'lark-reports-prod']]);

const BUCKETS: Bucket[] = [
  bucket('lark-reports-prod', PRODUCTION, HOME_REGION, '2023-03-01', reports),
  bucket('lark-invoice-archive', PRODUCTION, HOME_REGION, '2021-01-04', invoices),
  bucket('lark-odd-keys', PRODUCTION, HOME_REGION, '2026-05-04', oddKeys),
  bucket('lark-empty', PRODUCTION, HOME_REGION, '2026-06-30', () => []),
  bucket('lark-frankfurt-copies', ANALYTICS, 'eu-central-1', '2025-09-01', frankfurtCopies),
  bucket('lark.frankfurt.assets', ANALYTICS, 'eu-central-1', '2025-09-01', frankfurtCopies),
  bucket('lark-capetown-landing', PARTNER, DISABLED_REGION, '2026-02-01', () => []),
  bucket('lark-case-files', COMPLIANCE, HOME_REGION, '2024-11-04', caseFiles),
  ...['audit-trail', 'legal-hold', 'office-only', 'payroll-exports', 'region-locked', 'research-raw'].map(
    (name) => bucket(`lark-${name}`, COMPLIANCE, HOME_REGION, '2025-01-13', onePage),
  ),
  bucket('lark-partner-feed', PARTNER, HOME_REGION, '2025-05-19', onePage),
  ...TEAM_ACCOUNTS.map((team) =>
    bucket(team.bucket, team.accountId, HOME_REGION, '2024-02-01', () => teamLogs(team.team)),
  ),
];

/** `name`: its own, or an access point's alias. */
export function findBucket(name: string): Bucket | undefined {
  return BUCKETS.find((one) => one.name === (ALIASES.get(name) ?? name));
}

/** Owned by the account, by name, as ListBuckets answers. */
export function bucketsOf(accountId: string): Bucket[] {
  return BUCKETS.filter((one) => one.accountId === accountId).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function bucket(
  name: string,
  accountId: string,
  region: string,
  createdOn: string,
  fill: () => DemoObject[],
): Bucket {
  let made: Map<string, DemoObject> | undefined;
  let sorted: DemoObject[] | undefined;
  const written = new Map<string, DemoObject>();
  const madeByKey = () => {
    made ??= new Map(fill().map((object) => [object.key, object]));
    return made;
  };
  const objects = () => {
    sorted ??= sortByKey([...madeByKey().values(), ...written.values()]);
    return sorted;
  };
  return {
    name,
    accountId,
    region,
    createdAt: momentOf(createdOn, 10),
    objects,
    find: (key) => written.get(key) ?? madeByKey().get(key),
    put(object) {
      if (written.size >= MOST_WRITTEN || madeByKey().has(object.key)) return false;
      written.set(object.key, object);
      sorted = undefined;
      return true;
    },
    remove(key) {
      written.delete(key);
      sorted = undefined;
    },
  };
}

function sortByKey(objects: DemoObject[]): DemoObject[] {
  return objects
    .map((object) => ({ object, bytes: Buffer.from(object.key, 'utf8') }))
    .sort((a, b) => Buffer.compare(a.bytes, b.bytes))
    .map(({ object }) => object);
}
