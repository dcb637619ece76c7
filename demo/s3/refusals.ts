// What stands in the way beside role and session policies, one of each kind, refused in AWS's own words (Amazon S3 User
// Guide, "Troubleshoot access denied (403 Forbidden) errors"). Two tables; the user nora walks into all of it.

import type { Bucket } from './buckets.ts';
import { S3Error } from './errors.ts';

const ORGANISATION = 'arn:aws:organizations::555566667777:policy/o-larkfield';
const KEYS = 'arn:aws:kms:eu-west-1:888899990000:key';

type Reason = (action: string) => string;

const explicitly =
  (where: string): Reason =>
  () =>
    `with an explicit deny in ${where}`;
const noneAllows =
  (policy: string): Reason =>
  (action) =>
    `because no ${policy} allows the ${action} action`;

/** Whatever is asked of these buckets. */
const POLICIES: Record<string, Reason> = {
  'lark-payroll-exports': explicitly(
    `a service control policy: ${ORGANISATION}/service_control_policy/p-payroll0`,
  ),
  'lark-region-locked': explicitly('a resource control policy'),
  'lark-legal-hold': explicitly('a resource-based policy'),
  'lark-research-raw': noneAllows('permissions boundary'),
  'lark-office-only': noneAllows('VPC endpoint policy'),
};

/** Content of lark-case-files that can't be had, by how its key begins. */
const CONTENTS: Record<string, (user: string) => S3Error> = {
  '2026/sealed/': (user) =>
    denied(
      user,
      'kms:Decrypt',
      `${KEYS}/5ea1ed00-0001-4000-8000-000000000001`,
      noneAllows('resource-based policy'),
    ),
  '2024/key-disabled/': () =>
    new S3Error(400, 'KMS.DisabledException', `${KEYS}/d15ab1ed-0001-4000-8000-000000000001 is disabled.`),
  '2024/key-retired/': () =>
    new S3Error(
      400,
      'KMS.KMSInvalidStateException',
      `${KEYS}/0e71ed00-0001-4000-8000-000000000001 is pending deletion.`,
    ),
  '2023/cooled/': () =>
    new S3Error(403, 'InvalidObjectState', "The operation is not valid for the object's access tier", {
      details: { StorageClass: 'INTELLIGENT_TIERING', AccessTier: 'ARCHIVE_ACCESS' },
    }),
};

/** `resource`: as an ARN. */
export function refuseByPolicy(
  user: string,
  action: string,
  resource: string,
  headers: Record<string, string>,
): void {
  const [bucket = ''] = resource.replace(/^arn:aws:s3:::/, '').split('/');
  const reason = Object.hasOwn(POLICIES, bucket) ? POLICIES[bucket] : undefined;
  if (reason) throw denied(user, action, `"${resource}"`, reason, headers);
}

/** An object's facts can be had, its bytes can't. */
export function refuseContent(user: string, bucket: Bucket, key: string): void {
  if (bucket.name !== 'lark-case-files') return;
  const found = Object.entries(CONTENTS).find(([start]) => key.startsWith(start));
  if (found) throw found[1](user);
}

/** Requester Pays: whoever does not agree to pay hears no reason. */
export function refuseUnpaid(bucket: Bucket, payer: string | undefined): void {
  if (bucket.name === 'lark-partner-feed' && payer !== 'requester')
    throw new S3Error(403, 'AccessDenied', 'Access Denied');
}

function denied(user: string, action: string, on: string, reason: Reason, headers = {}): S3Error {
  const message = `User: ${user} is not authorized to perform: ${action} on resource: ${on} ${reason(action)}`;
  return new S3Error(403, 'AccessDenied', message, { headers });
}
