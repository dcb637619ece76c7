import { describe, expect, it } from 'vitest';
import { AppError } from '../lib/app-error.ts';
import { readAssertion } from './assertion.ts';
import {
  assertionXml,
  attribute,
  base64Of,
  inResponse,
  NOW,
  ROLE,
  responseXml,
  SUCCESS,
} from './saml.test-parts.ts';

const refused = (xml: string): AppError => {
  try {
    readAssertion(base64Of(xml), NOW);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('it was taken');
};
const status = (inside: string) => `<samlp:Status>${inside}</samlp:Status>`;
const statusCode = (value: string, inside = '') =>
  `<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:${value}">${inside}</samlp:StatusCode>`;

describe('a response is refused', () => {
  const evil = assertionXml(
    { roles: ['arn:aws:iam::999900001111:role/Evil,arn:aws:iam::999900001111:saml-provider/E'] },
    '_e',
  );
  const signature = (object: string) =>
    `<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:Object>${object}</ds:Object></ds:Signature>`;
  it.each([
    ['with two assertions', inResponse(SUCCESS + assertionXml() + evil), 'assertion-ambiguous'],
    [
      'with an assertion first that another follows',
      inResponse(SUCCESS + evil + assertionXml()),
      'assertion-ambiguous',
    ],
    [
      'with an assertion in Advice',
      responseXml({ inside: `<saml:Advice>${evil}</saml:Advice>` }),
      'assertion-ambiguous',
    ],
    [
      'with an assertion in Extensions',
      responseXml({ beside: `<samlp:Extensions>${evil}</samlp:Extensions>` }),
      'assertion-ambiguous',
    ],
    ['with an assertion in a signature', responseXml({ beside: signature(evil) }), 'assertion-ambiguous'],
    [
      'with an assertion in the signature of the assertion',
      responseXml({ inside: signature(evil) }),
      'assertion-ambiguous',
    ],
    [
      'with an assertion around the assertion',
      inResponse(SUCCESS + assertionXml({ inside: evil })),
      'assertion-ambiguous',
    ],
    [
      'with a whole response beside the assertion',
      responseXml({ beside: responseXml() }),
      'assertion-ambiguous',
    ],
    ['wrapped in another response', inResponse(SUCCESS + responseXml()), 'assertion-missing'],
    [
      'with the assertion in Extensions only',
      inResponse(`${SUCCESS}<samlp:Extensions>${assertionXml()}</samlp:Extensions>`),
      'assertion-missing',
    ],
    ['without an assertion', inResponse(SUCCESS), 'assertion-missing'],
    ['with an ID that stands twice', inResponse(SUCCESS + assertionXml({}, '_r')), 'assertion-ambiguous'],
    [
      'with an ID that stands twice further in',
      responseXml({ inside: '<saml:Advice ID="_a"/>' }),
      'assertion-ambiguous',
    ],
    [
      'with an encrypted assertion',
      inResponse(`${SUCCESS}<saml:EncryptedAssertion/>`),
      'assertion-encrypted',
    ],
    [
      'with an encrypted assertion beside a plain one',
      responseXml({ beside: '<saml:EncryptedAssertion/>' }),
      'assertion-ambiguous',
    ],
    [
      'with an assertion in a lookalike namespace',
      responseXml().replace(
        'xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"',
        'xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion/"',
      ),
      'assertion-missing',
    ],
    [
      'with a namespace that has a space behind it',
      responseXml().replace('SAML:2.0:assertion"', 'SAML:2.0:assertion "'),
      'assertion-unsafe-xml',
    ],
    [
      'that is in a lookalike namespace itself',
      responseXml().replace('SAML:2.0:protocol', 'SAML:2.0:Protocol'),
      'assertion-not-xml',
    ],
    [
      'that is an assertion and no response',
      assertionXml().replace(
        '<saml:Assertion',
        '<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"',
      ),
      'assertion-not-xml',
    ],
    ['that is a page', '<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>', 'assertion-not-xml'],
    ['with a document type', `<!DOCTYPE r [<!ENTITY x "y">]>${responseXml()}`, 'assertion-unsafe-xml'],
    [
      'without a role attribute',
      responseXml({ attributes: attribute('RoleSessionName', 'ada') }),
      'assertion-without-roles',
    ],
    [
      'with an empty role attribute',
      responseXml({ attributes: attribute('Role') }),
      'assertion-without-roles',
    ],
    [
      'with an element inside a role value',
      responseXml({ roles: [`${ROLE}<b>-Denied</b>,arn`] }),
      'assertion-ambiguous',
    ],
    ['longer than STS takes', responseXml({ inside: `<!--${'x'.repeat(75_000)}-->` }), 'assertion-too-large'],
    ['with role values of spaces', responseXml({ roles: ['', ' \n '] }), 'assertion-without-roles'],
    [
      'with role values that are no roles',
      responseXml({ roles: ['admin', ROLE] }),
      'assertion-without-roles',
    ],
    [
      'with roles under the name of nobody',
      responseXml({
        attributes:
          '<saml:Attribute Name="Role"><saml:AttributeValue>x</saml:AttributeValue></saml:Attribute>',
      }),
      'assertion-without-roles',
    ],
  ])('%s', (_what, xml, code) => {
    expect(refused(xml).code).toBe(code);
  });

  it.each([
    [
      'the message of the company',
      `${statusCode('Responder')}<samlp:StatusMessage> Not in group &lt;aws> </samlp:StatusMessage>`,
      'Not in group <aws>',
    ],
    ['the inner code without a message', statusCode('Responder', statusCode('AuthnFailed')), 'AuthnFailed'],
    ['the outer code alone', statusCode('Requester'), 'Requester'],
    ['that there is no reason', '', 'no reason'],
  ])('when the company says no, telling %s', (_what, inside, subject) => {
    const error = refused(responseXml({ status: status(inside) }));
    expect(error.code).toBe('assertion-idp-refused');
    expect(error.details.subject).toBe(subject);
  });

  it('when the company says no at great length, telling 300 characters of it', () => {
    const message = `<samlp:StatusMessage>${'no '.repeat(5000)}</samlp:StatusMessage>`;
    const error = refused(responseXml({ status: status(statusCode('Responder') + message) }));
    expect(error.details.subject).toHaveLength(300);
  });

  it('when only an inner code says success', () => {
    const xml = responseXml({ status: status(statusCode('Responder', statusCode('Success'))) });
    expect(refused(xml).code).toBe('assertion-idp-refused');
  });

  it('when a success stands in the details before the code', () => {
    const detail = `<samlp:StatusDetail>${statusCode('Success')}</samlp:StatusDetail>`;
    const xml = responseXml({ status: status(detail + statusCode('Responder')) });
    expect(refused(xml).code).toBe('assertion-idp-refused');
  });
});
