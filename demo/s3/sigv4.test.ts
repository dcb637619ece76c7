import { describe, expect, it } from 'vitest';
import { readClaim } from './claim.ts';
import { splitTarget } from './raw-url.ts';
import { type Claim, expectedSignature, type SignableRequest, unsignedHeaders } from './sigv4.ts';

const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';

function request(method: string, target: string, headers: Record<string, string>): SignableRequest {
  const url = splitTarget(target);
  if (!url) throw new Error('not a path');
  return { method, url, headers: Object.entries(headers) };
}

function claimOf(signed: SignableRequest): Claim {
  const claim = readClaim(signed);
  if (claim === 'none' || 'malformed' in claim) throw new Error(JSON.stringify(claim));
  return claim;
}

interface Example {
  name: string;
  method: string;
  target: string;
  headers: Record<string, string>;
  signedHeaders: string;
  payloadHash: string;
  signature: string;
}

const BASE = { Host: 'examplebucket.s3.amazonaws.com', 'x-amz-date': '20130524T000000Z' };
const PUT_HASH = '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072';

// Amazon S3 API reference, "Signature Calculations for the Authorization Header: Transferring Payload in a Single Chunk".
const EXAMPLES: Example[] = [
  {
    name: 'GET object with a range',
    method: 'GET',
    target: '/test.txt',
    headers: { ...BASE, Range: 'bytes=0-9', 'x-amz-content-sha256': EMPTY },
    signedHeaders: 'host;range;x-amz-content-sha256;x-amz-date',
    payloadHash: EMPTY,
    signature: 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  },
  {
    name: 'PUT object with a dollar sign in its key',
    method: 'PUT',
    target: '/test%24file.text',
    headers: {
      ...BASE,
      Date: 'Fri, 24 May 2013 00:00:00 GMT',
      'x-amz-storage-class': 'REDUCED_REDUNDANCY',
      'x-amz-content-sha256': PUT_HASH,
    },
    signedHeaders: 'date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class',
    payloadHash: PUT_HASH,
    signature: '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
  },
  {
    name: 'GET bucket lifecycle, a parameter without a value',
    method: 'GET',
    target: '/?lifecycle',
    headers: { ...BASE, 'x-amz-content-sha256': EMPTY },
    signedHeaders: 'host;x-amz-content-sha256;x-amz-date',
    payloadHash: EMPTY,
    signature: 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
  },
  {
    name: 'GET bucket list with two parameters',
    method: 'GET',
    target: '/?prefix=J&max-keys=2',
    headers: { ...BASE, 'x-amz-content-sha256': EMPTY },
    signedHeaders: 'host;x-amz-content-sha256;x-amz-date',
    payloadHash: EMPTY,
    signature: '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
  },
];

describe('a signature', () => {
  it.each(EXAMPLES)('is that of AWS’s own example: $name', (example) => {
    const authorization = `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=${example.signedHeaders},Signature=${example.signature}`;
    const headers = { ...example.headers, Authorization: authorization };
    const signed = request(example.method, example.target, headers);
    const claim = claimOf(signed);
    expect(claim).toMatchObject({ accessKeyId: 'AKIAIOSFODNN7EXAMPLE', region: 'us-east-1', service: 's3' });
    expect(expectedSignature(signed, claim, SECRET, example.payloadHash).signature).toBe(claim.signature);
  });

  it('is that of AWS’s example of a presigned URL', () => {
    const signed = request(
      'GET',
      '/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
      { Host: 'examplebucket.s3.amazonaws.com' },
    );
    const claim = claimOf(signed);
    expect(claim).toMatchObject({ place: 'query', expiresSeconds: 86_400 });
    expect(expectedSignature(signed, claim, SECRET, 'UNSIGNED-PAYLOAD').signature).toBe(claim.signature);
  });

  it('is that of the signature test suite’s get-vanilla', () => {
    const signature = '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31';
    const signed = request('GET', '/', {
      Host: 'example.amazonaws.com',
      'X-Amz-Date': '20150830T123600Z',
      Authorization: `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE0000000/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=${signature}`,
    });
    const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
    expect(expectedSignature(signed, claimOf(signed), secret, EMPTY).signature).toBe(signature);
  });
});

describe('a claim', () => {
  const good =
    'AWS4-HMAC-SHA256 Credential=ASIAAAAAAAAAAAAAAAAA/20130524/eu-west-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=' +
    'a'.repeat(64);

  it.each([
    ['another algorithm', good.replace('AWS4-HMAC-SHA256', 'AWS4-ECDSA-P256-SHA256'), BASE],
    ['a scope of four parts', good.replace('/aws4_request', ''), BASE],
    ['a day that is not the request’s', good.replace('20130524', '20130525'), BASE],
    ['a host that is not signed', good.replace('host;', ''), BASE],
    ['a short signature', good.slice(0, -1), BASE],
    ['no date', good, { Host: 'h' }],
  ])('with %s is refused', (_, authorization, headers) => {
    const claim = readClaim(request('GET', '/', { ...headers, authorization }));
    expect(claim).toHaveProperty('malformed');
  });

  it('in both places at once is refused', () => {
    const signed = request('GET', '/?X-Amz-Algorithm=AWS4-HMAC-SHA256', { ...BASE, authorization: good });
    expect(readClaim(signed)).toMatchObject({ malformed: 'Only one auth mechanism allowed' });
  });

  it('must cover every x-amz header', () => {
    const signed = request('GET', '/', { ...BASE, 'X-Amz-Security-Token': 't', authorization: good });
    expect(unsignedHeaders(signed, claimOf(signed))).toEqual(['x-amz-security-token']);
  });
});
