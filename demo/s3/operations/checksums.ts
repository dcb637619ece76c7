// What a request says its body adds up to, held against the body (S3 User Guide, "Checking object integrity").

import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Checksum, ChecksumAlgorithm } from '../content/object.ts';
import { invalidRequest, notImplemented, S3Error } from '../errors.ts';
import { headerValue, type SignableRequest } from '../sigv4.ts';

const SIZES: Record<ChecksumAlgorithm, number> = { CRC32: 4, SHA1: 20, SHA256: 32 };

export const ALGORITHMS = Object.keys(SIZES) as ChecksumAlgorithm[];

export const checksumHeader = (algorithm: ChecksumAlgorithm) => `x-amz-checksum-${algorithm.toLowerCase()}`;

/** Base64. */
export function checksumOf(algorithm: ChecksumAlgorithm, bytes: Buffer): string {
  if (algorithm !== 'CRC32') return createHash(algorithm.toLowerCase()).update(bytes).digest('base64');
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(bytes));
  return sum.toString('base64');
}

/** Throws when what the request says of its body is not so. Undefined when it says nothing but an MD5. */
export function checkBody(request: SignableRequest, body: Buffer): Checksum | undefined {
  checkMd5(request, body);
  const sent = request.headers
    .map(([name]) => name.toLowerCase())
    .filter((name) => /^x-amz-checksum-(?!algorithm$|type$|mode$)/.test(name));
  const [name] = sent;
  if (name === undefined) return undefined;
  if (sent.length > 1)
    throw invalidRequest(
      'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.',
    );
  const algorithm = ALGORITHMS.find((one) => checksumHeader(one) === name);
  if (!algorithm) throw notImplemented();
  return checkValue(algorithm, headerValue(request, name) ?? '', body);
}

export function checkValue(algorithm: ChecksumAlgorithm, value: string, body: Buffer): Checksum {
  if (!isBase64(value, SIZES[algorithm]))
    throw invalidRequest(`Value for ${checksumHeader(algorithm)} header is invalid.`);
  if (checksumOf(algorithm, body) !== value)
    throw new S3Error(
      400,
      'BadDigest',
      `The ${algorithm} you specified did not match the calculated checksum.`,
    );
  return { algorithm, value, type: 'FULL_OBJECT' };
}

function checkMd5(request: SignableRequest, body: Buffer): void {
  const said = headerValue(request, 'content-md5');
  if (said === undefined) return;
  if (!isBase64(said, 16))
    throw new S3Error(400, 'InvalidDigest', 'The Content-MD5 you specified was invalid.');
  const real = createHash('md5').update(body).digest('base64');
  if (real === said) return;
  throw new S3Error(400, 'BadDigest', 'The Content-MD5 you specified did not match what we received.', {
    details: { ExpectedDigest: said, CalculatedDigest: real },
  });
}

function isBase64(text: string, sizeBytes: number): boolean {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === sizeBytes && bytes.toString('base64') === text;
}

export function checksumHeaders(checksum: Checksum | undefined): Record<string, string> {
  if (!checksum) return {};
  return { [checksumHeader(checksum.algorithm)]: checksum.value, 'x-amz-checksum-type': checksum.type };
}
