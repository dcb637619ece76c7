// AssumeRoleWithSAML: a verified assertion for the credentials of one role it offers (STS API reference).

import { createHash } from 'node:crypto';
import { findRole, providerArn } from '../directory.ts';
import type { DemoSession, SessionTokens } from '../session-token.ts';
import { type AssertionFacts, readFacts } from './assertion-facts.ts';
import { invalidToken, notAuthorized, validation } from './errors.ts';
import { readDuration, readText } from './form-fields.ts';
import { type ReadPolicies, readPolicies } from './session-policies.ts';
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
  policies: ReadPolicies;
}

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
    session: options.tokens.issue({
      roleArn: asked.roleArn,
      sessionName: facts.sessionName,
      expiresAt,
      policies: asked.policies.policies,
    }),
    facts,
    nameQualifier: nameQualifier(facts.issuer, account, resource.split('/')[1] ?? ''),
    packedPolicyPercent: asked.policies.packedPercent,
  };
}

function readAsked(form: URLSearchParams): Asked {
  return {
    roleArn: readText(form, 'RoleArn', 'roleArn', 20, 2048),
    providerArn: readText(form, 'PrincipalArn', 'principalArn', 20, 2048),
    samlAssertion: readText(form, 'SAMLAssertion', 'sAMLAssertion', 4, 100_000),
    durationSeconds: readDuration(form.get('DurationSeconds') ?? '3600'),
    policies: readPolicies(form),
  };
}

/** BASE64(SHA1(issuer + account + "/" + provider)), as the STS API reference words it. */
function nameQualifier(issuer: string, account: string, provider: string): string {
  return createHash('sha1').update(`${issuer}${account}/${provider}`).digest('base64');
}
