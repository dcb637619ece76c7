/**
 * What the name of an AWS host says: S3's many ways to write a bucket's host, and the console's. Pure.
 * Sources: AWS General Reference, "Amazon S3 endpoints and quotas"; S3 User Guide, "Virtual hosting of general purpose
 * buckets", "Access points", "AWS PrivateLink for Amazon S3", "Website endpoints".
 */
import type { AddressTrouble } from './s3-address.ts';

export type HostFacts =
  | { kind: 's3'; bucket: string | null; partition: string; region: string | null }
  | { kind: 'accessPoint'; name: string; account: string; partition: string; region: string }
  | { kind: 'console'; partition: string; region: string | null; account: string | null }
  | { kind: 'refused'; why: AddressTrouble };

const REGION = '[a-z]{2,4}(?:-[a-z]+)+-\\d{1,2}';
const region = new RegExp(`^${REGION}$`);

const suffixes: readonly [suffix: string, partition: string][] = [
  ['.amazonaws.com.cn', 'aws-cn'],
  ['.amazonaws.eu', 'aws-eusc'],
  ['.amazonaws.com', 'aws'],
];
/** Of S3's hosts, without its first dot. */
export function s3Suffix(partition: string): string {
  return suffixes.find(([, of]) => of === partition)?.[0].slice(1) ?? 'amazonaws.com';
}
const isolated = /\.(c2s\.ic\.gov|sc2s\.sgov\.gov|csp\.hci\.ic\.gov|cloud\.adc-e\.uk)$/;

const consoles = new Map([
  ['console.aws.amazon.com', 'aws'],
  ['console.amazonaws-us-gov.com', 'aws-us-gov'],
  ['console.amazonaws.cn', 'aws-cn'],
  ['console.amazonaws-eusc.eu', 'aws-eusc'],
]);
/** In front of it: a person's several sessions, a region, or the old name of S3's own console. */
const consoleHost = new RegExp(
  `^(?:(\\d{12})-[a-z0-9]+\\.)?(?:(s3|${REGION})\\.)?(console\\.(?:aws\\.amazon\\.com|amazonaws-us-gov\\.com|amazonaws\\.cn|amazonaws-eusc\\.eu))$`,
);

const shapes = {
  vpce: new RegExp(`^(?:(.+)\\.)?(bucket|accesspoint)\\.vpce-[a-z0-9-]+\\.s3\\.(${REGION})\\.vpce$`),
  accelerate: /^(.+)\.s3-accelerate(?:\.dualstack)?$/,
  website: new RegExp(`^(.+)\\.s3-website[.-](${REGION})$`),
  accessPoint: new RegExp(`^(.+)\\.s3-accesspoint(?:-fips)?(?:\\.dualstack)?\\.(${REGION})$`),
  directory: new RegExp(`^(?:(.+)\\.)?s3express-[a-z0-9-]+(?:\\.dualstack)?\\.(${REGION})$`),
  /** The bucket may hold dots, and even `.s3.`: the last one counts. */
  plain: new RegExp(`^(?:(.+)\\.)?s3(?:-fips)?(?:\\.dualstack)?(?:[.-](${REGION}|external-1))?$`),
};
const others: readonly [RegExp, AddressTrouble][] = [
  [/\.accesspoint\.s3-global$/, 'multi-region'],
  [/\.s3-object-lambda(-fips)?\./, 'object-lambda'],
  [/\.s3-outposts(-fips)?\./, 'outposts'],
  [/(^|\.)s3tables(-fips)?\./, 'tables'],
];

/** Null: a host of somebody else. */
export function hostFacts(written: string): HostFacts | null {
  const host = written.toLowerCase().replace(/\.$/, '');
  if (host.length > 512) return null;
  const [, account = null, where, name] = consoleHost.exec(host) ?? [];
  const partition = consoles.get(name ?? '');
  if (partition)
    return { kind: 'console', partition, account, region: where === 's3' ? null : (where ?? null) };
  if (isolated.test(host)) return { kind: 'refused', why: 'isolated' };
  const known = suffixes.find(([suffix]) => host.endsWith(suffix));
  return known ? s3Facts(host.slice(0, -known[0].length), known[1]) : null;
}

function s3Facts(stem: string, ofSuffix: string): HostFacts {
  const other = others.find(([pattern]) => pattern.test(stem));
  if (other) return { kind: 'refused', why: other[1] };
  const at = (bucket: string | undefined, regionName: string | null): HostFacts => ({
    kind: 's3',
    bucket: bucket ?? null,
    partition: partitionAt(ofSuffix, regionName),
    region: regionName,
  });
  const [vpce, vpceName, vpceKind, vpceRegion = ''] = shapes.vpce.exec(stem) ?? [];
  if (vpce !== undefined)
    return vpceKind === 'bucket'
      ? at(vpceName, vpceRegion)
      : accessPoint(vpceName ?? '', ofSuffix, vpceRegion);
  const [point, pointName = '', pointRegion = ''] = shapes.accessPoint.exec(stem) ?? [];
  if (point !== undefined) return accessPoint(pointName, ofSuffix, pointRegion);
  const [accelerate, accelerated] = shapes.accelerate.exec(stem) ?? [];
  if (accelerate !== undefined) return at(accelerated, null);
  const [found, bucket, written] =
    shapes.website.exec(stem) ?? shapes.directory.exec(stem) ?? shapes.plain.exec(stem) ?? [];
  if (found === undefined) return { kind: 'refused', why: 'not-s3' };
  return at(bucket, written === 'external-1' ? 'us-east-1' : (written ?? null));
}

/** The host's first part is the access point's name and its account. */
function accessPoint(written: string, ofSuffix: string, where: string): HostFacts {
  const [, name, account] = /^([a-z0-9-]{3,50})-(\d{12})$/.exec(written) ?? [];
  if (name === undefined || account === undefined) return { kind: 'refused', why: 'bucket-name' };
  return { kind: 'accessPoint', name, account, region: where, partition: partitionAt(ofSuffix, where) };
}

function partitionAt(ofSuffix: string, where: string | null): string {
  return where?.startsWith('us-gov-') ? 'aws-us-gov' : ofSuffix;
}

export function isRegionName(text: string): boolean {
  return region.test(text);
}
