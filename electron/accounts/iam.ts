/**
 * IAM's Query API as far as it is asked here: where it is in each partition, and what it answers. Pure.
 * Sources: AWS General Reference, "IAM endpoints and quotas"; IAM API Reference, ListAccountAliases.
 */
import { everyElement, parseXml } from '../signin/xml-tree.ts';

export interface IamPlace {
  host: string;
  /** IAM is one a partition; requests are signed for this region. */
  region: string;
}

/** SECURITY: the only hosts that are ever asked. A partition that is not named here is not asked. */
const places: Readonly<Record<string, IamPlace>> = {
  aws: { host: 'iam.amazonaws.com', region: 'us-east-1' },
  'aws-us-gov': { host: 'iam.us-gov.amazonaws.com', region: 'us-gov-west-1' },
  'aws-cn': { host: 'iam.cn-north-1.amazonaws.com.cn', region: 'cn-north-1' },
};

export function iamPlace(partition: string): IamPlace | null {
  return Object.hasOwn(places, partition) ? (places[partition] ?? null) : null;
}

export const listAliasesQuery = { Action: 'ListAccountAliases', Version: '2010-05-08' } as const;

/** AccountAlias of the IAM API: 3 to 63 small letters, digits and single hyphens. */
const alias = /^[a-z0-9](?:[a-z0-9]|-(?!-)){1,61}[a-z0-9]$/;

/** The account's alias, or null when it has none or the answer is none. An account has one at most. */
export function readAlias(body: Uint8Array): string | null {
  const root = parseXml(Buffer.from(body));
  if (root.name !== 'ListAccountAliasesResponse') return null;
  const list = [...everyElement(root)].find(({ name }) => name === 'AccountAliases');
  const first = list?.children.find(({ name }) => name === 'member')?.text.trim() ?? '';
  return alias.test(first) ? first : null;
}
