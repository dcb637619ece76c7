// The upload and the part a request speaks of, and the headers that tell how it is encrypted and summed up.

import { invalidArgument, S3Error } from '../../errors.ts';
import { queryValue } from '../../sigv4.ts';
import type { Upload } from '../../store/uploads.ts';
import type { Asked } from '../asked.ts';
import { encryptionHeaders } from '../written-facts.ts';

const MOST_PARTS = 10_000;

export function askedUpload({ request, bucket, key }: Asked): Upload {
  const upload = bucket.uploads.find(key, queryValue(request, 'uploadId') ?? '');
  if (upload) return upload;
  throw new S3Error(
    404,
    'NoSuchUpload',
    'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
    { details: { UploadId: queryValue(request, 'uploadId') ?? '' } },
  );
}

/** 1 to 10,000. */
export function askedPartNumber({ request }: Asked): number {
  const text = queryValue(request, 'partNumber') ?? '';
  const number = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (number >= 1 && number <= MOST_PARTS) return number;
  throw invalidArgument(
    `Part number must be an integer between 1 and ${MOST_PARTS}, inclusive`,
    'partNumber',
    text,
  );
}

export function uploadHeaders({ facts }: Upload): Record<string, string> {
  return encryptionHeaders(facts);
}
