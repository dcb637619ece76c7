/**
 * How nine identity providers write the same response: prefixes, order, formats, whitespace. Companies and ids are
 * made up; the shapes follow what each product sends. Data only.
 */

export interface Dialect {
  issuer: string;
  issuerFormat?: string;
  declaration: string;
  /** Prefix of the protocol's namespace, and where it is declared with which others. */
  protocol: string;
  /** Empty when the assertion's namespace is the default one. */
  assertion: string;
  /** Whether the root declares the assertion's namespace too. */
  declaredOnRoot: boolean;
  /** Further attributes of the root. */
  rootExtras?: string;
  /** Further attributes of the assertion, namespaces for types mostly. */
  assertionExtras?: string;
  /** Prefix of the signature's namespace; empty for the default one. */
  signature: string;
  signed: readonly ('response' | 'assertion')[];
  idPrefix: string;
  nameIdFormat: string;
  /** On every attribute. */
  attributeFormat?: string;
  friendlyName?: boolean;
  /** On every attribute value. */
  valueExtras?: string;
  /** Whether each role stands in an attribute of its own. */
  attributePerRole?: boolean;
  attributesBeforeAuthn: boolean;
  sessionEnds?: boolean;
  /** Minutes that Conditions grant. */
  minutes: number;
  gap: string;
  /** Further attributes as this product adds by itself. */
  claims?: readonly [name: string, value: string][];
}

const format = (kind: string) => `urn:oasis:names:tc:SAML:2.0:attrname-format:${kind}`;
const nameId = (kind: string, version = '2.0') => `urn:oasis:names:tc:SAML:${version}:nameid-format:${kind}`;
const XS = 'xmlns:xs="http://www.w3.org/2001/XMLSchema"';
const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const common = { declaration: '', gap: '', minutes: 10, attributesBeforeAuthn: false, declaredOnRoot: true };

export const dialects = {
  'ad-fs': {
    ...common,
    issuer: 'http://adfs.harrow.example/adfs/services/trust',
    protocol: 'samlp',
    assertion: '',
    declaredOnRoot: false,
    rootExtras: 'Consent="urn:oasis:names:tc:SAML:2.0:consent:unspecified"',
    signature: 'ds',
    signed: ['assertion'],
    idPrefix: '_',
    nameIdFormat: nameId('persistent'),
    attributesBeforeAuthn: true,
    minutes: 60,
  },
  entra: {
    ...common,
    issuer: 'https://sts.windows.net/5b7c0f1e-0000-4000-8000-2f1d0c9b8a70/',
    protocol: 'samlp',
    assertion: '',
    declaredOnRoot: false,
    signature: '',
    signed: ['assertion'],
    idPrefix: '_',
    nameIdFormat: nameId('emailAddress', '1.1'),
    attributesBeforeAuthn: true,
    minutes: 65,
    claims: [
      ['http://schemas.microsoft.com/identity/claims/tenantid', '5b7c0f1e-0000-4000-8000-2f1d0c9b8a70'],
      [
        'http://schemas.microsoft.com/claims/authnmethodsreferences',
        'http://schemas.microsoft.com/ws/2008/06/identity/authenticationmethod/password',
      ],
    ],
  },
  okta: {
    ...common,
    issuer: 'http://www.okta.com/exk1fcia6d6EMsf331d8',
    issuerFormat: nameId('entity'),
    declaration: XML,
    protocol: 'saml2p',
    assertion: 'saml2',
    declaredOnRoot: false,
    rootExtras: XS,
    assertionExtras: XS,
    signature: 'ds',
    signed: ['response', 'assertion'],
    idPrefix: 'id',
    nameIdFormat: nameId('emailAddress', '1.1'),
    attributeFormat: format('uri'),
    valueExtras: `${XS} ${XSI} xsi:type="xs:string"`,
  },
  ping: {
    ...common,
    issuer: 'https://sso.tannery.example:9031',
    protocol: 'samlp',
    assertion: 'saml',
    declaredOnRoot: false,
    signature: 'ds',
    signed: ['assertion'],
    idPrefix: 'R.',
    nameIdFormat: nameId('unspecified', '1.1'),
    attributeFormat: format('basic'),
    valueExtras: `xsi:type="xs:string" ${XS} ${XSI}`,
  },
  keycloak: {
    ...common,
    issuer: 'https://keycloak.mill.example/realms/mill',
    protocol: 'samlp',
    assertion: 'saml',
    assertionExtras: 'xmlns="urn:oasis:names:tc:SAML:2.0:assertion"',
    signature: 'dsig',
    signed: ['response'],
    idPrefix: 'ID_',
    nameIdFormat: nameId('persistent'),
    attributeFormat: format('basic'),
    friendlyName: true,
    valueExtras: `${XS} ${XSI} xsi:type="xs:string"`,
    attributePerRole: true,
    sessionEnds: true,
    minutes: 1,
  },
  shibboleth: {
    ...common,
    issuer: 'https://idp.college.example/idp/shibboleth',
    declaration: `${XML}\n`,
    protocol: 'saml2p',
    assertion: 'saml2',
    declaredOnRoot: false,
    signature: 'ds',
    signed: ['response'],
    idPrefix: '_',
    nameIdFormat: nameId('transient'),
    attributeFormat: format('uri'),
    friendlyName: true,
    valueExtras: `${XSI} xsi:type="xsd:string" xmlns:xsd="http://www.w3.org/2001/XMLSchema"`,
    minutes: 5,
  },
  simplesamlphp: {
    ...common,
    issuer: 'https://login.press.example/simplesaml/saml2/idp/metadata.php',
    protocol: 'samlp',
    assertion: 'saml',
    assertionExtras: `${XSI} ${XS}`,
    signature: 'ds',
    signed: ['response', 'assertion'],
    idPrefix: '_',
    nameIdFormat: nameId('transient'),
    attributeFormat: format('basic'),
    valueExtras: 'xsi:type="xs:string"',
    sessionEnds: true,
    minutes: 5,
    gap: '\n  ',
  },
  google: {
    ...common,
    issuer: 'https://accounts.google.com/o/saml2?idpid=C0example1',
    declaration: '<?xml version="1.0" encoding="UTF-8" standalone="no"?>',
    protocol: 'saml2p',
    assertion: 'saml2',
    declaredOnRoot: false,
    signature: 'ds',
    signed: ['response'],
    idPrefix: '_',
    nameIdFormat: nameId('emailAddress', '1.1'),
    valueExtras: `${XS} ${XSI} xsi:type="xs:anyType"`,
    attributesBeforeAuthn: true,
  },
  onelogin: {
    ...common,
    issuer: 'https://app.onelogin.com/saml/metadata/00000000-1111-4222-8333-444444444444',
    protocol: 'samlp',
    assertion: 'saml',
    assertionExtras: `${XS} ${XSI}`,
    signature: 'ds',
    signed: ['assertion'],
    idPrefix: 'pfx',
    nameIdFormat: nameId('emailAddress', '1.1'),
    attributeFormat: format('basic'),
    valueExtras: 'xsi:type="xs:string"',
    sessionEnds: true,
    minutes: 3,
  },
} as const satisfies Record<string, Dialect>;

export type DialectName = keyof typeof dialects;
export const dialectNames = Object.keys(dialects) as DialectName[];
