/**
 * The same question asked of another reader: a DOM by @xmldom/xmldom, full text of each Role value of the one
 * assertion. It knows nothing of how the app reads; where the two differ, an offer was invented.
 */
import { DOMParser } from '@xmldom/xmldom';
import type { RoleOffer } from '../../electron/signin/assertion.ts';

const SAML = 'urn:oasis:names:tc:SAML:2.0:assertion';
const PROTOCOL = 'urn:oasis:names:tc:SAML:2.0:protocol';
const ROLE_NAMES = [
  'https://aws.amazon.com/SAML/Attributes/Role',
  'https://www.amazonaws.cn/SAML/Attributes/Role',
  'http://www.amazonaws.cn/SAML/Attributes/Role',
];

/** Why the offers are not those of the document, or nothing. */
export function disagreement(bytes: Uint8Array, offers: readonly RoleOffer[]): string | null {
  const document = parse(bytes);
  if (typeof document === 'string') return document;
  const root = document.documentElement;
  if (root?.namespaceURI !== PROTOCOL || root.localName !== 'Response') return 'the root is no response';
  const [assertion, ...more] = elements(root, SAML, 'Assertion');
  if (!assertion || more.length > 0) return `${more.length + (assertion ? 1 : 0)} assertions`;
  if (assertion.parentNode !== root) return 'the assertion is not the child of the response';
  const values = elements(assertion, SAML, 'Attribute')
    .filter((attribute) => ROLE_NAMES.includes(attribute.getAttribute('Name') ?? ''))
    .flatMap((attribute) => elements(attribute, SAML, 'AttributeValue'))
    .map((value) => (value.textContent ?? '').split(',').map((arn) => arn.trim()));
  const invented = offers.find(
    ({ roleArn, providerArn }) =>
      !values.some((arns) => arns.length === 2 && arns.includes(roleArn) && arns.includes(providerArn)),
  );
  return invented ? `no value holds ${invented.roleArn} with ${invented.providerArn}` : null;
}

function parse(bytes: Uint8Array): Document | string {
  const complaints: string[] = [];
  const complain = (message: string) => void complaints.push(message);
  const parser = new DOMParser({ errorHandler: { error: complain, fatalError: complain } });
  const document = parser.parseFromString(Buffer.from(bytes).toString('utf8'), 'text/xml');
  return complaints[0] ?? document ?? 'no document';
}

function elements(inside: Element, namespace: string, name: string): Element[] {
  return Array.from(inside.getElementsByTagNameNS(namespace, name));
}
