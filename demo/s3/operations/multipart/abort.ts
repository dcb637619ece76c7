// AbortMultipartUpload: what came of it is gone.

import type { Asked } from '../asked.ts';
import { askedUpload } from './asked-upload.ts';

export function abortMultipartUpload(asked: Asked): void {
  const { bucket, key, rights, response } = asked;
  rights.demand('s3:AbortMultipartUpload', bucket, key);
  bucket.uploads.end(askedUpload(asked));
  response.writeHead(204).end();
}
