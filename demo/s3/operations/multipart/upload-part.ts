// UploadPart: one part, its bytes with it.

import { createHash } from 'node:crypto';
import { inPieces } from '../../content/pieces.ts';
import { invalidRequest, notImplemented } from '../../errors.ts';
import { type Asked, wholeSecond } from '../asked.ts';
import { checkBody, checksumHeaders, checksumOf } from '../checksums.ts';
import { askedPartNumber, askedUpload, uploadHeaders } from './asked-upload.ts';

export function uploadPart(asked: Asked): void {
  const { request, body, bucket, key, rights, response } = asked;
  rights.demand('s3:PutObject', bucket, key);
  const number = askedPartNumber(asked);
  const upload = askedUpload(asked);
  const sent = checkBody(request, body);
  const wanted = upload.checksum?.algorithm;
  if (sent && wanted && sent.algorithm !== wanted) {
    throw invalidRequest(
      `Checksum Type mismatch occurred, expected checksum Type: ${wanted.toLowerCase()}, actual checksum Type: ${sent.algorithm.toLowerCase()}`,
    );
  }
  const checksum =
    sent ?? (wanted && { algorithm: wanted, value: checksumOf(wanted, body), type: 'FULL_OBJECT' });
  const etag = `"${createHash('md5').update(body).digest('hex')}"`;
  const kept = bucket.uploads.putPart(upload, {
    number,
    etag,
    modifiedAt: wholeSecond(asked.now),
    checksum,
    sizeBytes: body.length,
    roomBytes: body.length,
    read: (start, end) => inPieces(body.subarray(start, end)),
  });
  if (!kept) throw notImplemented();
  const { 'x-amz-checksum-type': _, ...sum } = checksumHeaders(checksum);
  response.writeHead(200, { ETag: etag, ...uploadHeaders(upload), ...sum }).end();
}
