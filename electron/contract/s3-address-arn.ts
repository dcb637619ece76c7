/** ARNs that name a place in S3, as policies, commands and consoles write them. Pure. Source: S3 User Guide, "Policy resources". */
import type { AddressTrouble, S3Address } from './s3-address.ts';
import { accessPointArn, placeAt, refusal } from './s3-address-place.ts';

export function isArn(text: string): boolean {
  return /^arn:/i.test(text);
}

const services: Readonly<Record<string, AddressTrouble>> = {
  's3-object-lambda': 'object-lambda',
  's3-outposts': 'outposts',
  s3tables: 'tables',
};

/** `form`: the command line writes an access point's key right behind it (`uri`), policies behind `/object/` (`arn`). */
export function readArn(text: string, form: 'arn' | 'uri'): S3Address {
  const [, partition = '', service = '', region = '', account = '', resource = ''] =
    /^arn:([a-z-]+):([a-z0-9-]+):([a-z0-9-]*):(\d{12}|):(.*)$/is.exec(text) ?? [];
  const [lowPartition, lowService] = [partition.toLowerCase(), service.toLowerCase()];
  if (!lowPartition.startsWith('aws')) return refusal('other-arn');
  if (lowPartition.startsWith('aws-iso')) return refusal('isolated');
  if (Object.hasOwn(services, lowService)) return refusal(services[lowService] ?? 'other-arn');
  const where = { partition: lowPartition, region: region || null, account: account || null };
  if (lowService === 's3express') {
    const [, bucket = '', key = ''] = /^bucket\/([^/]+)\/?(.*)$/s.exec(resource) ?? [];
    return placeAt(bucket, key, 'either', where);
  }
  if (lowService !== 's3') return refusal('other-arn');
  if (region === '' && account === '') return readBucket(resource, where);
  return readAccessPointArn(resource, { ...where, region, account }, form);
}

type Where = { partition: string; region: string | null; account: string | null };

function readBucket(resource: string, where: Where): S3Address {
  const slash = resource.indexOf('/');
  const bucket = slash < 0 ? resource : resource.slice(0, slash);
  return placeOf(bucket.trim(), slash < 0 ? '' : resource.slice(slash + 1), where);
}

function readAccessPointArn(
  resource: string,
  where: { partition: string; region: string; account: string },
  form: 'arn' | 'uri',
): S3Address {
  const [, name = '', rest = ''] = /^accesspoint[/:]([^/]*)(?:\/(.*))?$/is.exec(resource) ?? [];
  if (name === '') return refusal('other-arn');
  if (name.endsWith('.mrap') || where.region === '') return refusal('multi-region');
  if (name.includes('*')) return refusal('wildcard');
  if (!/^[a-z0-9-]{3,50}$/.test(name)) return refusal('bucket-name');
  const bucket = accessPointArn({ ...where, name });
  if (form === 'uri') return placeAt(bucket, rest, 'either', where);
  return placeOf(bucket, rest.replace(/^object(\/|$)/, ''), where);
}

/** Only a star at the end is a policy's: keys may hold stars of their own. */
function placeOf(bucket: string, key: string, where: Where): S3Address {
  if (!key.endsWith('*')) return placeAt(bucket, key, 'either', where);
  const folder = key.slice(0, key.lastIndexOf('/') + 1);
  return placeAt(bucket, folder, 'prefix', where);
}
