/**
 * The smallest policy statement that would allow what was refused, for an administrator to judge. Pure.
 * Sources: IAM User Guide, "IAM JSON policy elements", "Policy variables" (a star in braces is a star), "Actions, resources, and
 * condition keys for Amazon S3". SECURITY: names come from what was asked, never from an answer, so that no answer
 * can widen it; only the ARN of a KMS key is AWS's, held to its form.
 */
import type { Denial, PolicyKind } from '../../electron/contract/denial.ts';
import { type Asked, askedAction, askedPrefix, askedResource } from './asked-access.ts';

export interface Proposal {
  /** One line: where it belongs. */
  where: string;
  json: string;
}

const places: Readonly<Record<PolicyKind, string>> = {
  identity: 'a policy of the role',
  resource: 'the bucket policy',
  serviceControl: 'the service control policies of the account',
  resourceControl: 'the resource control policies of the account',
  boundary: 'the permissions boundary of the role',
  session: 'the session policy of the sign-in',
  endpoint: 'the policy of the VPC endpoint',
  unknown: 'a policy of the role, or of the bucket where that is in another account',
};

/** Policies of a thing say whom they are for; those of a role know. */
const namesPrincipal: readonly PolicyKind[] = ['resource', 'endpoint'];

export function proposeStatement(asked: Asked, denial: Denial | undefined, roleArn: string): Proposal {
  const kind = denial?.policyKind ?? 'unknown';
  const place = kind === 'resource' && denial?.kms ? 'the key policy' : places[kind];
  if (denial?.explicit) {
    return {
      where: `An Allow does not help against a deny. An exception for the role, in the statement that denies (${place}):`,
      json: written({ Condition: { ArnNotEquals: { 'aws:PrincipalArn': roleArn } } }),
    };
  }
  return {
    where: `A statement that would allow it, for ${place}:`,
    json: written({
      Effect: 'Allow',
      ...(namesPrincipal.includes(kind) && principalOf(kind, roleArn)),
      Action: denial?.kms ? 'kms:Decrypt' : askedAction(asked),
      Resource: denial?.kms ? keyOf(denial, kind) : literal(askedResource(asked, roleArn), asked),
      ...conditionOf(asked, denial, kind, roleArn),
    }),
  };
}

/** An endpoint's policy takes a role by condition (VPC User Guide, "Endpoint policies for gateway endpoints"). */
function principalOf(kind: PolicyKind, roleArn: string) {
  return { Principal: kind === 'endpoint' ? '*' : { AWS: roleArn } };
}

function conditionOf(asked: Asked, denial: Denial | undefined, kind: PolicyKind, roleArn: string) {
  const condition = {
    ...(askedPrefix(asked) !== '' &&
      !denial?.kms && { StringLike: { 's3:prefix': `${escaped(askedPrefix(asked))}*` } }),
    ...(kind === 'endpoint' && { ArnEquals: { 'aws:PrincipalArn': roleArn } }),
  };
  return Object.keys(condition).length === 0 ? {} : { Condition: condition };
}

/** In a key policy the key is `*`: itself. */
function keyOf(denial: Denial, kind: PolicyKind): string {
  if (kind === 'resource') return '*';
  const named = denial.resource ?? '';
  return /^arn:aws[a-z-]*:kms:[a-z0-9-]{5,32}:\d{12}:key\/[\w-]{1,64}$/.test(named)
    ? named
    : 'the ARN of the key';
}

const literal = (resource: string, asked: Asked) => (asked.kind === 'buckets' ? resource : escaped(resource));
const escaped = (text: string) => text.replace(/[*?$]/g, (sign) => `\${${sign}}`);
const written = (statement: object) => JSON.stringify(statement, null, 2);
