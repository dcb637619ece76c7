// What a session may do, from its role's grants. S3's rules: listing is a right on the bucket, reading one on the object.

import { findRole, type Grant, type Role } from '../directory.ts';
import { rule } from '../session-policy.ts';
import type { DemoSession } from '../session-token.ts';
import { assumedRoleUser } from '../sts/answers.ts';
import type { Bucket } from './buckets.ts';
import { accessDenied, type S3Error, sessionDenied } from './errors.ts';
import { refuseByPolicy } from './refusals.ts';

const READS = ['s3:GetObject', 's3:ListBucket'];

export interface Rights {
  role: Role;
  /** Who asks, as an ARN. */
  user: string;
  /** By the session's own policies and whatever else is above the role; what the role may is asked of the others. */
  check(action: string, resource: string, bucket?: Bucket): void;
  mayListBuckets(): boolean;
  /** Listing below `prefix`; undefined: asking about the bucket as a whole. */
  mayList(bucket: Bucket, prefix: string | undefined): boolean;
  /** By all of it, one action on one object. */
  may(action: string, bucket: Bucket, key: string): boolean;
  /** Throws the refusal when it may not. */
  demand(action: string, bucket: Bucket, key: string): void;
  /** The same of listing: s3:ListBucket, s3:ListBucketVersions and what else is a right on the bucket. */
  demandList(action: string, bucket: Bucket, prefix: string | undefined): void;
  denied(action: string, resource: string, bucket?: Bucket): S3Error;
}

/** Undefined when the role was taken away after the session was issued. */
export function rightsOf(session: DemoSession): Rights | undefined {
  const role = findRole(session.roleArn);
  if (!role) return undefined;
  const grants = (bucket: Bucket): Grant[] => role.grants.filter((grant) => grant.bucket === bucket.name);
  const user = assumedRoleUser(session).arn;
  const regionOf = (bucket?: Bucket) => (bucket ? { 'x-amz-bucket-region': bucket.region } : {});
  const check: Rights['check'] = (action, resource, bucket) => {
    refuseByPolicy(user, action, resource, regionOf(bucket));
    const ruling = rule(session.policies, action, resource);
    if (ruling === 'allowed') return;
    throw sessionDenied(user, action, resource, ruling === 'denied', regionOf(bucket));
  };
  // As at AWS, a refusal still tells where the bucket is.
  const denied: Rights['denied'] = (action, resource, bucket) =>
    accessDenied(user, action, resource, regionOf(bucket));
  /** Whoever may read may read and list what is there now; everything else is for those who may write. */
  const isGranted = (action: string, bucket: Bucket, below: string) =>
    grants(bucket).some(
      ({ prefix, mayWrite }) => below.startsWith(prefix) && (mayWrite || READS.includes(action)),
    );
  return {
    role,
    user,
    check,
    mayListBuckets: () => role.mayListBuckets,
    mayList: (bucket, prefix) => isGranted('s3:ListBucket', bucket, prefix ?? ''),
    may: (action, bucket, key) =>
      isGranted(action, bucket, key) &&
      rule(session.policies, action, `arn:aws:s3:::${bucket.name}/${key}`) === 'allowed',
    demand: (action, bucket, key) => {
      const resource = `arn:aws:s3:::${bucket.name}/${key}`;
      check(action, resource, bucket);
      if (!isGranted(action, bucket, key)) throw denied(action, resource, bucket);
    },
    demandList: (action, bucket, prefix) => {
      const resource = `arn:aws:s3:::${bucket.name}`;
      check(action, resource, bucket);
      if (!isGranted(action, bucket, prefix ?? '')) throw denied(action, resource, bucket);
    },
    denied,
  };
}
