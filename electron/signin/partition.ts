/**
 * ARN → partition; sign-in hosts and capture URLs of each partition. STS and S3 hosts come from the SDK's
 * own rules. Pure. Source: IAM User Guide, "Configure SAML assertions for the authentication response".
 */

export type PartitionName = 'aws' | 'aws-us-gov' | 'aws-cn';

interface Partition {
  name: PartitionName;
  /** Global sign-in host; regional ones are `REGION.HOST`. */
  signinHost: string;
  regionPattern: RegExp;
  defaultRegion: string;
}

const partitions: readonly Partition[] = [
  {
    name: 'aws',
    signinHost: 'signin.aws.amazon.com',
    regionPattern: /^(?!us-gov-|cn-)[a-z]{2}(-[a-z]+)+-\d$/,
    defaultRegion: 'us-east-1',
  },
  {
    name: 'aws-us-gov',
    signinHost: 'signin.amazonaws-us-gov.com',
    regionPattern: /^us-gov-[a-z]+-\d$/,
    defaultRegion: 'us-gov-west-1',
  },
  {
    name: 'aws-cn',
    signinHost: 'signin.amazonaws.cn',
    regionPattern: /^cn-[a-z]+-\d$/,
    defaultRegion: 'cn-north-1',
  },
];

export interface RoleName {
  partition: PartitionName;
  accountId: string;
  /** With both slashes; `/` when there is none. */
  path: string;
  name: string;
}

/** Shapes of role and provider ARNs: IAM API Reference, RoleName, Path and SAMLProvider name patterns. */
const roleArn =
  /^arn:(aws|aws-us-gov|aws-cn):iam::(\d{12}):role(\/(?:[\x21-\x7e]{1,510}\/)?)([\w+=,.@-]{1,64})$/;
const providerArn = /^arn:(aws|aws-us-gov|aws-cn):iam::(\d{12}):saml-provider\/[\w.-]{1,128}$/;

export function parseRoleArn(arn: string): RoleName | null {
  const match = roleArn.exec(arn);
  if (!match) return null;
  const [, partition, accountId, path, name] = match;
  if (partition === undefined || accountId === undefined || path === undefined || name === undefined)
    return null;
  return { partition: partition as PartitionName, accountId, path, name };
}

export function isProviderArn(arn: string): boolean {
  return providerArn.test(arn);
}

export function partitionOfRegion(region: string): PartitionName | null {
  return partitions.find((partition) => partition.regionPattern.test(region))?.name ?? null;
}

/** The region to ask STS in: the organisation's when it lies in the role's partition, else that partition's own. */
export function regionFor(partition: PartitionName, wished: string): string {
  const found = partitions.find((candidate) => candidate.name === partition);
  if (!found) throw new Error(`no such partition: ${partition}`);
  return found.regionPattern.test(wished) ? wished : found.defaultRegion;
}

/**
 * Whether a URL is one to which an identity provider posts its answer for AWS: https, no user info, default
 * port, a global or regional sign-in host, path `/saml` or `/saml/acs/ID`; or exactly one of `further`.
 */
export function isCaptureUrl(url: string, further: readonly string[] = []): boolean {
  const parsed = parse(url);
  if (!parsed) return false;
  if (further.some((exact) => parse(exact)?.href === parsed.href)) return true;
  if (parsed.protocol !== 'https:' || parsed.port !== '' || parsed.username !== '' || parsed.password !== '')
    return false;
  if (!/^\/saml(\/acs\/[\w-]{1,128})?$/.test(parsed.pathname)) return false;
  return isSigninHost(parsed.hostname);
}

/** Global sign-in hosts of all partitions. */
export function signinHosts(): string[] {
  return partitions.map(({ signinHost }) => signinHost);
}

export function isSigninHost(host: string): boolean {
  return partitions.some((partition) => {
    if (host === partition.signinHost) return true;
    const suffix = `.${partition.signinHost}`;
    return host.endsWith(suffix) && partition.regionPattern.test(host.slice(0, -suffix.length));
  });
}

/** Whether a host is one of AWS's own STS hosts (AWS General Reference, "AWS STS endpoints"). */
export function isAwsStsHost(host: string): boolean {
  return /^sts(-fips)?(\.[a-z0-9-]+)?\.amazonaws\.com(\.cn)?$/.test(host);
}

export function isLoopbackHost(host: string): boolean {
  return host === '127.0.0.1' || host === '[::1]';
}

function parse(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}
