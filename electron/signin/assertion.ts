/**
 * SAML response → role offers, session name and times, as hints for the screen. Pure.
 * SECURITY: the signature is not checked here and nothing here claims it: STS checks it on the original bytes.
 * What is ambiguous is refused, so that what we show is what STS reads.
 */
import { AppError } from '../lib/app-error.ts';
import { isProviderArn, parseRoleArn } from './partition.ts';
import { childrenNamed, everyElement, parseXml, type XmlElement } from './xml-tree.ts';

export interface RoleOffer {
  roleArn: string;
  providerArn: string;
}

export interface Assertion {
  /** The original bytes as they were posted, base64: a bearer of every role in it for about five minutes. */
  base64: string;
  offers: RoleOffer[];
  /** Role values that could not be read. */
  ignored: number;
  issuer: string | null;
  sessionName: string | null;
  /** Wish of the company for console sessions; a hint only. */
  sessionDurationSeconds: number | null;
  /** Epoch ms until which the company lets the sessions live, if it says so. */
  sessionNotOnOrAfter: number | null;
  /** Epoch ms on our own clock until which AWS takes the assertion. */
  validUntil: number;
}

const SAML = 'urn:oasis:names:tc:SAML:2.0:assertion';
const PROTOCOL = 'urn:oasis:names:tc:SAML:2.0:protocol';
const SUCCESS = 'urn:oasis:names:tc:SAML:2.0:status:Success';
/** IAM User Guide, "Configure SAML assertions"; the China partition spells the host its own way. */
const attributeNames = (name: string) => [
  `https://aws.amazon.com/SAML/Attributes/${name}`,
  `https://www.amazonaws.cn/SAML/Attributes/${name}`,
  `http://www.amazonaws.cn/SAML/Attributes/${name}`,
];
/** "Token must be redeemed within 5 minutes of issuance" (STS). */
const LONGEST_VALID_MS = 5 * 60_000;
/** STS API Reference, AssumeRoleWithSAML: SAMLAssertion has 4 to 100,000 characters. */
export const LARGEST_ASSERTION_CHARACTERS = 100_000;
/** A clock that is this wrong is said by STS better than by us; only what is long past is refused here. */
const CLOCK_TOLERANCE_MS = 10 * 60_000;

export function readAssertion(base64: string, now: number): Assertion {
  if (base64.length > LARGEST_ASSERTION_CHARACTERS)
    throw new AppError('assertion-too-large', { subject: `${base64.length} characters` });
  const response = parseXml(Buffer.from(base64, 'base64'));
  if (response.namespace !== PROTOCOL || response.name !== 'Response') {
    throw new AppError('assertion-not-xml', { subject: `the document is <${response.name}>` });
  }
  checkStatus(response);
  const assertion = theOneAssertion(response);
  const offers = readOffers(assertion);
  const times = readTimes(assertion, now);
  return {
    base64,
    ...offers,
    ...times,
    issuer: theIssuer(assertion),
    sessionName: attributeValues(assertion, 'RoleSessionName')[0] ?? null,
    sessionDurationSeconds: readSeconds(attributeValues(assertion, 'SessionDuration')),
  };
}

function checkStatus(response: XmlElement): void {
  const status = childrenNamed(response, PROTOCOL, 'Status')[0];
  if (!status) return;
  const [outer] = childrenNamed(status, PROTOCOL, 'StatusCode');
  if (outer?.attributes.get('Value') === SUCCESS) return;
  const codes = outer ? [...everyElement(outer)] : [];
  const message = childrenNamed(status, PROTOCOL, 'StatusMessage')[0]?.text.trim();
  const code = codes.at(-1)?.attributes.get('Value')?.split(':').at(-1);
  throw new AppError('assertion-idp-refused', { subject: (message || code || 'no reason').slice(0, 300) });
}

function theOneAssertion(response: XmlElement): XmlElement {
  const everywhere = [...everyElement(response)].filter(
    ({ namespace, name }) => namespace === SAML && name === 'Assertion',
  );
  const [assertion, ...more] = childrenNamed(response, SAML, 'Assertion');
  const encrypted = childrenNamed(response, SAML, 'EncryptedAssertion');
  if (!assertion && encrypted.length > 0) throw new AppError('assertion-encrypted', { retry: 'never' });
  if (!assertion) throw new AppError('assertion-missing', { subject: 'the response holds no assertion' });
  if (more.length > 0 || everywhere.length > 1 || encrypted.length > 0) {
    throw new AppError('assertion-ambiguous', { subject: 'the response holds more than one assertion' });
  }
  const ids = [...everyElement(response)].flatMap((element) => element.attributes.get('ID') ?? []);
  if (new Set(ids).size !== ids.length)
    throw new AppError('assertion-ambiguous', { subject: 'an ID stands twice' });
  return assertion;
}

