import { describe, expect, it } from 'vitest';
import { AppError } from '../lib/app-error.ts';
import { isTopLevelPost, type SeenRequest, samlResponseOf } from './capture.ts';

const SAML = Buffer.from('<samlp:Response>?>>?</samlp:Response>').toString('base64');
const post = (...uploadData: NonNullable<SeenRequest['uploadData']>): SeenRequest => ({
  method: 'POST',
  resourceType: 'mainFrame',
  uploadData,
});
const form = (body: string) => post({ bytes: Buffer.from(body, 'latin1') });
const encoded = (value: string) => `SAMLResponse=${encodeURIComponent(value)}`;
const refusalOf = (request: SeenRequest) => {
  try {
    samlResponseOf(request);
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'taken';
};

describe('a request to AWS counts as an answer', () => {
  it.each([
    ['POST', 'mainFrame', true],
    ['GET', 'mainFrame', false],
    ['post', 'mainFrame', false],
    ['PUT', 'mainFrame', false],
    ['POST', 'subFrame', false],
    ['POST', 'xhr', false],
    ['POST', 'ping', false],
    ['POST', 'object', false],
    ['POST', 'other', false],
  ])('by %s of a %s: %s', (method, resourceType, counts) => {
    expect(isTopLevelPost({ method, resourceType })).toBe(counts);
  });
});

describe('the SAML response in a form', () => {
  it.each([
    ['alone', encoded(SAML)],
    ['before other fields', `${encoded(SAML)}&RelayState=https%3A%2F%2Fconsole`],
    ['after other fields', `RelayState=&a=b&${encoded(SAML)}`],
    ['with an empty field', `&&${encoded(SAML)}&x`],
    ['wrapped in lines of 76', encoded(SAML.replace(/(.{20})/g, '$1\r\n'))],
    ['with spaces and tabs around it', encoded(` \t${SAML}\n`)],
    ['with the padding unencoded', `SAMLResponse=${encodeURIComponent(SAML).replaceAll('%3D', '=')}`],
  ])('is read when it stands %s', (_where, body) => {
    expect(samlResponseOf(form(body))).toBe(SAML);
  });

  it.each([
    ['no field of the name', 'RelayState=x', 'assertion-missing'],
    ['nothing in the form', '', 'assertion-missing'],
    ['an empty value', 'SAMLResponse=', 'assertion-missing'],
    ['the name in other letters', `samlresponse=${encodeURIComponent(SAML)}`, 'assertion-missing'],
    ['the field twice', `${encoded(SAML)}&${encoded(SAML)}`, 'assertion-ambiguous'],
    ['the field twice, one empty', `${encoded(SAML)}&SAMLResponse=`, 'assertion-ambiguous'],
    ['the field twice, one name encoded', `${encoded(SAML)}&%53AMLResponse=eA%3D%3D`, 'assertion-ambiguous'],
    [
      'URL-safe letters',
      encoded(SAML.replaceAll('+', '-').replaceAll('/', '_').concat('-_-_')),
      'assertion-not-base64',
    ],
    ['junk after the padding', encoded('PGEvPg==junk'), 'assertion-not-base64'],
    ['padding within', encoded('PG==EvPg'), 'assertion-not-base64'],
    ['no padding where it belongs', encoded('PGEvPg'), 'assertion-not-base64'],
    ['too much padding', encoded('PGEvPg==='), 'assertion-not-base64'],
    ['bits left over in the last letter', encoded('PGEvPh=='), 'assertion-not-base64'],
    [
      'a value encoded twice',
      `SAMLResponse=${encodeURIComponent(encodeURIComponent('PGEvPg=='))}`,
      'assertion-not-base64',
    ],
    ['a byte order mark before it', encoded(`\ufeff${SAML}`), 'assertion-not-base64'],
    ['a plus sign that became a space', 'SAMLResponse=PGE+PGE', 'assertion-not-base64'],
    ['XML instead of base64', encoded('<samlp:Response/>'), 'assertion-not-base64'],
    ['three letters', encoded('PGE'), 'assertion-not-base64'],
    ['an invalid percent sequence', 'SAMLResponse=%ZZ%E0', 'assertion-not-base64'],
    ['more than STS takes', encoded('A'.repeat(100_004)), 'assertion-too-large'],
    [
      'multipart',
      '--x\r\nContent-Disposition: form-data; name="SAMLResponse"\r\n\r\nPGEvPg==\r\n--x--',
      'assertion-not-a-form',
    ],
    ['text/plain', 'SAMLResponse=PGEvPg==\r\n', 'assertion-not-a-form'],
    ['JSON', '{"SAMLResponse":"PGEvPg=="}', 'assertion-not-a-form'],
    ['letters beyond ASCII', 'SAMLResponse=\u00e9', 'assertion-not-a-form'],
  ])('is refused for %s', (_what, body, code) => {
    expect(refusalOf(form(body))).toBe(code);
  });

  it.each([
    ['no body', { method: 'POST', resourceType: 'mainFrame' }],
    ['no parts', post()],
    ['two parts', post({ bytes: Buffer.from(encoded(SAML)) }, { bytes: Buffer.from('') })],
    ['a file', post({ file: '/etc/passwd' })],
    ['a Blob', post({ blobUUID: 'b' })],
  ])('is refused as no form for %s', (_what, request) => {
    expect(refusalOf(request)).toBe('assertion-not-a-form');
  });

  it('is taken at exactly the length that STS takes', () => {
    expect(samlResponseOf(form(encoded('A'.repeat(100_000))))).toHaveLength(100_000);
  });

  it.each([1_048_577, 3_000_000])('is refused before it is decoded when the body has %i bytes', (size) => {
    expect(refusalOf(form(`SAMLResponse=${'A'.repeat(size - 13)}`))).toBe('assertion-too-large');
  });
});
