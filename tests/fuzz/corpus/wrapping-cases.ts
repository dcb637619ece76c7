/**
 * Signature wrapping: a signed assertion somewhere, another that would be read. XSW1 to 8 as in Somorovsky et al.,
 * "On Breaking SAML" (2012), and further places to hide one. The evil one offers `Evil`.
 */
import type { Case } from './case.ts';
import { type Dialect, type DialectName, dialects } from './dialects.ts';
import {
  type Parts,
  PROVIDER,
  signatureOf,
  statusOf,
  writeAssertion,
  writeResponse,
} from './write-response.ts';

const dialect: DialectName = 'keycloak';
const saml = 'saml';
const evilParts: Parts = {
  roles: [`arn:aws:iam::999900001111:role/Evil,arn:aws:iam::999900001111:saml-provider/Evil`],
  assertionId: '_evil',
};
const good = () => writeAssertion(dialect);
const evil = (parts: Parts = {}) => writeAssertion(dialect, { ...evilParts, ...parts });
const inObject = (xml: string, id = 'ID_a91c2') =>
  signatureOf(dialects[dialect] as Dialect, id, `<dsig:Object>${xml}</dsig:Object>`);
const respond = (parts: Parts) => writeResponse(dialect, parts);
const evilResponse = (id: string, inside: string) =>
  respond({ instead: `${evil()}${inside}` }).replace('ID="ID_r7f3a"', `ID="${id}"`);

const refused = 'assertion-ambiguous';

export const wrappingCases: Case[] = [
  {
    name: 'XSW1: the signed response inside the signature of an evil one',
    xml: evilResponse('_x', inObject(respond({}))),
    expected: refused,
  },
  {
    name: 'XSW2: a detached signature with the signed response before it',
    xml: evilResponse('_x', inObject('') + respond({})),
    expected: refused,
  },
  {
    name: 'XSW3: an evil assertion before the signed one',
    xml: respond({ instead: evil() + good() }),
    expected: refused,
  },
  {
    name: 'XSW4: the signed assertion inside the evil one',
    xml: respond({ instead: evil({ insideLast: good() }) }),
    expected: refused,
  },
  {
    name: 'XSW5: the evil assertion carries the signature, the signed one comes last',
    xml: respond({ instead: evil({ inside: inObject('') }) + good() }),
    expected: refused,
  },
  {
    name: 'XSW6: the signed assertion inside the signature of the evil one',
    xml: respond({ instead: evil({ inside: inObject(good()) }) }),
    expected: refused,
  },
  {
    name: 'XSW7: the evil assertion in Extensions',
    xml: respond({ before: `<samlp:Extensions>${evil()}</samlp:Extensions>` }),
    expected: refused,
  },
  {
    name: 'XSW8: the signed assertion in an Object, the evil one in its place',
    xml: respond({
      instead: evil({
        inside: `<dsig:Object xmlns:dsig="http://www.w3.org/2000/09/xmldsig#">${good()}</dsig:Object>`,
      }),
    }),
    expected: refused,
  },
  { name: 'two assertions, the evil one last', xml: respond({ after: evil() }), expected: refused },
  {
    name: 'two assertions with the same ID',
    xml: respond({ after: evil({ assertionId: 'ID_a91c2' }) }),
    expected: refused,
  },
  {
    name: 'an assertion in Advice',
    xml: respond({ inside: `<${saml}:Advice>${evil()}</${saml}:Advice>` }),
    expected: refused,
  },
  {
    name: 'an assertion in StatusDetail',
    xml: respond({
      status: statusOf(dialect, 'Success', '', `<samlp:StatusDetail>${evil()}</samlp:StatusDetail>`),
    }),
    expected: refused,
  },
  {
    name: 'an assertion in an attribute value',
    xml: respond({ attributes: [['urn:corp:evidence', evil()]] }),
    expected: refused,
  },
  {
    name: 'an assertion in a subject confirmation',
    xml: respond({
      inside: `<${saml}:Subject><${saml}:SubjectConfirmation Method="x"><${saml}:SubjectConfirmationData>${evil()}</${saml}:SubjectConfirmationData></${saml}:SubjectConfirmation></${saml}:Subject>`,
    }),
    expected: refused,
  },
  {
    name: 'an assertion in Extensions only',
    xml: respond({ before: `<samlp:Extensions>${evil()}</samlp:Extensions>`, instead: '' }),
    expected: 'assertion-missing',
  },
  {
    name: 'a response inside a response',
    xml: respond({ instead: respond({}) }),
    expected: 'assertion-missing',
  },
  {
    name: 'an element of another name around the response',
    xml: `<Envelope>${respond({})}</Envelope>`,
    expected: 'assertion-not-xml',
  },
  {
    name: 'a plain assertion beside an encrypted one',
    xml: respond({ after: `<${saml}:EncryptedAssertion/>` }),
    expected: refused,
  },
  {
    name: 'an ID of the response taken again inside',
    xml: respond({ inside: `<${saml}:Advice ID="ID_r7f3a"/>` }),
    expected: refused,
  },
  {
    name: 'an assertion of SAML 1.1 beside it',
    xml: respond({ after: '<Assertion xmlns="urn:oasis:names:tc:SAML:1.0:assertion"/>' }),
    expected: [`arn:aws:iam::111122223333:role/Reader,${PROVIDER}`],
  },
];