/** Held against what was seen before, so two of them would be two answers. */
function theIssuer(assertion: XmlElement): string | null {
  const [issuer, ...more] = childrenNamed(assertion, SAML, 'Issuer');
  if (more.length > 0)
    throw new AppError('assertion-ambiguous', { subject: 'the assertion has two issuers' });
  return issuer?.text.trim() || null;
}

function readOffers(assertion: XmlElement): { offers: RoleOffer[]; ignored: number } {
  const values = attributeValues(assertion, 'Role').flatMap((value) => value.trim() || []);
  if (values.length === 0) throw new AppError('assertion-without-roles', { retry: 'never' });
  const read = values.map(readOffer);
  const offers = read.filter((offer) => offer !== null);
  if (offers.length === 0) {
    throw new AppError('assertion-without-roles', {
      retry: 'never',
      subject: `${values.length} entries that are no roles`,
    });
  }
  const distinct = new Map(offers.map((offer) => [`${offer.roleArn} ${offer.providerArn}`, offer]));
  return { offers: [...distinct.values()], ignored: read.length - offers.length };
}

/** A role value is two ARNs with a comma, in either order. */
function readOffer(value: string): RoleOffer | null {
  const arns = value.split(',').map((arn) => arn.trim());
  const role = arns.find((arn) => parseRoleArn(arn));
  const provider = arns.find(isProviderArn);
  return arns.length === 2 && role && provider ? { roleArn: role, providerArn: provider } : null;
}

function attributeValues(assertion: XmlElement, name: string): string[] {
  const names = attributeNames(name);
  return childrenNamed(assertion, SAML, 'AttributeStatement')
    .flatMap((statement) => childrenNamed(statement, SAML, 'Attribute'))
    .filter((attribute) => names.includes(attribute.attributes.get('Name') ?? ''))
    .flatMap((attribute) => childrenNamed(attribute, SAML, 'AttributeValue'))
    .map(plainText);
}

/** Readers differ in whether the text of elements inside a value is part of it. */
function plainText({ text, children }: XmlElement): string {
  if (children.length > 0) throw new AppError('assertion-ambiguous', { subject: 'a value holds elements' });
  return text.trim();
}

function readSeconds(values: string[]): number | null {
  const [value] = values;
  if (values.length !== 1 || value === undefined || !/^\d{1,6}$/.test(value)) return null;
  const seconds = Number(value);
  return seconds >= 900 && seconds <= 43_200 ? seconds : null;
}

function readTimes(
  assertion: XmlElement,
  now: number,
): { validUntil: number; sessionNotOnOrAfter: number | null } {
  const issuedAt = readTime(assertion.attributes.get('IssueInstant'));
  const elements = [...everyElement(assertion)].filter((element) => element.namespace === SAML);
  const ends = elements
    .filter(({ name }) => name === 'Conditions' || name === 'SubjectConfirmationData')
    .flatMap((element) => readTime(element.attributes.get('NotOnOrAfter')) ?? []);
  const endsAt = ends.length > 0 ? Math.min(...ends) : null;
  if (endsAt !== null && endsAt + CLOCK_TOLERANCE_MS < now) throw new AppError('assertion-expired');
  const begins = elements.flatMap((element) => readTime(element.attributes.get('NotBefore')) ?? []);
  if (begins.some((at) => at - CLOCK_TOLERANCE_MS > now)) throw new AppError('assertion-not-yet-valid');
  // Lengths, not clock times: the company's clock may differ from ours, a length can't.
  const grantedMs = endsAt !== null && issuedAt !== null ? endsAt - issuedAt : LONGEST_VALID_MS;
  const sessionEnds = elements
    .filter(({ name }) => name === 'AuthnStatement')
    .flatMap((element) => readTime(element.attributes.get('SessionNotOnOrAfter')) ?? []);
  return {
    validUntil: now + Math.min(LONGEST_VALID_MS, Math.max(0, grantedMs)),
    sessionNotOnOrAfter: sessionEnds.length > 0 ? Math.min(...sessionEnds) : null,
  };
}

/** xs:dateTime in UTC (SAML core 1.3.3); anything else counts as not said. Epoch ms. */
function readTime(value: string | undefined): number | null {
  if (value === undefined || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value))
    return null;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : at;
}
