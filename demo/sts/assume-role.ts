// AssumeRoleWithSAML: a verified assertion for the credentials of one role it offers (STS API reference).
// Session policies are checked for their form only: every role of the demo may read and nothing else, so none
// could take away what a read-only policy takes away.

import { createHash } from 'node:crypto';
import { findRole, providerArn } from '../directory.ts';
import type { DemoSession, SessionTokens } from '../session-token.ts';
import { type AssertionFacts, readFacts } from './assertion-facts.ts';
import { constraint, invalidToken, notAuthorized, StsError, validation } from './errors.ts';
import { readSignedAssertion } from './signed-assertion.ts';

export interface AssumedRole {
  session: DemoSession & { token: string };
  facts: AssertionFacts;
  nameQualifier: string;
  /** Per cent of the room AWS has for session policies; undefined without one. */
  packedPolicyPercent: number | undefined;
}

interface Asked {
  roleArn: string;
  providerArn: string;
  samlAssertion: string;
  durationSeconds: number;
  policyCharacters: number;
}

const POLICY_LIMIT = 2048;

export interface StsOptions {
  now: () => number;
  tokens: SessionTokens;
  certificatePem: string;
}

export function assumeRoleWithSaml(form: URLSearchParams, options: StsOptions): AssumedRole {
  const now = options.now();
  const asked = readAsked(form);
  const [account = '', resource = ''] = asked.providerArn.split(':').slice(4);
  if (providerArn(account) !== asked.providerArn || !resource)
    throw invalidToken("Specified provider doesn't exist");
  const facts = readFacts(readSignedAssertion(asked.samlAssertion, options.certificatePem), now);
  const offered = facts.pairs.some(
    (pair) => pair.roleArn === asked.roleArn && pair.providerArn === asked.providerArn,
  );
  const role = findRole(asked.roleArn);
  if (!offered || !role) throw notAuthorized();
  if (asked.durationSeconds > role.maxSessionSeconds) {
    throw validation('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.');
  }
  const wishedEnd = now + asked.durationSeconds * 1000;
  const end = Math.min(wishedEnd, facts.sessionEndsAt ?? wishedEnd);
  // Whole seconds: the answer carries no more, and both sides must mean the same moment.
  const expiresAt = Math.floor(end / 1000) * 1000;
  return {
    session: options.tokens.issue({ roleArn: asked.roleArn, sessionName: facts.sessionName, expiresAt }),
    facts,
    nameQualifier: nameQualifier(facts.issuer, account, resource.split('/')[1] ?? ''),
    packedPolicyPercent:
      asked.policyCharacters > 0 ? Math.ceil((asked.policyCharacters / POLICY_LIMIT) * 100) : undefined,
  };
}

function readAsked(form: URLSearchParams): Asked {
  return {
    roleArn: readText(form, 'RoleArn', 'roleArn', 20, 2048),
    providerArn: readText(form, 'PrincipalArn', 'principalArn', 20, 2048),
    samlAssertion: readText(form, 'SAMLAssertion', 'sAMLAssertion', 4, 100_000),
    durationSeconds: readDuration(form.get('DurationSeconds') ?? '3600'),
    policyCharacters: readPolicy(form.get('Policy')),
  };
}

function readText(form: URLSearchParams, name: string, field: string, least: number, most: number): string {
  const value = form.get(name);
  if (value === null) {
    throw validation(
      `1 validation error detected: Value null at '${field}' failed to satisfy constraint: Member must not be null`,
    );
  }
  if (value.length < least) throw constraint(value, field, `have length greater than or equal to ${least}`);
  if (value.length > most) throw constraint(value, field, `have length less than or equal to ${most}`);
  return value;
}

function readDuration(text: string): number {
  if (!/^-?\d{1,10}$/.test(text))
    throw new StsError(400, 'MalformedInput', 'DurationSeconds is not an integer');
  const seconds = Number(text);
  if (seconds < 900) throw constraint(text, 'durationSeconds', 'have value greater than or equal to 900');
  if (seconds > 43_200) throw constraint(text, 'durationSeconds', 'have value less than or equal to 43200');
  return seconds;
}

function readPolicy(policy: string | null): number {
  if (policy === null) return 0;
  if (policy.length > POLICY_LIMIT)
    throw constraint(policy, 'policy', `have length less than or equal to ${POLICY_LIMIT}`);
  try {
    const parsed: unknown = JSON.parse(policy);
    if (typeof parsed === 'object' && parsed !== null && 'Statement' in parsed) return policy.length;
  } catch {
    // Falls through to the one refusal.
  }
  throw new StsError(400, 'MalformedPolicyDocument', 'The policy is not in the valid JSON format.');
}

/** BASE64(SHA1(issuer + account + "/" + provider)), as the STS API reference words it. */
function nameQualifier(issuer: string, account: string, provider: string): string {
  return createHash('sha1').update(`${issuer}${account}/${provider}`).digest('base64');
}
