/** SAML responses for tests, unsigned: our reading never looks at a signature. */

export const NOW = Date.parse('2026-03-04T10:00:00Z');
export const ROLE = 'arn:aws:iam::111122223333:role/S3AccessRole';
export const PROVIDER = 'arn:aws:iam::111122223333:saml-provider/CorpIdP';
export const NAMES = 'https://aws.amazon.com/SAML/Attributes/';

const MINUTE = 60_000;
export const inMinutes = (minutes: number) => new Date(NOW + minutes * MINUTE).toISOString();

export interface Wishes {
  roles?: readonly string[];
  /** Whole `<Attribute>` elements in place of the usual ones. */
  attributes?: string;
  /** XML right inside the assertion, before its statements. */
  inside?: string;
  /** XML right inside the response, before the assertion. */
  beside?: string;
  status?: string;
  issueInstant?: string;
  conditions?: string;
  authnStatement?: string;
}

export const attribute = (name: string, ...values: string[]) =>
  `<saml:Attribute Name="${NAMES}${name}">${values
    .map((value) => `<saml:AttributeValue>${value}</saml:AttributeValue>`)
    .join('')}</saml:Attribute>`;

export const SUCCESS =
  '<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>';

export function assertionXml(wishes: Wishes = {}, id = '_a'): string {
  const {
    roles = [`${ROLE},${PROVIDER}`],
    attributes = attribute('Role', ...roles) + attribute('RoleSessionName', 'ada'),
    inside = '',
    issueInstant = inMinutes(0),
    conditions = `NotBefore="${inMinutes(-1)}" NotOnOrAfter="${inMinutes(5)}"`,
    authnStatement = '',
  } = wishes;
  return `<saml:Assertion ID="${id}" IssueInstant="${issueInstant}"><saml:Issuer>https://idp.corp.example</saml:Issuer>${inside}<saml:Conditions ${conditions}/><saml:AuthnStatement ${authnStatement}/><saml:AttributeStatement>${attributes}</saml:AttributeStatement></saml:Assertion>`;
}

export function inResponse(content: string): string {
  return `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_r">${content}</samlp:Response>`;
}

export function responseXml(wishes: Wishes = {}): string {
  const { status = SUCCESS, beside = '' } = wishes;
  return inResponse(status + beside + assertionXml(wishes));
}

export const base64Of = (text: string) => Buffer.from(text).toString('base64');
export const samlResponse = (wishes: Wishes = {}) => base64Of(responseXml(wishes));
