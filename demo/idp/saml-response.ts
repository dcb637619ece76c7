// Writes and signs the SAML 2.0 response for one user (SAML core; IAM user guide, "Configure SAML assertions").
// Only the assertion is signed, as AD FS and Okta do by default.

import { createHash, randomUUID } from 'node:crypto';
import { SignedXml } from 'xml-crypto';
import { providerArn, roleArn, type User } from '../directory.ts';
import { element, escapeXml, XML_DECLARATION } from '../xml.ts';
import * as saml from './saml-names.ts';

export interface Signer {
  privateKeyPem: string;
  certificatePem: string;
}

const BEFORE_MS = 30_000;
const CONSOLE_SECONDS = 8 * 3600;

/** Base64 of the signed response, as the form field `SAMLResponse` carries it. */
export function samlResponse(user: User, now: number, signer: Signer): string {
  const ids = { response: `_${randomUUID()}`, assertion: `_${randomUUID()}` };
  const signed = sign(responseXml(user, now, ids), signer);
  return Buffer.from(signed, 'utf8').toString('base64');
}

function responseXml(user: User, now: number, ids: { response: string; assertion: string }): string {
  const issuer = element('saml:Issuer', saml.ISSUER);
  return [
    XML_DECLARATION,
    `<samlp:Response xmlns:samlp="${saml.PROTOCOL_NS}" xmlns:saml="${saml.ASSERTION_NS}" ID="${ids.response}"`,
    ` Version="2.0" IssueInstant="${instant(now)}" Destination="${saml.AWS_SIGN_IN_URL}">${issuer}`,
    `<samlp:Status><samlp:StatusCode Value="${saml.STATUS_SUCCESS}"/></samlp:Status>`,
    `<saml:Assertion ID="${ids.assertion}" Version="2.0" IssueInstant="${instant(now)}">${issuer}`,
    subject(user, now),
    conditions(now),
    authnStatement(user, now, ids.assertion),
    attributes(user),
    '</saml:Assertion></samlp:Response>',
  ].join('');
}

function subject(user: User, now: number): string {
  const nameId = createHash('sha256').update(`larkfield ${user.name}`).digest('hex').slice(0, 32);
  return [
    `<saml:Subject><saml:NameID Format="${saml.PERSISTENT}">${nameId}</saml:NameID>`,
    `<saml:SubjectConfirmation Method="${saml.BEARER}"><saml:SubjectConfirmationData`,
    ` NotOnOrAfter="${instant(now + saml.ASSERTION_LIFETIME_MS)}" Recipient="${saml.AWS_SIGN_IN_URL}"/>`,
    '</saml:SubjectConfirmation></saml:Subject>',
  ].join('');
}

function conditions(now: number): string {
  const audience = element('saml:Audience', saml.AWS_SIGN_IN_URL);
  return [
    `<saml:Conditions NotBefore="${instant(now - BEFORE_MS)}"`,
    ` NotOnOrAfter="${instant(now + saml.ASSERTION_LIFETIME_MS)}">`,
    `<saml:AudienceRestriction>${audience}</saml:AudienceRestriction></saml:Conditions>`,
  ].join('');
}

function authnStatement(user: User, now: number, assertionId: string): string {
  const end = user.sessionEndsAfterMs;
  const sessionEnd = end === undefined ? '' : ` SessionNotOnOrAfter="${instant(now + end)}"`;
  const method = 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport';
  return [
    `<saml:AuthnStatement AuthnInstant="${instant(now)}" SessionIndex="${assertionId}"${sessionEnd}>`,
    `<saml:AuthnContext>${element('saml:AuthnContextClassRef', method)}</saml:AuthnContext></saml:AuthnStatement>`,
  ].join('');
}

function attributes(user: User): string {
  const roles = user.offers.map((offer) => {
    const pair = [
      roleArn({ accountId: offer.accountId, name: offer.roleName }),
      providerArn(offer.accountId),
    ];
    return (user.arnOrder === 'role first' ? pair : pair.reverse()).join(',');
  });
  return [
    '<saml:AttributeStatement>',
    attribute(`${saml.ATTRIBUTE_PREFIX}Role`, roles),
    attribute(`${saml.ATTRIBUTE_PREFIX}RoleSessionName`, [user.sessionName]),
    attribute(`${saml.ATTRIBUTE_PREFIX}SessionDuration`, [String(CONSOLE_SECONDS)]),
    attribute('urn:oid:2.16.840.1.113730.3.1.241', [user.displayName]),
    '</saml:AttributeStatement>',
  ].join('');
}

function attribute(name: string, values: string[]): string {
  const all = values.map((value) => element('saml:AttributeValue', value)).join('');
  return `<saml:Attribute Name="${escapeXml(name)}">${all}</saml:Attribute>`;
}

function sign(xml: string, signer: Signer): string {
  const assertion = `//*[local-name(.)='Assertion' and namespace-uri(.)='${saml.ASSERTION_NS}']`;
  const signature = new SignedXml({
    privateKey: signer.privateKeyPem,
    publicCert: signer.certificatePem,
    signatureAlgorithm: saml.RSA_SHA256,
    canonicalizationAlgorithm: saml.EXCLUSIVE_C14N,
  });
  signature.addReference({
    xpath: assertion,
    transforms: [saml.ENVELOPED, saml.EXCLUSIVE_C14N],
    digestAlgorithm: saml.SHA256,
  });
  signature.computeSignature(xml, {
    prefix: 'ds',
    location: { reference: `${assertion}/*[local-name(.)='Issuer']`, action: 'after' },
  });
  return signature.getSignedXml();
}

/** xs:dateTime in UTC. */
function instant(at: number): string {
  return new Date(at).toISOString();
}
