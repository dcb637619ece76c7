/** One response in a dialect, any part changeable. Signatures have the right shape and made-up values. Pure. */
import { type Dialect, type DialectName, dialects } from './dialects.ts';

export const NOW = Date.parse('2026-03-04T10:00:00Z');
export const PROTOCOL = 'urn:oasis:names:tc:SAML:2.0:protocol';
export const SAML = 'urn:oasis:names:tc:SAML:2.0:assertion';
export const AWS = 'https://aws.amazon.com/SAML/Attributes/';
export const ROLE = 'arn:aws:iam::111122223333:role/Reader';
export const PROVIDER = 'arn:aws:iam::111122223333:saml-provider/Corp';
export const PAIR = `${ROLE},${PROVIDER}`;

export interface Parts {
  roles?: readonly string[];
  /** Name of the attribute that holds the roles. */
  roleName?: string;
  sessionName?: string;
  /** Right inside the response, before the assertion and behind it. */
  before?: string;
  after?: string;
  /** Right inside the assertion, before the subject and behind everything. */
  inside?: string;
  insideLast?: string;
  /** In place of the assertion. */
  instead?: string;
  status?: string;
  issuedAt?: string;
  notBefore?: string;
  notOnOrAfter?: string;
  sessionNotOnOrAfter?: string;
  /** Further attributes, as name and values. */
  attributes?: readonly [name: string, ...values: string[]][];
  assertionId?: string;
}

export const inMinutes = (minutes: number) => new Date(NOW + minutes * 60_000).toISOString();

export function writeResponse(name: DialectName, parts: Parts = {}): string {
  const dialect: Dialect = dialects[name];
  const { protocol, gap } = dialect;
  const root = `${protocol}:Response`;
  const issuedAt = parts.issuedAt ?? inMinutes(0);
  return [
    `${dialect.declaration}<${root} xmlns:${protocol}="${PROTOCOL}"${dialect.declaredOnRoot ? ` ${namespaceOf(dialect)}` : ''}`,
    ` ID="${dialect.idPrefix}r7f3a" Version="2.0" IssueInstant="${issuedAt}" Destination="https://signin.aws.amazon.com/saml"`,
    `${dialect.rootExtras ? ` ${dialect.rootExtras}` : ''}>${gap}`,
    issuerOf(dialect, !dialect.declaredOnRoot),
    dialect.signed.includes('response') ? gap + signatureOf(dialect, `${dialect.idPrefix}r7f3a`) : '',
    gap,
    parts.status ?? statusOf(name, 'Success'),
    gap,
    parts.before ?? '',
    parts.instead ?? writeAssertion(name, parts),
    parts.after ?? '',
    gap,
    `</${root}>`,
  ].join('');
}

export function writeAssertion(name: DialectName, parts: Parts = {}): string {
  const dialect: Dialect = dialects[name];
  const { gap } = dialect;
  const id = parts.assertionId ?? `${dialect.idPrefix}a91c2`;
  const tag = tagIn(dialect);
  const authn = authnOf(dialect, parts);
  const attributes = attributesOf(dialect, parts);
  const statements = dialect.attributesBeforeAuthn ? [attributes, authn] : [authn, attributes];
  const declared = dialect.declaredOnRoot ? '' : ` ${namespaceOf(dialect)}`;
  const extras = dialect.assertionExtras ? ` ${dialect.assertionExtras}` : '';
  return [
    `<${tag('Assertion')}${declared}${extras} ID="${id}" IssueInstant="${parts.issuedAt ?? inMinutes(0)}" Version="2.0">`,
    issuerOf(dialect, false),
    dialect.signed.includes('assertion') ? signatureOf(dialect, id) : '',
    parts.inside ?? '',
    subjectOf(dialect, parts),
    conditionsOf(dialect, parts),
    ...statements,
    `${parts.insideLast ?? ''}</${tag('Assertion')}>`,
  ].join(gap);
}

export function statusOf(name: DialectName, code: string, inside = '', behind = ''): string {
  const { protocol } = dialects[name];
  const codes = `urn:oasis:names:tc:SAML:2.0:status:${code}`;
  return `<${protocol}:Status><${protocol}:StatusCode Value="${codes}">${inside}</${protocol}:StatusCode>${behind}</${protocol}:Status>`;
}

