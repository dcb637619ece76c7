/**
 * What a pasted text means in S3: `s3://`, a link of S3, of the console or of an own endpoint, an ARN, a bucket's name.
 * Keys are taken as each form writes them and never folded; nothing secret of a signed link is kept. Pure.
 */
import { isArn, readArn } from './s3-address-arn.ts';
import { readConsoleLink } from './s3-address-console.ts';
import { type HostFacts, hostFacts } from './s3-address-host.ts';
import { accessPointArn, placeAt, refusal } from './s3-address-place.ts';
import {
  decodePercent,
  endpointWay,
  isSigned,
  type LinkParts,
  queryValue,
  signatureOf,
  splitLink,
} from './s3-address-text.ts';

/** Why nothing is opened; `renderer/text` has the words. */
export type AddressTrouble =
  | 'too-long'
  | 'scheme'
  | 'user-info'
  | 'foreign-host'
  | 'not-s3'
  | 'bad-escape'
  | 'bucket-missing'
  | 'bucket-short'
  | 'bucket-long'
  | 'bucket-name'
  | 'key-long'
  | 'wildcard'
  | 'console-page'
  | 'other-arn'
  | 'multi-region'
  | 'object-lambda'
  | 'outposts'
  | 'tables'
  | 'isolated';

export interface AddressedPlace {
  kind: 'place';
  /** Null: the list of buckets. An access point stands here by its ARN or alias, as S3 takes it in a bucket's place. */
  bucket: string | null;
  /** Exactly as S3 holds it; empty: the bucket itself. */
  key: string;
  /** Whether the address itself says what `key` is. */
  names: 'object' | 'prefix' | 'either';
  partition: string | null;
  region: string | null;
  account: string | null;
  /** The organisation's own endpoint that it belongs to, as it was given. */
  endpoint: string | null;
  versionId: string | null;
  /** A signed link's own end, epoch ms, when it can be read. Its signature is not here, and not used. */
  signed: { endsAt: number | null } | null;
}
export interface RefusedAddress {
  kind: 'multiRegion' | 'unsupported' | 'wrong';
  why: AddressTrouble;
}
export type S3Address = AddressedPlace | RefusedAddress;

/** A signed link with a session's token has about 3,000 characters. */
export const LONGEST_ADDRESS = 8192;

/** `endpoints`: S3 endpoints of the organisations that have their own. */
export function readS3Address(text: string, endpoints: readonly string[] = []): S3Address {
  if (text.length > LONGEST_ADDRESS) return refusal('too-long');
  const address = unwrapped(text);
  if (isArn(address)) return readArn(address, 'arn');
  const [, scheme = '', rest = ''] = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/(.*)$/s.exec(address) ?? [];
  if (/^s3[an]?$/i.test(scheme)) return isArn(rest) ? readArn(rest, 'uri') : readPath(rest);
  if (/^https?$/i.test(scheme)) return readLink(address, endpoints);
  if (scheme !== '' || /^(javascript|data|file|mailto|blob|about|https?|vbscript):/i.test(address))
    return refusal('scheme');
  const link = withoutScheme(address, endpoints);
  return link === null ? readPath(address) : readLink(link, endpoints);
}

/** Quotes and angle brackets around it are the mail's; a blank at the end may be the key's. */
function unwrapped(text: string): string {
  const plain = text.trimStart().replace(/[\r\n\t]+$/, '');
  const [, , quoted, angled] = /^(?:(["'`])(.*)\1|<(.*)>)\s*$/s.exec(plain) ?? [];
  return (quoted ?? angled)?.trimStart() ?? plain;
}

/** A host without `https://` before it, as address bars show it. */
function withoutScheme(address: string, endpoints: readonly string[]): string | null {
  const host = address.split(/[/?#]/, 1)[0] ?? '';
  if (hostFacts(host) !== null) return `https://${address}`;
  const own = endpoints.find((endpoint) => splitLink(endpoint)?.authority === host.toLowerCase());
  return own === undefined ? null : `${own.split('://', 1)[0]}://${address}`;
}

/** `bucket/key`, nothing of it escaped; consoles write a version behind it. */
function readPath(text: string): S3Address {
  const slash = text.indexOf('/');
  const bucket = (slash < 0 ? text : text.slice(0, slash)).trim();
  const rest = slash < 0 ? '' : text.slice(slash + 1);
  if (bucket === '' && rest === '') return placeAt(null, '', 'prefix');
  const [, key = rest, versionId = null] = /^(.+)\?versionId=(null|[\w.-]{16,1024})$/s.exec(rest) ?? [];
  return placeAt(bucket, key, versionId === null ? 'either' : 'object', { versionId });
}

function readLink(text: string, endpoints: readonly string[]): S3Address {
  const link = splitLink(text.trimEnd());
  if (!link) return refusal('foreign-host');
  if (link.userInfo) return refusal('user-info');
  for (const endpoint of endpoints) {
    const way = endpointWay(endpoint, link);
    if (way) return readS3Link(link, way.bucket, way.path, { endpoint }, false);
  }
  const facts = link.hasDefaultPort ? hostFacts(link.host) : null;
  if (!facts) return refusal('foreign-host');
  return readAwsLink(facts, link);
}

function readAwsLink(facts: HostFacts, link: LinkParts): S3Address {
  switch (facts.kind) {
    case 'console':
      return readConsoleLink(link, facts);
    case 'refused':
      return refusal(facts.why);
    case 'accessPoint': {
      const { partition, region, account, name } = facts;
      const arn = accessPointArn({ partition, region, account, name });
      return readS3Link(link, arn, link.path, { partition, region, account }, true);
    }
    case 's3': {
      const { partition, region } = facts;
      return readS3Link(link, facts.bucket, link.path, { partition, region }, true);
    }
  }
}

type Where = Partial<Pick<AddressedPlace, 'partition' | 'region' | 'account' | 'endpoint'>>;

/** `bucket` null: it is the path's first part. S3 itself takes `+` in a path for a blank; others need not. */
function readS3Link(
  link: LinkParts,
  bucket: string | null,
  path: string,
  where: Where,
  plusIsBlank: boolean,
): S3Address {
  const [, first = '', inBucket = ''] = /^\/?([^/]*)\/?(.*)$/s.exec(path) ?? [];
  const name = bucket ?? decodePercent(first, false);
  const pathKey = decodePercent(bucket === null ? inBucket : path.slice(1), plusIsBlank);
  const listed = queryValue(link.query, 'prefix');
  const versionId = queryValue(link.query, 'versionId');
  if (name === null || pathKey === null || listed === null || versionId === null)
    return refusal('bad-escape');
  if (name === '') return pathKey === '' ? placeAt(null, '', 'prefix', where) : refusal('bucket-missing');
  const signed = signatureOf(link.query);
  const key = pathKey === '' ? (listed ?? '') : pathKey;
  const object = pathKey !== '' && (isSigned(link.query) || versionId !== undefined);
  return placeAt(name, key, object ? 'object' : 'either', {
    ...where,
    region: where.region ?? signed?.region ?? null,
    versionId: versionId ?? null,
    signed: signed && { endsAt: signed.endsAt },
  });
}
