// ListMultipartUploads (Amazon S3 API reference): listed as versions are, an upload's id in the place of a version's.

import { element } from '../../../xml.ts';
import { document } from '../../answers.ts';
import { encodeBytes } from '../../raw-url.ts';
import type { Upload } from '../../store/uploads.ts';
import { listVersions, type VersionQuery } from '../../store/version-list.ts';
import { type Asked, answerXml } from '../asked.ts';
import { readMaxKeys, textOf } from '../list-parameters.ts';

export function listMultipartUploads({ request, bucket, rights, response }: Asked): void {
  const keyMarker = textOf(request, 'key-marker');
  const query: VersionQuery = {
    prefix: textOf(request, 'prefix'),
    delimiter: textOf(request, 'delimiter'),
    maxKeys: readMaxKeys(request, 'max-uploads'),
    keyMarker,
    // Without a key-marker it does not count.
    versionMarker: keyMarker === '' ? '' : textOf(request, 'upload-id-marker'),
  };
  rights.demandList('s3:ListBucketMultipartUploads', bucket, query.prefix);
  const page = listVersions(bucket.uploads.all(), query);
  const isCoded = textOf(request, 'encoding-type') === 'url';
  const coded = (text: string) => (isCoded ? encodeBytes(Buffer.from(text, 'utf8'), true) : text);
  answerXml(
    response,
    document(
      'ListMultipartUploadsResult',
      [
        element('Bucket', bucket.name),
        element('KeyMarker', coded(keyMarker)),
        element('UploadIdMarker', query.versionMarker),
        page.next ? element('NextKeyMarker', coded(page.next.key)) : '',
        page.next?.id ? element('NextUploadIdMarker', page.next.id) : '',
        element('Prefix', coded(query.prefix)),
        query.delimiter ? element('Delimiter', coded(query.delimiter)) : '',
        element('MaxUploads', query.maxKeys),
        isCoded ? element('EncodingType', 'url') : '',
        element('IsTruncated', String(page.next !== undefined)),
        ...page.versions.map(({ version }) => uploadXml(version, bucket.accountId, coded)),
        ...page.commonPrefixes.map(
          (one) => `<CommonPrefixes>${element('Prefix', coded(one))}</CommonPrefixes>`,
        ),
      ].join(''),
    ),
  );
}

function uploadXml(upload: Upload, accountId: string, coded: (text: string) => string): string {
  const owner = element('ID', accountId);
  return [
    `<Upload>${element('Key', coded(upload.key))}${element('UploadId', upload.id)}`,
    `<Initiator>${owner}</Initiator><Owner>${owner}</Owner>`,
    element('StorageClass', upload.facts.storageClass),
    element('Initiated', new Date(upload.startedAt).toISOString()),
    upload.checksum ? element('ChecksumAlgorithm', upload.checksum.algorithm) : '',
    upload.checksum ? element('ChecksumType', upload.checksum.type) : '',
    '</Upload>',
  ].join('');
}
