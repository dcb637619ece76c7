/**
 * The session policies of a scope: what STS is told to take away from the role. Pure. Source: IAM User Guide,
 * "Session policies": the session may do what role *and* session policies allow; a Deny wins over everything.
 */
import type { Scope } from '../contract/scope.ts';
import type { PartitionName } from './partition.ts';

export interface SessionPolicies {
  PolicyArns: { arn: string }[];
  Policy: string;
}

/** STS API Reference, AssumeRoleWithSAML: Policy has 1 to 2,048 characters. */
export const LONGEST_POLICY_CHARACTERS = 2048;

/** Null for the full scope: nothing is sent. */
export function sessionPolicies(scope: Scope, partition: PartitionName): SessionPolicies | null {
  if (scope === 'full') return null;
  return {
    PolicyArns: [{ arn: `arn:${partition}:iam::aws:policy/ReadOnlyAccess` }],
    Policy: JSON.stringify(readOnlyPolicy()),
  };
}

/**
 * ReadOnlyAccess has no `kms:Decrypt`, without which encrypted objects can't be read. The Deny also holds
 * against a bucket policy that names the role; one that names this very session would get past an Allow only.
 */
function readOnlyPolicy() {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: 'kms:Decrypt',
        Resource: '*',
        // The host of S3 in any region and partition: s3.REGION.amazonaws.com, .com.cn, .eu.
        Condition: { StringLike: { 'kms:ViaService': 's3.*' } },
      },
      { Effect: 'Deny', Action: ['s3:Put*', 's3:Delete*', 's3:Abort*', 's3:Restore*'], Resource: '*' },
    ],
  };
}
