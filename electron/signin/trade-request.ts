/**
 * What is asked of STS for one pass, from organisation, assertion and pass: first the SAML role, then, where
 * the pass names one, the second role with the first one's session. Pure.
 */
import type { Scope } from '../contract/scope.ts';
import { AppError } from '../lib/app-error.ts';
import type { Organisation, Pass, ThenAssume } from '../settings/schema.ts';
import type { Assertion } from './assertion.ts';
import { parseRoleArn, type RoleName } from './partition.ts';
import { sessionPolicies } from './session-policy.ts';

export interface TradeRequest {
  /** Whose network the call goes over. */
  organisation: string;
  useFips: boolean;
  assertion: Assertion;
  roleArn: string;
  providerArn: string;
  region: string;
  /** Organisation's own STS, if it has one. */
  endpoint: string | undefined;
  /** Longest duration to ask for, seconds: the ceiling, or what was learned. */
  durationSeconds: number;
  scope: Scope;
  thenAssume: ThenAssume | undefined;
  /** Whether AWS would still take the assertion. */
  stillGood: () => boolean;
}

/** STS API Reference, AssumeRole: with the session of a role ("role chaining") at most one hour. */
const LONGEST_CHAINED_SECONDS = 3600;
/** The first of two sessions lives for one call only; this is the shortest there is. */
const STEPPING_STONE_SECONDS = 900;
/** STS API Reference, AssumeRoleWithSAML: 900 s to the role's maximum, itself 1 to 12 h. */
const durationSteps = [28_800, 14_400, 7_200, 3_600];

/** `durationSeconds`: what settings would ask for. A company that wishes shorter sessions gets them. */
export function tradeRequest(
  organisation: Organisation,
  assertion: Assertion,
  pass: Pass,
  durationSeconds: number,
  stillGood: () => boolean,
): TradeRequest {
  const { roleArn, providerArn, region, scope = 'full', thenAssume } = pass;
  const wished = assertion.sessionDurationSeconds ?? Number.POSITIVE_INFINITY;
  return {
    organisation: organisation.id,
    useFips: organisation.useFips ?? false,
    assertion,
    roleArn,
    providerArn,
    region,
    endpoint: organisation.endpoints?.sts,
    durationSeconds: Math.min(durationSeconds, wished),
    scope,
    thenAssume,
    stillGood,
  };
}

/** What to ask for, the longest first; a later one only when AWS refused the length of the one before. */
export function durationsOf({ durationSeconds, thenAssume }: TradeRequest): number[] {
  if (thenAssume) return [STEPPING_STONE_SECONDS];
  return [durationSeconds, ...durationSteps.filter((step) => step < durationSeconds)];
}

export function samlInput(request: TradeRequest, durationSeconds: number) {
  const { roleArn, providerArn, assertion, thenAssume, scope } = request;
  return {
    RoleArn: roleArn,
    PrincipalArn: providerArn,
    SAMLAssertion: assertion.base64,
    DurationSeconds: durationSeconds,
    // A read-only session may assume nothing: of two, the second is the one to be held down.
    ...(thenAssume ? {} : policiesFor(roleArn, scope)),
  };
}

export function chainInput(
  { assertion, scope, durationSeconds }: TradeRequest,
  { roleArn, externalId, sessionName }: ThenAssume,
) {
  return {
    RoleArn: roleArn,
    RoleSessionName: sessionName ?? assertion.sessionName ?? 'daypass',
    DurationSeconds: Math.min(durationSeconds, LONGEST_CHAINED_SECONDS),
    ...(externalId === undefined ? {} : { ExternalId: externalId }),
    ...policiesFor(roleArn, scope),
  };
}

/** Throws for what AWS can't do, before anything is sent. */
export function checkRoles({ roleArn, thenAssume }: TradeRequest): RoleName {
  const first = parseRoleArn(roleArn);
  if (!first) throw new AppError('sts-role-refused', { retry: 'never', subject: roleArn });
  if (!thenAssume) return first;
  const second = parseRoleArn(thenAssume.roleArn);
  const subject = thenAssume.roleArn;
  // IAM Identity Center's own roles trust its provider alone (Identity Center User Guide, "Referencing permission sets").
  if (!second || second.name.startsWith('AWSReservedSSO_') || second.partition !== first.partition)
    throw new AppError('sts-chain-impossible', { retry: 'never', subject });
  return first;
}

function policiesFor(roleArn: string, scope: Scope) {
  const role = parseRoleArn(roleArn);
  return role ? (sessionPolicies(scope, role.partition) ?? {}) : {};
}
