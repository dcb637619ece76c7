// ListParts (Amazon S3 API reference).

import { element } from '../../../xml.ts';
import { document } from '../../answers.ts';
import { invalidArgument } from '../../errors.ts';
import { type Asked, answerXml } from '../asked.ts';
import { checksumElements } from '../checksum-xml.ts';
import { readMaxKeys, textOf } from '../list-parameters.ts';
import { askedUpload } from './asked-upload.ts';

export function listParts(asked: Asked): void {
  const { request, bucket, key, rights, response } = asked;
  rights.demand('s3:ListMultipartUploadParts', bucket, key);
  const upload = askedUpload(asked);
  const mostParts = readMaxKeys(request, 'max-parts');
  const markerText = textOf(request, 'part-number-marker') || '0';
  if (!/^\d{1,6}$/.test(markerText))
    throw invalidArgument(
      'Provided part-number-marker not an integer or within integer range',
      'part-number-marker',
      markerText,
    );
  const rest = upload.parts().filter(({ number }) => number > Number(markerText));
  const page = rest.slice(0, mostParts);
  const next = page.at(-1)?.number;
  const isTruncated = next !== undefined && rest.length > page.length;
  const owner = element('ID', bucket.accountId);
  answerXml(
    response,
    document(
      'ListPartsResult',
      [
        element('Bucket', bucket.name),
        element('Key', key),
        element('UploadId', upload.id),
        `<Initiator>${owner}</Initiator><Owner>${owner}</Owner>`,
        element('StorageClass', upload.facts.storageClass),
        upload.checksum ? element('ChecksumAlgorithm', upload.checksum.algorithm) : '',
        upload.checksum ? element('ChecksumType', upload.checksum.type) : '',
        element('PartNumberMarker', markerText),
        isTruncated ? element('NextPartNumberMarker', next) : '',
        element('MaxParts', mostParts),
        element('IsTruncated', String(isTruncated)),
        ...page.map((part) =>
          [
            '<Part>',
            element('PartNumber', part.number),
            element('LastModified', new Date(part.modifiedAt).toISOString()),
            element('ETag', part.etag),
            element('Size', part.sizeBytes),
            checksumElements(part.checksum, false),
            '</Part>',
          ].join(''),
        ),
      ].join(''),
    ),
  );
}
