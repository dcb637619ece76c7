// S3's answers as XML (Amazon S3 API reference).

import { element, escapeXml, XML_DECLARATION } from '../xml.ts';
import type { Bucket } from './buckets.ts';
import type { DemoObject } from './content/object.ts';
import type { S3Error } from './errors.ts';
import type { ListPage, ListQuery } from './listing.ts';
import { encodeBytes } from './raw-url.ts';

const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';

export function bucketsXml(accountId: string, buckets: Bucket[]): string {
  const rows = buckets.map(
    (bucket) =>
      `<Bucket>${element('Name', bucket.name)}${element('CreationDate', iso(bucket.createdAt))}${element('BucketRegion', bucket.region)}</Bucket>`,
  );
  return document(
    'ListAllMyBucketsResult',
    `<Owner>${element('ID', accountId)}</Owner><Buckets>${rows.join('')}</Buckets>`,
  );
}

export function locationXml(bucket: Bucket): string {
  return document('LocationConstraint', escapeXml(bucket.region));
}

export interface ListAnswer {
  bucket: Bucket;
  query: ListQuery;
  page: ListPage;
  urlEncoded: boolean;
  token: string | undefined;
  nextToken: string | undefined;
}

/** Most keys have nothing to encode. */
const NEEDS_CODE = /[^A-Za-z0-9\-._~/]/;

export function listXml(answer: ListAnswer): string {
  const { query, page } = answer;
  const coded = (text: string) =>
    answer.urlEncoded && NEEDS_CODE.test(text) ? encodeBytes(Buffer.from(text, 'utf8'), true) : text;
  const optional = (name: string, text: string | undefined) => (text ? element(name, text) : '');
  return document(
    'ListBucketResult',
    [
      element('Name', answer.bucket.name),
      element('Prefix', coded(query.prefix)),
      optional('Delimiter', coded(query.delimiter)),
      optional('StartAfter', coded(query.startAfter)),
      optional('ContinuationToken', answer.token),
      optional('NextContinuationToken', answer.nextToken),
      element('KeyCount', page.contents.length + page.commonPrefixes.length),
      element('MaxKeys', query.maxKeys),
      optional('EncodingType', answer.urlEncoded ? 'url' : ''),
      element('IsTruncated', String(answer.nextToken !== undefined)),
      ...page.contents.map((object) => contentsXml(object, coded)),
      ...page.commonPrefixes.map(
        (one) => `<CommonPrefixes>${element('Prefix', coded(one))}</CommonPrefixes>`,
      ),
    ].join(''),
  );
}

/** A page has a thousand: what can hold no sign of XML is written as it is. */
function contentsXml(object: DemoObject, coded: (text: string) => string): string {
  const { key, etag, sizeBytes, storageClass } = object;
  return `<Contents>${element('Key', coded(key))}<LastModified>${iso(object.modifiedAt)}</LastModified>${element('ETag', etag)}<Size>${sizeBytes}</Size><StorageClass>${storageClass}</StorageClass></Contents>`;
}

export function errorXml(error: S3Error, resource: string, requestId: string): string {
  const details = Object.entries(error.details).map(([name, value]) => element(name, value));
  return [
    XML_DECLARATION,
    `<Error>${element('Code', error.code)}${element('Message', error.message)}${details.join('')}`,
    `${element('Resource', resource)}${element('RequestId', requestId)}${element('HostId', 'larkfield')}</Error>`,
  ].join('');
}

/** One answer. */
export function document(name: string, content: string): string {
  return `${XML_DECLARATION}<${name} xmlns="${NAMESPACE}">${content}</${name}>`;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
