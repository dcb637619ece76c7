/** Writes SAML responses as a careless or hostile identity provider would: unsigned, any part changeable. */

export interface ResponseParts {
  roles?: string[];
  status?: string;
  statusMessage?: string;
  /** Epoch ms. */
  issuedAt?: number;
  notOnOrAfter?: number;
  sessionName?: string;
  /** Put before the root element. */
  prologue?: string;
  /** In place of the assertion. */
  instead?: string;
  /** Inside the assertion, to make it long. */
  padding?: string;
}

export const ROLE = 'arn:aws:iam::111122223333:role/S3AccessRole';
export const PROVIDER = 'arn:aws:iam::111122223333:saml-provider/Corp';
const SUCCESS = 'urn:oasis:names:tc:SAML:2.0:status:Success';

export function samlResponse(parts: ResponseParts = {}): string {
  const issuedAt = parts.issuedAt ?? Date.now();
  const message = parts.statusMessage ? `<p:StatusMessage>${parts.statusMessage}</p:StatusMessage>` : '';
  return [
    parts.prologue ?? '',
    '<p:Response xmlns:p="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:a="urn:oasis:names:tc:SAML:2.0:assertion"',
    ` ID="_r1" Version="2.0" IssueInstant="${iso(issuedAt)}">`,
    '<a:Issuer>https://idp.corp.example/</a:Issuer>',
    `<p:Status><p:StatusCode Value="${parts.status ?? SUCCESS}"/>${message}</p:Status>`,
    parts.instead ?? assertion(parts, issuedAt),
    '</p:Response>',
  ].join('');
}

function assertion(parts: ResponseParts, issuedAt: number): string {
  const until = iso(parts.notOnOrAfter ?? issuedAt + 5 * 60_000);
  return [
    `<a:Assertion ID="_a1" Version="2.0" IssueInstant="${iso(issuedAt)}"><a:Issuer>https://idp.corp.example/</a:Issuer>`,
    '<a:Subject><a:NameID>alex</a:NameID>',
    `<a:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><a:SubjectConfirmationData NotOnOrAfter="${until}"`,
    ' Recipient="https://signin.aws.amazon.com/saml"/></a:SubjectConfirmation></a:Subject>',
    `<a:Conditions NotOnOrAfter="${until}"/>`,
    `<a:AttributeStatement>${roleAttribute(parts.roles ?? [`${ROLE},${PROVIDER}`])}`,
    attribute('RoleSessionName', [parts.sessionName ?? 'alex@corp.example']),
    `${parts.padding ?? ''}</a:AttributeStatement></a:Assertion>`,
  ].join('');
}

function roleAttribute(roles: readonly string[]): string {
  return roles.length === 0 ? '' : attribute('Role', roles);
}

function attribute(name: string, values: readonly string[]): string {
  const all = values.map((value) => `<a:AttributeValue>${value}</a:AttributeValue>`).join('');
  return `<a:Attribute Name="https://aws.amazon.com/SAML/Attributes/${name}">${all}</a:Attribute>`;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

export const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
