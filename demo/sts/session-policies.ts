// The session policies in a request: read, checked for form and room (STS API reference, AssumeRoleWithSAML).

import { isManagedPolicy, readPolicy, type SessionPolicies } from '../session-policy.ts';
import { constraint, StsError, validation } from './errors.ts';

export interface ReadPolicies {
  /** Undefined when none were sent: the session may do what its role may. */
  policies: SessionPolicies | undefined;
  /** Per cent of the room AWS has for them; undefined without any. */
  packedPercent: number | undefined;
}

const POLICY_CHARACTERS = 2048;
const MOST_ARNS = 10;

export function readPolicies(form: URLSearchParams): ReadPolicies {
  const arns = readArns(form);
  const inline = form.get('Policy') ?? undefined;
  if (inline === undefined && arns.length === 0) return { policies: undefined, packedPercent: undefined };
  if (inline !== undefined) checkInline(inline);
  // AWS packs in a form of its own and tells only how full it is; counting characters comes near enough.
  const characters = (inline ?? '').length + arns.join('').length;
  const packedPercent = Math.ceil((characters / POLICY_CHARACTERS) * 100);
  if (packedPercent > 100)
    throw new StsError(
      400,
      'PackedPolicyTooLarge',
      `Packed size of session tags consumes ${packedPercent}% of allotted space.`,
    );
  return { policies: { arns, ...(inline === undefined ? {} : { inline }) }, packedPercent };
}

function readArns(form: URLSearchParams): string[] {
  const arns: string[] = [];
  for (let number = 1; ; number++) {
    const arn = form.get(`PolicyArns.member.${number}.arn`);
    if (arn === null) break;
    arns.push(arn);
  }
  if (arns.length > MOST_ARNS)
    throw constraint('[...]', 'policyArns', `have length less than or equal to ${MOST_ARNS}`);
  for (const arn of arns)
    if (!isManagedPolicy(arn)) throw validation(`Policy ${arn} does not exist or is not attachable.`);
  return arns;
}

function checkInline(policy: string): void {
  if (policy.length > POLICY_CHARACTERS)
    throw constraint(policy, 'policy', `have length less than or equal to ${POLICY_CHARACTERS}`);
  if (!readPolicy(policy))
    throw new StsError(400, 'MalformedPolicyDocument', 'The policy is not in the valid JSON format.');
}
