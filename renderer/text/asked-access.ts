/** What a person asked of S3, in the words of IAM: action and resource. From our own side, never from an answer. Pure. */

export type Asked =
  | { kind: 'buckets' }
  | { kind: 'list'; bucket: string; prefix: string }
  | { kind: 'read'; bucket: string; key: string }
  | { kind: 'write'; bucket: string; key: string }
  | { kind: 'readVersion'; bucket: string; key: string }
  | { kind: 'tags'; bucket: string; key: string; ofVersion: boolean }
  /** Of every key below the prefix. */
  | { kind: 'versions'; bucket: string; prefix: string }
  | { kind: 'uploads'; bucket: string; prefix: string };

/** The role whose policies count: of a pass with a second role, that one. */
interface Roles {
  roleArn: string;
  chained: { roleArn: string } | null;
}

export function roleAsking({ roleArn, chained }: Roles): string {
  return chained?.roleArn ?? roleArn;
}

export function askedAction(asked: Asked): string {
  switch (asked.kind) {
    case 'buckets':
      return 's3:ListAllMyBuckets';
    case 'list':
      return 's3:ListBucket';
    case 'versions':
      return 's3:ListBucketVersions';
    case 'uploads':
      return 's3:ListBucketMultipartUploads';
    case 'read':
      return 's3:GetObject';
    case 'write':
      return 's3:PutObject';
    case 'readVersion':
      return 's3:GetObjectVersion';
    case 'tags':
      return asked.ofVersion ? 's3:GetObjectVersionTagging' : 's3:GetObjectTagging';
  }
}

/** The prefix that was listed; empty where none was. */
export function askedPrefix(asked: Asked): string {
  return 'prefix' in asked ? asked.prefix : '';
}

/** The bucket's partition is the role's (AWS, "ARN format"). */
export function askedResource(asked: Asked, roleArn: string): string {
  if (asked.kind === 'buckets') return '*';
  const bucket = `arn:${roleArn.split(':')[1] ?? 'aws'}:s3:::${asked.bucket}`;
  return 'key' in asked ? `${bucket}/${asked.key}` : bucket;
}
