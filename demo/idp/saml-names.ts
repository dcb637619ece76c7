// The names both sides of the demo's SAML agree on: the identity provider writes them, STS checks them.

export const ISSUER = 'https://sso.larkfield.example/saml/metadata';
export const AWS_SIGN_IN_URL = 'https://signin.aws.amazon.com/saml';
/** AWS takes either (IAM user guide, "Configure SAML assertions"). */
export const AUDIENCES = [AWS_SIGN_IN_URL, 'urn:amazon:webservices'];

export const ASSERTION_NS = 'urn:oasis:names:tc:SAML:2.0:assertion';
export const PROTOCOL_NS = 'urn:oasis:names:tc:SAML:2.0:protocol';
export const SIGNATURE_NS = 'http://www.w3.org/2000/09/xmldsig#';
export const STATUS_SUCCESS = 'urn:oasis:names:tc:SAML:2.0:status:Success';
export const BEARER = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';
export const PERSISTENT = 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent';

export const ATTRIBUTE_PREFIX = 'https://aws.amazon.com/SAML/Attributes/';

export const EXCLUSIVE_C14N = 'http://www.w3.org/2001/10/xml-exc-c14n#';
export const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
export const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
export const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256';

export const ASSERTION_LIFETIME_MS = 5 * 60_000;
