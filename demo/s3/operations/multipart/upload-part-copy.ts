// UploadPartCopy: one part that is another object, or a range of it, by reference.

import { createHash } from 'node:crypto';
import { element } from '../../../xml.ts';
import { document } from '../../answers.ts';
import type { Checksum, ChecksumAlgorithm, DemoObject } from '../../content/object.ts';
import { cut, type Piece } from '../../content/pieces.ts';
import { invalidArgument, invalidRequest, notImplemented } from '../../errors.ts';
import { headerValue, type SignableRequest } from '../../sigv4.ts';
import { type Asked, answerXml, wholeSecond } from '../asked.ts';
import { checksumElements } from '../checksum-xml.ts';
import { checksumOf } from '../checksums.ts';
import { copySourceConditions } from '../conditions.ts';
import { findCopySource } from '../copy-source.ts';
import { askedPartNumber, askedUpload, uploadHeaders } from './asked-upload.ts';

const MOST_BYTES = 5 * 1024 ** 3;
/** Up to here sums are true; those of larger parts only look like some, because reading them takes too long. */
const MOST_SUMMED_BYTES = 16 * 1024 ** 2;

export function uploadPartCopy(asked: Asked): void {
  const { request, bucket, key, rights, response } = asked;
  rights.demand('s3:PutObject', bucket, key);
  const number = askedPartNumber(asked);
  const upload = askedUpload(asked);
  const source = findCopySource(asked);
  const { object } = source.version;
  copySourceConditions(request, object);
  const { start, end } = readSourceRange(request, object);
  const piece = cut(object, start, end);
  const { md5, sum } = sumsOf(piece, `${object.etag} ${start} ${end}`, upload.checksum?.algorithm);
  const modifiedAt = wholeSecond(asked.now);
  const part = { ...piece, number, etag: `"${md5}"`, modifiedAt, checksum: sum, roomBytes: 0 };
  if (!bucket.uploads.putPart(upload, part)) throw notImplemented();
  for (const [name, value] of Object.entries({
    ...uploadHeaders(upload),
    ...(source.bucket.isVersioned && { 'x-amz-copy-source-version-id': source.version.id }),
  }))
    response.setHeader(name, value);
  const told = [
    element('LastModified', new Date(modifiedAt).toISOString()),
    element('ETag', part.etag),
    checksumElements(sum, false),
  ];
  answerXml(response, document('CopyPartResult', told.join('')));
}

function readSourceRange(
  request: SignableRequest,
  { sizeBytes }: DemoObject,
): { start: number; end: number } {
  const header = headerValue(request, 'x-amz-copy-source-range');
  if (header === undefined) {
    if (sizeBytes > MOST_BYTES)
      throw invalidRequest(
        `The specified copy source is larger than the maximum allowable size for a copy source: ${MOST_BYTES}`,
      );
    return { start: 0, end: sizeBytes };
  }
  const [, first, last] = /^bytes=(\d{1,15})-(\d{1,15})$/.exec(header) ?? [];
  if (first === undefined || Number(first) > Number(last)) {
    throw invalidArgument(
      'The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy',
      'x-amz-copy-source-range',
      header,
    );
  }
  const [start, end] = [Number(first), Number(last) + 1];
  if (end > sizeBytes)
    throw invalidArgument(
      `Range specified is not valid for source object of size: ${sizeBytes}`,
      'x-amz-copy-source-range',
      header,
    );
  if (end - start > MOST_BYTES)
    throw invalidRequest(
      `The specified copy range is larger than the maximum allowable size for a copy source: ${MOST_BYTES}`,
    );
  return { start, end };
}

function sumsOf(
  piece: Piece,
  name: string,
  algorithm: ChecksumAlgorithm | undefined,
): { md5: string; sum: Checksum | undefined } {
  const isSmall = piece.sizeBytes <= MOST_SUMMED_BYTES;
  const bytes = isSmall ? Buffer.concat([...piece.read(0, piece.sizeBytes)]) : Buffer.from(name);
  return {
    md5: createHash('md5').update(bytes).digest('hex'),
    sum: algorithm && { algorithm, value: checksumOf(algorithm, bytes), type: 'FULL_OBJECT' },
  };
}
