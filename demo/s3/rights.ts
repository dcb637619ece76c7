// What a session may do, from its role's grants. S3's rules: listing is a right on the bucket, reading one on the object.

import { findRole, type Grant, type Role } from '../directory.ts';
import type { DemoSession } from '../session-token.ts';
import { assumedRoleUser } from '../sts/answers.ts';
import type { Bucket } from './buckets.ts';
import { accessDenied, type S3Error } from './errors.ts';

export interface Rights {
  role: Role;
  mayListBuckets(): boolean;
  /** Listing below `prefix`; undefined: asking about the bucket as a whole. */
  mayList(bucket: Bucket, prefix: string | undefined): boolean;
  mayRead(bucket: Bucket, key: string): boolean;
  denied(action: string, resource: string, bucket?: Bucket): S3Error;
}

/** Undefined when the role was taken away after the session was issued. */
export function rightsOf(session: DemoSession): Rights | undefined {
  const role = findRole(session.roleArn);
  if (!role) return undefined;
  const grants = (bucket: Bucket): Grant[] => role.grants.filter((grant) => grant.bucket === bucket.name);
  const user = assumedRoleUser(session).arn;
  return {
    role,
    mayListBuckets: () => role.mayListBuckets,
    mayList: (bucket, prefix) => grants(bucket).some((grant) => (prefix ?? '').startsWith(grant.prefix)),
    mayRead: (bucket, key) => grants(bucket).some((grant) => key.startsWith(grant.prefix)),
    // As at AWS, a refusal still tells where the bucket is.
    denied: (action, resource, bucket) =>
      accessDenied(user, action, resource, bucket ? { 'x-amz-bucket-region': bucket.region } : {}),
  };
}
