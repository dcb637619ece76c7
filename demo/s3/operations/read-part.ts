// GetObject's and HeadObject's partNumber: the range of one part as it was uploaded (Amazon S3 API reference).

import type { DemoObject } from '../content/object.ts';
import { invalidRequest, S3Error } from '../errors.ts';
import type { ByteRange } from '../range.ts';
import { headerValue, queryValue } from '../sigv4.ts';
import type { Asked } from './asked.ts';
import { askedPartNumber } from './multipart/asked-upload.ts';

/** Undefined when no part is asked for. What was written in one request is one part. */
export function askedPart(asked: Asked, object: DemoObject): ByteRange | undefined {
  if (queryValue(asked.request, 'partNumber') === undefined) return undefined;
  if (headerValue(asked.request, 'range') !== undefined)
    throw invalidRequest('Cannot specify both Range header and partNumber query parameter');
  const number = askedPartNumber(asked);
  const sizes = object.partSizes ?? [object.sizeBytes];
  const sizeBytes = sizes[number - 1];
  if (sizeBytes === undefined) {
    throw new S3Error(416, 'InvalidPartNumber', 'The requested partnumber is not satisfiable', {
      details: { PartNumberRequested: number, ActualPartCount: sizes.length },
    });
  }
  const start = sizes.slice(0, number - 1).reduce((sum, one) => sum + one, 0);
  return { start, end: start + sizeBytes };
}