export function signatureOf(dialect: Dialect, id: string, object = ''): string {
  const { signature } = dialect;
  const tag = (name: string) => (signature === '' ? name : `${signature}:${name}`);
  const xmlns = signature === '' ? 'xmlns' : `xmlns:${signature}`;
  const c14n = 'http://www.w3.org/2001/10/xml-exc-c14n#';
  const algorithms = `<${tag('CanonicalizationMethod')} Algorithm="${c14n}"/><${tag('SignatureMethod')} Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/>`;
  const transforms = `<${tag('Transforms')}><${tag('Transform')} Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/><${tag('Transform')} Algorithm="${c14n}"/></${tag('Transforms')}>`;
  const digest = `<${tag('DigestMethod')} Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><${tag('DigestValue')}>bWFkZSB1cCBkaWdlc3Qgb2YgdGhpcyBjb3JwdXM=</${tag('DigestValue')}>`;
  return [
    `<${tag('Signature')} ${xmlns}="http://www.w3.org/2000/09/xmldsig#"><${tag('SignedInfo')}>${algorithms}`,
    `<${tag('Reference')} URI="#${id}">${transforms}${digest}</${tag('Reference')}></${tag('SignedInfo')}>`,
    `<${tag('SignatureValue')}>bWFkZSB1cCBzaWduYXR1cmUgb2YgdGhpcyBjb3JwdXM=</${tag('SignatureValue')}>`,
    `${object}</${tag('Signature')}>`,
  ].join('');
}

const tagIn = (dialect: Dialect) => (name: string) =>
  dialect.assertion === '' ? name : `${dialect.assertion}:${name}`;

const namespaceOf = ({ assertion }: Dialect) => `xmlns${assertion === '' ? '' : `:${assertion}`}="${SAML}"`;

function issuerOf(dialect: Dialect, declares: boolean): string {
  const tag = tagIn(dialect)('Issuer');
  const format = dialect.issuerFormat ? ` Format="${dialect.issuerFormat}"` : '';
  return `<${tag}${format}${declares ? ` ${namespaceOf(dialect)}` : ''}>${dialect.issuer.replaceAll('&', '&amp;')}</${tag}>`;
}

function subjectOf(dialect: Dialect, parts: Parts): string {
  const tag = tagIn(dialect);
  const until = parts.notOnOrAfter ?? inMinutes(dialect.minutes);
  return [
    `<${tag('Subject')}><${tag('NameID')} Format="${dialect.nameIdFormat}">ada</${tag('NameID')}>`,
    `<${tag('SubjectConfirmation')} Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">`,
    `<${tag('SubjectConfirmationData')} NotOnOrAfter="${until}" Recipient="https://signin.aws.amazon.com/saml"/>`,
    `</${tag('SubjectConfirmation')}></${tag('Subject')}>`,
  ].join(dialect.gap);
}

function conditionsOf(dialect: Dialect, parts: Parts): string {
  const tag = tagIn(dialect);
  const from = parts.notBefore ?? inMinutes(-1);
  const until = parts.notOnOrAfter ?? inMinutes(dialect.minutes);
  return `<${tag('Conditions')} NotBefore="${from}" NotOnOrAfter="${until}"><${tag('AudienceRestriction')}><${tag('Audience')}>urn:amazon:webservices</${tag('Audience')}></${tag('AudienceRestriction')}></${tag('Conditions')}>`;
}

function authnOf(dialect: Dialect, parts: Parts): string {
  const tag = tagIn(dialect);
  const end = parts.sessionNotOnOrAfter ?? (dialect.sessionEnds ? inMinutes(480) : null);
  const ends = end === null ? '' : ` SessionNotOnOrAfter="${end}"`;
  return `<${tag('AuthnStatement')} AuthnInstant="${inMinutes(0)}" SessionIndex="${dialect.idPrefix}s1"${ends}><${tag('AuthnContext')}><${tag('AuthnContextClassRef')}>urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport</${tag('AuthnContextClassRef')}></${tag('AuthnContext')}></${tag('AuthnStatement')}>`;
}

function attributesOf(dialect: Dialect, parts: Parts): string {
  const roles = parts.roles ?? [PAIR];
  const roleName = parts.roleName ?? `${AWS}Role`;
  const all: [string, ...string[]][] = [
    [`${AWS}RoleSessionName`, parts.sessionName ?? 'ada@corp.example'],
    ...(dialect.attributePerRole
      ? roles.map((role): [string, string] => [roleName, role])
      : [[roleName, ...roles] as [string, ...string[]]]),
    [`${AWS}SessionDuration`, '28800'],
    ...((dialect.claims ?? []) as [string, string][]),
    ...((parts.attributes ?? []) as [string, ...string[]][]),
  ];
  const tag = tagIn(dialect)('AttributeStatement');
  const written = all.map(([name, ...values]) => attributeOf(dialect, name, values));
  return `<${tag}>${dialect.gap}${written.join(dialect.gap)}${dialect.gap}</${tag}>`;
}

function attributeOf(dialect: Dialect, name: string, values: readonly string[]): string {
  const tag = tagIn(dialect);
  const friendly = dialect.friendlyName ? ` FriendlyName="${name.split('/').at(-1)}"` : '';
  const format = dialect.attributeFormat ? ` NameFormat="${dialect.attributeFormat}"` : '';
  const extras = dialect.valueExtras ? ` ${dialect.valueExtras}` : '';
  const inner = values.map(
    (value) => `<${tag('AttributeValue')}${extras}>${value}</${tag('AttributeValue')}>`,
  );
  return `<${tag('Attribute')} Name="${name}"${friendly}${format}>${inner.join('')}</${tag('Attribute')}>`;
}
