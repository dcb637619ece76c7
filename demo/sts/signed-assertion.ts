// From a base64 SAML response to the one assertion whose signature holds.
// SECURITY: what is returned is parsed from the canonical bytes that were verified, never from the document that
// was sent, so that signature wrapping has nothing to wrap.

import { SignedXml } from 'xml-crypto';
import * as saml from '../idp/saml-names.ts';
import { invalidToken, rejectedClaim } from './errors.ts';
import { allOf, childrenOf, parseXml, type XmlElement } from './xml-tree.ts';

export function readSignedAssertion(base64: string, certificatePem: string): XmlElement {
  const xml = decode(base64);
  const response = parse(xml);
  if (response.uri !== saml.PROTOCOL_NS || response.name !== 'Response')
    throw invalidToken('Invalid SAML response');
  checkStatus(response);
  const [assertion, ...others] = allOf(response, saml.ASSERTION_NS, 'Assertion');
  const [signature, ...further] = allOf(response, saml.SIGNATURE_NS, 'Signature');
  if (!assertion || others.length > 0) throw invalidToken('Response must contain one assertion');
  if (!signature || further.length > 0 || !assertion.children.includes(signature)) {
    throw invalidToken('Response signature invalid');
  }
  checkAlgorithms(signature, assertion.attributes.get('ID') ?? '');
  return parse(verifiedBytes(xml, xml.slice(signature.start, signature.end), certificatePem));
}

function decode(base64: string): string {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.toString('base64') !== base64.replace(/\s/g, ''))
    throw invalidToken('Invalid base64 SAMLResponse');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw invalidToken('Invalid base64 SAMLResponse');
  }
}

function parse(xml: string): XmlElement {
  try {
    return parseXml(xml);
  } catch {
    throw invalidToken('Could not parse SAMLResponse');
  }
}

function checkStatus(response: XmlElement): void {
  const status = childrenOf(response, saml.PROTOCOL_NS, 'Status')[0];
  const code = status && childrenOf(status, saml.PROTOCOL_NS, 'StatusCode')[0]?.attributes.get('Value');
  if (code !== saml.STATUS_SUCCESS) throw rejectedClaim('The identity provider did not report success');
}

// SECURITY: only what our identity provider writes; HMAC, SHA-1 or other transforms never reach the verifier.
function checkAlgorithms(signature: XmlElement, id: string): void {
  const algorithms = (name: string) =>
    allOf(signature, saml.SIGNATURE_NS, name).map((element) => element.attributes.get('Algorithm'));
  const references = allOf(signature, saml.SIGNATURE_NS, 'Reference').map((one) => one.attributes.get('URI'));
  const found = JSON.stringify([
    references,
    algorithms('SignatureMethod'),
    algorithms('CanonicalizationMethod'),
    algorithms('DigestMethod'),
    algorithms('Transform'),
  ]);
  const wanted = JSON.stringify([
    [`#${id}`],
    [saml.RSA_SHA256],
    [saml.EXCLUSIVE_C14N],
    [saml.SHA256],
    [saml.ENVELOPED, saml.EXCLUSIVE_C14N],
  ]);
  if (id === '' || found !== wanted) throw invalidToken('Response signature invalid');
}

function verifiedBytes(xml: string, signatureXml: string, certificatePem: string): string {
  const verifier = new SignedXml({ publicCert: certificatePem, getCertFromKeyInfo: () => null });
  try {
    verifier.loadSignature(signatureXml);
    const [bytes, ...others] = verifier.checkSignature(xml) ? verifier.getSignedReferences() : [];
    if (bytes !== undefined && others.length === 0) return bytes;
  } catch {
    // Falls through: a signature that can't be read is as bad as a wrong one.
  }
  throw invalidToken('Response signature invalid');
}
