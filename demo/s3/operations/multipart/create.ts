// CreateMultipartUpload: begins an object that comes in parts.

import { element } from '../../../xml.ts';
import { document } from '../../answers.ts';
import type { Checksum } from '../../content/object.ts';
import { invalidRequest, notImplemented } from '../../errors.ts';
import { headerValue, type SignableRequest } from '../../sigv4.ts';
import { type Asked, answerXml, wholeSecond } from '../asked.ts';
import { ALGORITHMS } from '../checksums.ts';
import { demandWrite } from '../put-object.ts';
import { describedBy, encryptionOf, storageClassOf, taggedBy } from '../written-facts.ts';
import { uploadHeaders } from './asked-upload.ts';

export function createMultipartUpload(asked: Asked): void {
  const { request, bucket, key, now, response } = asked;
  demandWrite(asked);
  const checksum = checksumOf(request);
  const upload = bucket.uploads.begin({
    key,
    startedAt: wholeSecond(now),
    facts: {
      storageClass: storageClassOf(request),
      ...describedBy(request),
      ...encryptionOf(request),
      ...taggedBy(request),
    },
    checksum,
  });
  for (const [name, value] of Object.entries({
    ...uploadHeaders(upload),
    ...(checksum && {
      'x-amz-checksum-algorithm': checksum.algorithm,
      'x-amz-checksum-type': checksum.type,
    }),
  }))
    response.setHeader(name, value);
  const told = [element('Bucket', bucket.name), element('Key', key), element('UploadId', upload.id)];
  answerXml(response, document('InitiateMultipartUploadResult', told.join('')));
}

function checksumOf(request: SignableRequest): Pick<Checksum, 'algorithm' | 'type'> | undefined {
  const name = headerValue(request, 'x-amz-checksum-algorithm')?.toUpperCase();
  const type = headerValue(request, 'x-amz-checksum-type')?.toUpperCase() ?? 'COMPOSITE';
  if (name === undefined) return undefined;
  const algorithm = ALGORITHMS.find((one) => one === name);
  if (!algorithm) throw notImplemented();
  if (type === 'COMPOSITE' || (type === 'FULL_OBJECT' && algorithm === 'CRC32')) return { algorithm, type };
  throw invalidRequest(
    `The ${type} checksum type cannot be used with the ${algorithm.toLowerCase()} checksum algorithm.`,
  );
}
