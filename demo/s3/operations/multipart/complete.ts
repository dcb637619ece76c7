// CompleteMultipartUpload: the parts become an object. The answer begins with blanks, as AWS's may while it works.

import { createHash } from 'node:crypto';
import { element, XML_DECLARATION } from '../../../xml.ts';
import { document } from '../../answers.ts';
import type { Checksum, DemoObject } from '../../content/object.ts';
import { join } from '../../content/pieces.ts';
import { invalidRequest, malformedXml, notImplemented, S3Error } from '../../errors.ts';
import { headerValue } from '../../sigv4.ts';
import type { Part, Upload } from '../../store/uploads.ts';
import { type Asked, wholeSecond } from '../asked.ts';
import { checksumElements } from '../checksum-xml.ts';
import { checksumOf } from '../checksums.ts';
import { writeConditions } from '../conditions.ts';
import { versionHeader } from '../find-version.ts';
import { keep } from '../put-object.ts';
import { childNamed, childrenNamed, readXmlBody } from '../read-xml.ts';
import { askedUpload, uploadHeaders } from './asked-upload.ts';

const LEAST_PART_BYTES = 5 * 1024 * 1024;
const MOST_SUMMED_BYTES = 64 * 1024 * 1024;

export function completeMultipartUpload(asked: Asked): void {
  const { request, bucket, key, rights, response } = asked;
  rights.demand('s3:PutObject', bucket, key);
  const upload = askedUpload(asked);
  const parts = chosenParts(asked.body, upload);
  const object = assemble(asked, upload, parts);
  const said = headerValue(request, 'x-amz-mp-object-size');
  if (said !== undefined && said !== String(object.sizeBytes))
    throw invalidRequest('The provided x-amz-mp-object-size does not match the size of the object.');
  writeConditions(request, key, bucket.find(key)?.object);
  // Their room is the object's from now on; what was left out is let go.
  bucket.uploads.end(upload);
  const version = keep(
    asked,
    object,
    parts.reduce((sum, { roomBytes }) => sum + roomBytes, 0),
  );
  response.writeHead(200, {
    'Content-Type': 'application/xml',
    ...versionHeader(bucket, version),
    ...uploadHeaders(upload),
  });
  const told = [
    element('Location', `/${bucket.name}/${encodeURIComponent(key)}`),
    element('Bucket', bucket.name),
    element('Key', key),
    element('ETag', object.etag),
    checksumElements(object.checksum),
  ];
  response.write(`${XML_DECLARATION}  \n`);
  response.end(document('CompleteMultipartUploadResult', told.join('')).slice(XML_DECLARATION.length));
}

function chosenParts(body: Buffer, upload: Upload): Part[] {
  const root = readXmlBody(body, 'CompleteMultipartUpload');
  const wanted = childrenNamed(root, 'Part').map((part) => ({
    number: Number(childNamed(part, 'PartNumber')?.text),
    etag: childNamed(part, 'ETag')?.text ?? '',
  }));
  if (wanted.length === 0 || wanted.some(({ number }) => !Number.isInteger(number))) throw malformedXml();
  if (wanted.some(({ number }, index) => number <= (wanted[index - 1]?.number ?? 0))) {
    throw new S3Error(
      400,
      'InvalidPartOrder',
      'The list of parts was not in ascending order. Parts must be ordered by part number.',
    );
  }
  const bare = (etag: string) => etag.trim().replace(/^"(.*)"$/, '$1');
  return wanted.map(({ number, etag }, index) => {
    const part = upload.parts().find((one) => one.number === number);
    if (!part || bare(part.etag) !== bare(etag)) {
      throw new S3Error(
        400,
        'InvalidPart',
        "One or more of the specified parts could not be found. The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
        { details: { UploadId: upload.id, PartNumber: number, ETag: bare(etag) } },
      );
    }
    if (index < wanted.length - 1 && part.sizeBytes < LEAST_PART_BYTES) {
      throw new S3Error(
        400,
        'EntityTooSmall',
        'Your proposed upload is smaller than the minimum allowed size',
        {
          details: {
            ProposedSize: part.sizeBytes,
            MinSizeAllowed: LEAST_PART_BYTES,
            PartNumber: number,
            ETag: bare(part.etag),
          },
        },
      );
    }
    return part;
  });
}

function assemble({ now, key }: Asked, upload: Upload, parts: Part[]): DemoObject {
  const hash = createHash('md5');
  for (const { etag } of parts) hash.update(Buffer.from(etag.slice(1, -1), 'hex'));
  const whole = join(parts);
  const checksum = upload.checksum && sumOf(upload.checksum, parts);
  return {
    key,
    modifiedAt: wholeSecond(now),
    etag: `"${hash.digest('hex')}-${parts.length}"`,
    ...upload.facts,
    ...(checksum && { checksum }),
    partSizes: parts.map(({ sizeBytes }) => sizeBytes),
    ...whole,
  };
}

// S3 User Guide, "Checking object integrity": of the parts' sums, or of the whole object.
function sumOf({ algorithm, type }: Pick<Checksum, 'algorithm' | 'type'>, parts: Part[]): Checksum {
  if (type === 'COMPOSITE') {
    const sums = parts.map(({ checksum }) => Buffer.from(checksum?.value ?? '', 'base64'));
    return { algorithm, type, value: `${checksumOf(algorithm, Buffer.concat(sums))}-${parts.length}` };
  }
  const whole = join(parts);
  if (whole.sizeBytes > MOST_SUMMED_BYTES) throw notImplemented();
  const bytes = Buffer.concat([...whole.read(0, whole.sizeBytes)]);
  return { algorithm, type, value: checksumOf(algorithm, bytes) };
}
