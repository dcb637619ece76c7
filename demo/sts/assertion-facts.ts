// Reads from a verified assertion what AssumeRoleWithSAML needs, and checks what does not depend on the role asked for.

import * as saml from '../idp/saml-names.ts';
import { expiredAssertion, invalidToken } from './errors.ts';
import { allOf, childrenOf, type XmlElement } from './xml-tree.ts';

export interface AssertionFacts {
  issuer: string;
  subject: string;
  recipient: string;
  sessionName: string;
  /** Epoch ms; undefined when the identity provider sets no end. */
  sessionEndsAt: number | undefined;
  /** Role and provider ARN, whichever order they came in. */
  pairs: { roleArn: string; providerArn: string }[];
}

const SESSION_NAME = /^[\w+=,.@-]{2,64}$/;

export function readFacts(assertion: XmlElement, now: number): AssertionFacts {
  if (assertion.uri !== saml.ASSERTION_NS || assertion.name !== 'Assertion') {
    throw invalidToken('Response signature invalid');
  }
  const one = (name: string) => allOf(assertion, saml.ASSERTION_NS, name)[0];
  if (text(one('Issuer')) !== saml.ISSUER) throw invalidToken('Issuer not present in specified provider');
  const recipient = checkConfirmation(one('SubjectConfirmationData'), now);
  checkConditions(one('Conditions'), now);
  // AWS's own rule, whatever NotOnOrAfter allows (STS API reference, ExpiredTokenException).
  if (now >= timeOf(assertion, 'IssueInstant') + saml.ASSERTION_LIFETIME_MS) throw expiredAssertion();
  return {
    issuer: saml.ISSUER,
    subject: text(one('NameID')),
    recipient,
    sessionName: readSessionName(assertion),
    sessionEndsAt: readSessionEnd(one('AuthnStatement'), now),
    pairs: attributeValues(assertion, 'Role').map(readPair),
  };
}

function checkConfirmation(data: XmlElement | undefined, now: number): string {
  const recipient = data?.attributes.get('Recipient');
  if (!data || recipient !== saml.AWS_SIGN_IN_URL)
    throw invalidToken('Invalid recipient in SubjectConfirmationData');
  if (now >= timeOf(data, 'NotOnOrAfter')) throw expiredAssertion();
  return recipient;
}

function checkConditions(conditions: XmlElement | undefined, now: number): void {
  if (!conditions) throw invalidToken('Response does not contain the required audience');
  const audiences = allOf(conditions, saml.ASSERTION_NS, 'Audience').map(text);
  if (!audiences.some((audience) => saml.AUDIENCES.includes(audience))) {
    throw invalidToken('Response does not contain the required audience');
  }
  if (now < timeOf(conditions, 'NotBefore')) throw invalidToken('Token is not valid yet');
  if (now >= timeOf(conditions, 'NotOnOrAfter')) throw expiredAssertion();
}

function readSessionName(assertion: XmlElement): string {
  const [name, ...others] = attributeValues(assertion, 'RoleSessionName');
  if (name === undefined || others.length > 0)
    throw invalidToken('RoleSessionName is required in AuthnResponse');
  if (!SESSION_NAME.test(name)) {
    throw invalidToken('RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}');
  }
  return name;
}

function readSessionEnd(statement: XmlElement | undefined, now: number): number | undefined {
  if (!statement?.attributes.has('SessionNotOnOrAfter')) return undefined;
  const endsAt = timeOf(statement, 'SessionNotOnOrAfter');
  if (now >= endsAt) throw expiredAssertion();
  return endsAt;
}

function readPair(value: string): { roleArn: string; providerArn: string } {
  const parts = value.split(',').map((part) => part.trim());
  return {
    roleArn: parts.find((part) => part.includes(':role/')) ?? '',
    providerArn: parts.find((part) => part.includes(':saml-provider/')) ?? '',
  };
}

function attributeValues(assertion: XmlElement, name: string): string[] {
  return allOf(assertion, saml.ASSERTION_NS, 'Attribute')
    .filter((attribute) => attribute.attributes.get('Name') === `${saml.ATTRIBUTE_PREFIX}${name}`)
    .flatMap((attribute) => childrenOf(attribute, saml.ASSERTION_NS, 'AttributeValue'))
    .map(text);
}

function timeOf(element: XmlElement, attribute: string): number {
  const at = Date.parse(element.attributes.get(attribute) ?? '');
  if (Number.isNaN(at)) throw invalidToken(`${attribute} is missing or not a time`);
  return at;
}

function text(element: XmlElement | undefined): string {
  return element?.text.trim() ?? '';
}
