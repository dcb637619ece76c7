/**
 * AWS's partitions in one table: regions, sign-in and console hosts, DNS suffix; and which of them an ARN, region
 * or URL belongs to. STS and S3 hosts come from the SDK's own rules. Pure. Sources: IAM User Guide, "Configure SAML
 * assertions" and "Enable custom identity broker access"; AWS General Reference, "AWS sign-in endpoints".
 */

export type PartitionName = 'aws' | 'aws-us-gov' | 'aws-cn' | 'aws-eusc';

interface Partition {
  name: PartitionName;
  /** Global sign-in host; regional ones are `REGION.HOST`. */
  signinHost: string;
  consoleHost: string;
  /** Of STS and S3 hosts; a test holds it against the SDK's own rules. */
  dnsSuffix: string;
  regionPattern: RegExp;
  defaultRegion: string;
}

const partitions: readonly Partition[] = [
  {
    name: 'aws',
    signinHost: 'signin.aws.amazon.com',
    consoleHost: 'console.aws.amazon.com',
    dnsSuffix: 'amazonaws.com',
    regionPattern: /^(?!us-gov-|cn-|(us|eu)-iso)[a-z]{2}(-[a-z]+)+-\d$/,
    defaultRegion: 'us-east-1',
  },
  {
    name: 'aws-us-gov',
    signinHost: 'signin.amazonaws-us-gov.com',
    consoleHost: 'console.amazonaws-us-gov.com',
    dnsSuffix: 'amazonaws.com',
    regionPattern: /^us-gov-[a-z]+-\d$/,
    defaultRegion: 'us-gov-west-1',
  },
  {
    name: 'aws-cn',
    signinHost: 'signin.amazonaws.cn',
    consoleHost: 'console.amazonaws.cn',
    dnsSuffix: 'amazonaws.com.cn',
    regionPattern: /^cn-[a-z]+-\d$/,
    defaultRegion: 'cn-north-1',
  },
  {
    name: 'aws-eusc',
    signinHost: 'signin.amazonaws-eusc.eu',
    consoleHost: 'console.amazonaws-eusc.eu',
    dnsSuffix: 'amazonaws.eu',
    regionPattern: /^eusc-[a-z]+-[a-z]+-\d$/,
    defaultRegion: 'eusc-de-east-1',
  },
];

const names = partitions.map(({ name }) => name).join('|');

export interface RoleName {
  partition: PartitionName;
  accountId: string;
  /** With both slashes; `/` when there is none. */
  path: string;
  name: string;
}

/** Shapes of role and provider ARNs: IAM API Reference, RoleName, Path and SAMLProvider name patterns. */
const roleArn = new RegExp(
  `^arn:(${names}):iam::(\\d{12}):role(/(?:[\\x21-\\x7e]{1,510}/)?)([\\w+=,.@-]{1,64})$`,
);
const providerArn = new RegExp(`^arn:(${names}):iam::(\\d{12}):saml-provider/[\\w.-]{1,128}$`);
/** AWS's closed networks: nothing of them can be reached or tried from outside. */
const isolated = /^arn:(aws-iso(?:-[a-z])?):iam::\d{12}:(role|saml-provider)\//;

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

/** The name of a partition that exists but is not served, such as `aws-iso`. */
export function unservedPartition(arn: string): string | null {
  return isolated.exec(arn)?.[1] ?? null;
}

export function partitionOfRegion(region: string): PartitionName | null {
  return partitions.find((partition) => partition.regionPattern.test(region))?.name ?? null;
}

/** The region to ask STS in: the organisation's when it lies in the role's partition, else that partition's own. */
export function regionFor(partition: PartitionName, wished: string): string {
  const { regionPattern, defaultRegion } = partitionNamed(partition);
  return regionPattern.test(wished) ? wished : defaultRegion;
}

/** Where a session is turned into a sign-in to the console; regional, like the session. */
export function federationEndpoint(partition: PartitionName, region: string): string {
  const { signinHost, regionPattern } = partitionNamed(partition);
  return `https://${regionPattern.test(region) ? `${region}.` : ''}${signinHost}/federation`;
}

export function consoleHost(partition: PartitionName): string {
  return partitionNamed(partition).consoleHost;
}

export function dnsSuffix(partition: PartitionName): string {
  return partitionNamed(partition).dnsSuffix;
}

function partitionNamed(name: PartitionName): Partition {
  const found = partitions.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no such partition: ${name}`);
  return found;
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

/** `of`: of that partition only. */
export function isSigninHost(host: string, of?: PartitionName): boolean {
  return partitions.some((partition) => {
    if (of !== undefined && partition.name !== of) return false;
    if (host === partition.signinHost) return true;
    const suffix = `.${partition.signinHost}`;
    return host.endsWith(suffix) && partition.regionPattern.test(host.slice(0, -suffix.length));
  });
}

/** Whether a host is one of AWS's own STS hosts (AWS General Reference, "AWS STS endpoints"). */
export function isAwsStsHost(host: string): boolean {
  return partitions.some(({ dnsSuffix: suffix, regionPattern }) => {
    if (!host.endsWith(`.${suffix}`)) return false;
    const [service = '', region, ...more] = host.slice(0, -suffix.length - 1).split('.');
    const known = region === undefined || regionPattern.test(region);
    return more.length === 0 && /^sts(-fips)?$/.test(service) && known;
  });
}

function parse(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}
