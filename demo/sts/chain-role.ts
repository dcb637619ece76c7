// AssumeRole with the session of another role ("role chaining"): who may is in the directory's table.

import { findRole } from '../directory.ts';
import { rule } from '../session-policy.ts';
import type { DemoSession } from '../session-token.ts';
import { assumedRoleUser } from './answers.ts';
import type { StsOptions } from './assume-role.ts';
import { StsError, validation } from './errors.ts';
import { readDuration, readText } from './form-fields.ts';
import { readPolicies } from './session-policies.ts';

export interface ChainedRole {
  session: DemoSession & { token: string };
  packedPolicyPercent: number | undefined;
}

const LONGEST_SECONDS = 3600;

export function chainRole(form: URLSearchParams, caller: DemoSession, options: StsOptions): ChainedRole {
  const roleArn = readText(form, 'RoleArn', 'roleArn', 20, 2048);
  const sessionName = readText(form, 'RoleSessionName', 'roleSessionName', 2, 64);
  const seconds = readDuration(form.get('DurationSeconds') ?? '3600');
  const { policies, packedPercent } = readPolicies(form);
  const externalId = form.get('ExternalId') ?? undefined;
  const trusted = findRole(roleArn)?.trusts?.some(
    (trust) => trust.roleArn === caller.roleArn && trust.externalId === externalId,
  );
  if (!trusted || rule(caller.policies, 'sts:AssumeRole', roleArn) !== 'allowed')
    throw new StsError(
      403,
      'AccessDenied',
      `User: ${assumedRoleUser(caller).arn} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`,
    );
  if (seconds > LONGEST_SECONDS)
    throw validation(
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
    );
  const expiresAt = Math.floor((options.now() + seconds * 1000) / 1000) * 1000;
  return {
    session: options.tokens.issue({ roleArn, sessionName, expiresAt, policies, chained: true }),
    packedPolicyPercent: packedPercent,
  };
}
