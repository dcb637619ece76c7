/** Links of the AWS console to S3's pages, of today's and of the earlier consoles. Pure. */
import type { AddressedPlace, S3Address } from './s3-address.ts';
import { isArn, readArn } from './s3-address-arn.ts';
import { type HostFacts, isRegionName } from './s3-address-host.ts';
import { accessPointArn, placeAt, refusal } from './s3-address-place.ts';
import { decodePercent, type LinkParts, queryValue } from './s3-address-text.ts';

type ConsoleHost = Extract<HostFacts, { kind: 'console' }>;
type Where = Pick<AddressedPlace, 'partition' | 'region' | 'account'>;

const startPages = ['', 'home', 'buckets', 'get-started'];

export function readConsoleLink(link: LinkParts, host: ConsoleHost): S3Address {
  const path = /^\/s3(?:\/(.*))?$/s.exec(link.path);
  if (!path) return refusal('console-page');
  // The earliest console kept its place behind `#`.
  const query =
    queryValue(link.query, 'bucket') === undefined && link.hash ? `${link.query}&${link.hash}` : link.query;
  const prefix = queryValue(query, 'prefix');
  const versionId = queryValue(query, 'versionId');
  const bucketField = queryValue(query, 'bucket');
  if (prefix === null || versionId === null || bucketField === null) return refusal('bad-escape');
  const asked = queryValue(query, 'region') ?? '';
  const where: Where = {
    partition: host.partition,
    region: isRegionName(asked) ? asked : host.region,
    account: host.account,
  };
  const [page = '', first = '', ...rest] = (path[1] ?? '').split('/');
  if (bucketField) return placeAt(bucketField, prefix ?? '', 'either', where);
  if (startPages.includes(page) && first === '') return placeAt(null, '', 'prefix', where);
  if (page === 'ap') return readAccessPointPage(first, rest[0] ?? '', prefix ?? '', where);
  if (page === 'mrap') return refusal('multi-region');
  if (page === 'olap') return refusal('object-lambda');
  const inPath = decodePercent(rest.join('/'), false);
  const bucket = decodePercent(first, false);
  if (inPath === null || bucket === null) return refusal('bad-escape');
  if (page === 'object')
    return readBucket(bucket, prefix ?? inPath, 'object', { ...where, versionId: versionId ?? null });
  if (page === 'buckets') return readBucket(bucket, prefix ?? inPath, 'either', where);
  // Its settings, an upload, a deletion: all about this bucket.
  if (page === 'bucket' || page === 'upload') return readBucket(bucket, prefix ?? '', 'either', where);
  return refusal('console-page');
}

function readBucket(
  bucket: string,
  key: string,
  names: AddressedPlace['names'],
  where: Where & { versionId?: string | null },
): S3Address {
  if (!isArn(bucket)) return placeAt(bucket, key, names, where);
  const place = readArn(bucket, 'uri');
  if (place.kind !== 'place') return place;
  const { partition, region, account } = place;
  return placeAt(place.bucket, key, names, { partition, region, account });
}

function readAccessPointPage(account: string, name: string, key: string, where: Where): S3Address {
  const { partition, region } = where;
  if (!/^\d{12}$/.test(account) || region === null || partition === null) return refusal('console-page');
  if (!/^[a-z0-9-]{3,50}$/.test(name)) return refusal('bucket-name');
  const arn = accessPointArn({ partition, region, account, name });
  return placeAt(arn, key, 'either', { ...where, account });
}
