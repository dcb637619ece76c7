// ListObjectVersions (Amazon S3 API reference).

import { element } from '../../xml.ts';
import { document } from '../answers.ts';
import { invalidArgument } from '../errors.ts';
import { encodeBytes } from '../raw-url.ts';
import type { Version } from '../store/version.ts';
import { listVersions, type VersionPage, type VersionQuery } from '../store/version-list.ts';
import { type Asked, answerXml } from './asked.ts';
import { readMaxKeys, textOf } from './list-parameters.ts';

export function listObjectVersions({ request, bucket, rights, response }: Asked): void {
  const query: VersionQuery = {
    prefix: textOf(request, 'prefix'),
    delimiter: textOf(request, 'delimiter'),
    maxKeys: readMaxKeys(request, 'max-keys'),
    keyMarker: textOf(request, 'key-marker'),
    versionMarker: textOf(request, 'version-id-marker'),
  };
  rights.demandList('s3:ListBucketVersions', bucket, query.prefix);
  if (query.versionMarker !== '' && query.keyMarker === '')
    throw invalidArgument(
      'A version-id marker cannot be specified without a key marker.',
      'version-id-marker',
      query.versionMarker,
    );
  const page = listVersions(bucket.versions(), query);
  const isCoded = textOf(request, 'encoding-type') === 'url';
  answerXml(response, versionsXml(bucket, query, page, isCoded));
}

function versionsXml(
  bucket: { name: string; accountId: string },
  query: VersionQuery,
  page: VersionPage<Version>,
  isCoded: boolean,
): string {
  const coded = (text: string) => (isCoded ? encodeBytes(Buffer.from(text, 'utf8'), true) : text);
  const owner = `<Owner>${element('ID', bucket.accountId)}</Owner>`;
  return document(
    'ListVersionsResult',
    [
      element('Name', bucket.name),
      element('Prefix', coded(query.prefix)),
      element('KeyMarker', coded(query.keyMarker)),
      element('VersionIdMarker', query.versionMarker),
      page.next ? element('NextKeyMarker', coded(page.next.key)) : '',
      page.next?.id ? element('NextVersionIdMarker', page.next.id) : '',
      element('MaxKeys', query.maxKeys),
      query.delimiter ? element('Delimiter', coded(query.delimiter)) : '',
      isCoded ? element('EncodingType', 'url') : '',
      element('IsTruncated', String(page.next !== undefined)),
      ...page.versions.map((one) => versionXml(one, coded, owner)),
      ...page.commonPrefixes.map(
        (one) => `<CommonPrefixes>${element('Prefix', coded(one))}</CommonPrefixes>`,
      ),
    ].join(''),
  );
}

function versionXml(
  { version, isLatest }: VersionPage<Version>['versions'][number],
  coded: (text: string) => string,
  owner: string,
): string {
  const { object } = version;
  const name = object ? 'Version' : 'DeleteMarker';
  return [
    `<${name}>`,
    element('Key', coded(version.key)),
    element('VersionId', version.id),
    element('IsLatest', String(isLatest)),
    element('LastModified', new Date(version.modifiedAt).toISOString()),
    object
      ? element('ETag', object.etag) +
        element('Size', object.sizeBytes) +
        element('StorageClass', object.storageClass)
      : '',
    owner,
    `</${name}>`,
  ].join('');
}
