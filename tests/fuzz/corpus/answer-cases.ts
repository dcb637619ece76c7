/** Refusals of the company, encrypted answers, and dates that make no sense. */
import type { Case } from './case.ts';
import type { DialectName } from './dialects.ts';
import { inMinutes, PAIR, type Parts, statusOf, writeResponse } from './write-response.ts';

const of = (name: string, dialect: DialectName, parts: Parts, expected: Case['expected'] = [PAIR]): Case => ({
  name,
  xml: writeResponse(dialect, parts),
  expected,
});
const status = (name: string, dialect: DialectName, ...inside: [string, string?, string?]) =>
  of(name, dialect, { status: statusOf(dialect, ...inside), instead: '' }, 'assertion-idp-refused');
const code = (value: string, prefix = 'samlp') =>
  `<${prefix}:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:${value}"/>`;
const xenc = 'xmlns:xenc="http://www.w3.org/2001/04/xmlenc#"';
const encrypted = `<saml2:EncryptedAssertion xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion"><xenc:EncryptedData ${xenc} Type="http://www.w3.org/2001/04/xmlenc#Element"><xenc:EncryptionMethod Algorithm="http://www.w3.org/2009/xmlenc11#aes128-gcm"/><xenc:CipherData><xenc:CipherValue>bWFkZSB1cA==</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData></saml2:EncryptedAssertion>`;

export const answerCases: Case[] = [
  of('shibboleth encrypts by default', 'shibboleth', { instead: encrypted }, 'assertion-encrypted'),
  of(
    'ad-fs with two encrypted assertions',
    'ad-fs',
    { instead: encrypted + encrypted },
    'assertion-encrypted',
  ),
  status('ad-fs refuses: Responder', 'ad-fs', 'Responder'),
  status('keycloak refuses: AuthnFailed', 'keycloak', 'Responder', code('AuthnFailed')),
  status('simplesamlphp refuses: NoPassive', 'simplesamlphp', 'Responder', code('NoPassive')),
  status(
    'entra refuses with a message',
    'entra',
    'Requester',
    '',
    '<samlp:StatusMessage>AADSTS50105: not assigned to a role &lt;b></samlp:StatusMessage>',
  ),
  of(
    'a refusal with a whole assertion in it',
    'keycloak',
    { status: statusOf('keycloak', 'Responder') },
    'assertion-idp-refused',
  ),
  of(
    'a success inside a refusal',
    'keycloak',
    { status: statusOf('keycloak', 'Responder', code('Success')) },
    'assertion-idp-refused',
  ),
  of(
    'a success of SAML 1',
    'keycloak',
    { status: '<samlp:Status><samlp:StatusCode Value="samlp:Success"/></samlp:Status>' },
    'assertion-idp-refused',
  ),
  of('no assertion at all', 'google', { instead: '' }, 'assertion-missing'),
  of('expired an hour ago', 'entra', { notOnOrAfter: inMinutes(-60) }, 'assertion-expired'),
  of('expired a minute ago, which STS decides', 'entra', { notOnOrAfter: inMinutes(-1) }),
  of(
    'good in an hour',
    'entra',
    { notBefore: inMinutes(60), notOnOrAfter: inMinutes(65) },
    'assertion-not-yet-valid',
  ),
  of('good until the year 9999', 'okta', { notOnOrAfter: '9999-12-31T23:59:59.999Z' }),
  of('a date without a zone', 'okta', { notOnOrAfter: '2026-03-04T10:05:00' }),
  of('a date with an offset', 'okta', { notOnOrAfter: '2026-03-04T12:05:00+02:00' }),
  of('a date of seven decimals', 'ad-fs', { notOnOrAfter: '2026-03-04T10:05:00.1234567Z' }),
  of(
    'the 30th of February',
    'okta',
    { notOnOrAfter: '2026-02-30T10:00:00Z', notBefore: '' },
    'assertion-expired',
  ),
  of('a date of words', 'okta', { notOnOrAfter: 'tomorrow', notBefore: 'yesterday', issuedAt: 'now' }),
  of('an empty date', 'okta', { notOnOrAfter: '', notBefore: '' }),
  of('a year of five digits', 'okta', { notOnOrAfter: '12026-03-04T10:05:00Z' }),
  of('a session that ended already', 'onelogin', { sessionNotOnOrAfter: inMinutes(-600) }),
  of('a session of no date', 'onelogin', { sessionNotOnOrAfter: 'NaN' }),
];
