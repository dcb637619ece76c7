// Every bucket of the demo: whose it is, where it is, what is in it. Objects are made at the first look into a bucket.

import { ACCOUNTS, TEAM_ACCOUNTS } from '../directory.ts';
import { invoices } from './buckets/invoices.ts';
import { oddKeys } from './buckets/odd-keys.ts';
import { reports } from './buckets/reports.ts';
import { frankfurtCopies, teamLogs } from './buckets/team-logs.ts';
import { momentOf } from './content/days.ts';
import type { DemoObject } from './content/object.ts';

export const HOME_REGION = 'eu-west-1';

export interface Bucket {
  name: string;
  accountId: string;
  region: string;
  createdAt: number;
  /** In UTF-8 byte order of their keys, as S3 lists them. */
  objects(): readonly DemoObject[];
  find(key: string): DemoObject | undefined;
}

const { PRODUCTION, ANALYTICS } = ACCOUNTS;

const BUCKETS: Bucket[] = [
  bucket('lark-reports-prod', PRODUCTION, HOME_REGION, '2023-03-01', reports),
  bucket('lark-invoice-archive', PRODUCTION, HOME_REGION, '2021-01-04', invoices),
  bucket('lark-odd-keys', PRODUCTION, HOME_REGION, '2026-05-04', oddKeys),
  bucket('lark-empty', PRODUCTION, HOME_REGION, '2026-06-30', () => []),
  bucket('lark-frankfurt-copies', ANALYTICS, 'eu-central-1', '2025-09-01', frankfurtCopies),
  ...TEAM_ACCOUNTS.map((team) =>
    bucket(team.bucket, team.accountId, HOME_REGION, '2024-02-01', () => teamLogs(team.team)),
  ),
];

export function findBucket(name: string): Bucket | undefined {
  return BUCKETS.find((one) => one.name === name);
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
  let sorted: DemoObject[] | undefined;
  let byKey: Map<string, DemoObject> | undefined;
  const objects = () => {
    sorted ??= sortByKey(fill());
    return sorted;
  };
  return {
    name,
    accountId,
    region,
    createdAt: momentOf(createdOn, 10),
    objects,
    find(key) {
      byKey ??= new Map(objects().map((object) => [object.key, object]));
      return byKey.get(key);
    },
  };
}

function sortByKey(objects: DemoObject[]): DemoObject[] {
  return objects
    .map((object) => ({ object, bytes: Buffer.from(object.key, 'utf8') }))
    .sort((a, b) => Buffer.compare(a.bytes, b.bytes))
    .map(({ object }) => object);
}
