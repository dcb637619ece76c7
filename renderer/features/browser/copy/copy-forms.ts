/**
 * What of S3 can be copied, in every form that another tool takes: one thing a line. Pure.
 * Sources: S3 User Guide, "Virtual hosting of general purpose buckets", "Using access points"; AWS CLI, "s3 cp".
 */
import { s3Suffix } from '../../../../electron/contract/s3-address-host.ts';
import { readAccessPoint } from '../../../../electron/contract/s3-address-place.ts';
import { shellWord } from './shell-word.ts';

export type CopyForm = 's3' | 'key' | 'url' | 'arn' | 'command';

/** Where the things are, as this pass sees it. */
export interface CopyPlace {
  /** An access point by its ARN. */
  bucket: string;
  region: string;
  partition: string;
  /** The organisation's own; null: AWS's. */
  endpoint: string | null;
  /** The profile of AWS's tools that stands for the pass; null: none. */
  profile: string | null;
  /** The pass agreed to pay for requests to the bucket. */
  pays: boolean;
}

/** A folder's key is its prefix. `version` null: the present one. */
export interface CopyThing {
  kind: 'object' | 'folder';
  key: string;
  version: string | null;
}

export function copyForm(form: CopyForm, place: CopyPlace, thing: CopyThing): string {
  switch (form) {
    case 's3':
      return `s3://${place.bucket}/${thing.key}${thing.version === null ? '' : `?versionId=${thing.version}`}`;
    case 'key':
      return thing.key;
    case 'url':
      return urlOf(place, thing);
    case 'arn':
      return arnOf(place, thing);
    case 'command':
      return commandOf(place, thing);
  }
}

/** A certificate's star stands for no dot, so a dotted bucket goes into the path; so does any at an own endpoint. */
function urlOf({ bucket, region, partition, endpoint }: CopyPlace, { key, version }: CopyThing): string {
  const suffix = s3Suffix(partition);
  const point = readAccessPoint(bucket);
  const rest = `/${escapedPath(key)}${version === null ? '' : `?versionId=${escaped(version)}`}`;
  if (endpoint !== null) return `${endpoint.replace(/\/+$/, '')}/${escaped(bucket)}${rest}`;
  if (point) return `https://${point.name}-${point.account}.s3-accesspoint.${point.region}.${suffix}${rest}`;
  const host = `s3.${region}.${suffix}`;
  return bucket.includes('.') ? `https://${host}/${bucket}${rest}` : `https://${bucket}.${host}${rest}`;
}

/** A folder has no ARN of its own: all that is below it, as policies write it. */
function arnOf({ bucket, partition }: CopyPlace, { kind, key }: CopyThing): string {
  const name = kind === 'folder' ? `${key}*` : key;
  return readAccessPoint(bucket) ? `${bucket}/object/${name}` : `arn:${partition}:s3:::${bucket}/${name}`;
}

function commandOf(place: CopyPlace, { kind, key, version }: CopyThing): string {
  const { bucket, region, endpoint, profile, pays } = place;
  const uri = shellWord(`s3://${bucket}/${key}`);
  const file = shellWord(`./${fileName(key) ?? 'object'}`);
  const folder = fileName(key) === null ? '.' : file;
  const common = [
    ...(profile === null ? [] : ['--profile', shellWord(profile)]),
    ...['--region', shellWord(region)],
    ...(pays ? ['--request-payer', 'requester'] : []),
    ...(endpoint === null ? [] : ['--endpoint-url', shellWord(endpoint)]),
  ];
  if (kind === 'folder') return ['aws s3 cp', uri, folder, '--recursive', ...common].join(' ');
  if (version === null) return ['aws s3 cp', uri, '.', ...common].join(' ');
  // Only `s3api` knows versions. With `=`, a key that begins with a hyphen is no option.
  const one = [`--bucket=${shellWord(bucket)}`, `--key=${shellWord(key)}`];
  return ['aws s3api get-object', ...one, `--version-id=${shellWord(version)}`, ...common, file].join(' ');
}

/** The last part of a key, as the name of something in this folder; null where it would lead elsewhere. */
function fileName(key: string): string | null {
  const name = key.replace(/\/$/, '').split('/').at(-1) ?? '';
  return ['', '.', '..'].includes(name) ? null : name;
}

/** As Signature Version 4 escapes; slashes between the parts stay. */
function escapedPath(key: string): string {
  return key.split('/').map(escaped).join('/');
}

function escaped(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
