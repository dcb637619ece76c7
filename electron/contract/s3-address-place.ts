/** Builds what an address means, and holds bucket and key against S3's own limits. Pure. */
import type { AddressedPlace, AddressTrouble, RefusedAddress, S3Address } from './s3-address.ts';
import { fitsKey } from './s3-names.ts';

const unsupported: readonly AddressTrouble[] = ['object-lambda', 'outposts', 'tables', 'isolated'];

export function refusal(why: AddressTrouble): RefusedAddress {
  if (why === 'multi-region') return { kind: 'multiRegion', why };
  return { kind: unsupported.includes(why) ? 'unsupported' : 'wrong', why };
}

type More = Partial<Omit<AddressedPlace, 'kind' | 'bucket' | 'key' | 'names'>>;

/** Shortest and longest by "General purpose bucket naming rules"; before 2018 names had up to 255 characters. */
export function placeAt(
  bucket: string | null,
  key: string,
  names: AddressedPlace['names'],
  more: More = {},
): S3Address {
  const trouble = bucket === null ? null : bucketTrouble(bucket);
  if (trouble) return refusal(trouble);
  if (!fitsKey(key)) return refusal('key-long');
  return {
    kind: 'place',
    bucket,
    key,
    names: key === '' || key.endsWith('/') ? 'prefix' : names,
    partition: null,
    region: null,
    account: null,
    endpoint: null,
    versionId: null,
    signed: null,
    ...more,
  };
}

function bucketTrouble(bucket: string): AddressTrouble | null {
  if (bucket === '') return 'bucket-missing';
  if (isAccessPointArn(bucket)) return null;
  if (bucket.includes('*')) return 'wildcard';
  if (/:\d{1,5}$/.test(bucket)) return 'foreign-host';
  if (!/^[A-Za-z0-9][\w.:-]*$/.test(bucket) || bucket.includes('..')) return 'bucket-name';
  if (bucket.length < 3) return 'bucket-short';
  if (bucket.length > 255) return 'bucket-long';
  return aliasTrouble(bucket);
}

/** S3 User Guide: names that end so stand for something else than a bucket. */
function aliasTrouble(bucket: string): AddressTrouble | null {
  if (bucket.endsWith('.mrap')) return 'multi-region';
  if (bucket.endsWith('--ol-s3')) return 'object-lambda';
  if (bucket.endsWith('--op-s3')) return 'outposts';
  if (bucket.endsWith('--table-s3')) return 'tables';
  return null;
}

const accessPoint = /^arn:(aws[a-z-]*):s3:([a-z0-9-]+):(\d{12}):accesspoint\/([a-z0-9-]{3,50})$/;

export interface AccessPoint {
  partition: string;
  region: string;
  account: string;
  name: string;
}

export function accessPointArn({ partition, region, account, name }: AccessPoint): string {
  return `arn:${partition}:s3:${region}:${account}:accesspoint/${name}`;
}

export function readAccessPoint(bucket: string): AccessPoint | null {
  const [, partition, region, account, name] = accessPoint.exec(bucket) ?? [];
  if (!partition || !region || !account || !name) return null;
  return { partition, region, account, name };
}

export function isAccessPointArn(bucket: string): boolean {
  return accessPoint.test(bucket);
}
