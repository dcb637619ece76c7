/** What a person asked of S3, in the words of IAM: action and resource. From our own side, never from an answer. Pure. */

export type Asked =
  | { kind: 'buckets' }
  | { kind: 'list'; bucket: string; prefix: string }
  | { kind: 'read'; bucket: string; key: string };

/** The role whose policies count: of a pass with a second role, that one. */
interface Roles {
  roleArn: string;
  chained: { roleArn: string } | null;
}

export function roleAsking({ roleArn, chained }: Roles): string {
  return chained?.roleArn ?? roleArn;
}

export function askedAction(asked: Asked): string {
  const actions = { buckets: 's3:ListAllMyBuckets', list: 's3:ListBucket', read: 's3:GetObject' } as const;
  return actions[asked.kind];
}

/** The bucket's partition is the role's (AWS, "ARN format"). */
export function askedResource(asked: Asked, roleArn: string): string {
  if (asked.kind === 'buckets') return '*';
  const bucket = `arn:${roleArn.split(':')[1] ?? 'aws'}:s3:::${asked.bucket}`;
  return asked.kind === 'list' ? bucket : `${bucket}/${asked.key}`;
}
