// What a session may do, from its role's grants. S3's rules: listing is a right on the bucket, reading one on the object.

import { findRole, type Grant, type Role } from '../directory.ts';
import { rule } from '../session-policy.ts';
import type { DemoSession } from '../session-token.ts';
import { assumedRoleUser } from '../sts/answers.ts';
import type { Bucket } from './buckets.ts';
import { accessDenied, type S3Error, sessionDenied } from './errors.ts';
import { refuseByPolicy } from './refusals.ts';

export interface Rights {
  role: Role;
  /** Who asks, as an ARN. */
  user: string;
  /** By the session's own policies and whatever else is above the role; what the role may is asked of the others. */
  check(action: string, resource: string, bucket?: Bucket): void;
  mayListBuckets(): boolean;
  /** Listing below `prefix`; undefined: asking about the bucket as a whole. */
  mayList(bucket: Bucket, prefix: string | undefined): boolean;
  mayRead(bucket: Bucket, key: string): boolean;
  mayWrite(bucket: Bucket, key: string): boolean;
  denied(action: string, resource: string, bucket?: Bucket): S3Error;
}

/** Undefined when the role was taken away after the session was issued. */
export function rightsOf(session: DemoSession): Rights | undefined {
  const role = findRole(session.roleArn);
  if (!role) return undefined;
  const grants = (bucket: Bucket): Grant[] => role.grants.filter((grant) => grant.bucket === bucket.name);
  const user = assumedRoleUser(session).arn;
  const regionOf = (bucket?: Bucket) => (bucket ? { 'x-amz-bucket-region': bucket.region } : {});
  return {
    role,
    user,
    check: (action, resource, bucket) => {
      refuseByPolicy(user, action, resource, regionOf(bucket));
      const ruling = rule(session.policies, action, resource);
      if (ruling === 'allowed') return;
      throw sessionDenied(user, action, resource, ruling === 'denied', regionOf(bucket));
    },
    mayListBuckets: () => role.mayListBuckets,
    mayList: (bucket, prefix) => grants(bucket).some((grant) => (prefix ?? '').startsWith(grant.prefix)),
    mayRead: (bucket, key) => grants(bucket).some((grant) => key.startsWith(grant.prefix)),
    mayWrite: (bucket, key) => grants(bucket).some((grant) => grant.mayWrite && key.startsWith(grant.prefix)),
    // As at AWS, a refusal still tells where the bucket is.
    denied: (action, resource, bucket) => accessDenied(user, action, resource, regionOf(bucket)),
  };
}
