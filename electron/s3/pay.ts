/** Says in every request of a client that the requester pays, where that was agreed. One world: the SDK. */
import type { S3Client } from '@aws-sdk/client-s3';

export type Pays = (bucket: string) => boolean;

const agreements = new WeakMap<S3Client, Pays>();
const HEADER = { 'x-amz-request-payer': 'requester' };

export function payAsAgreed(client: S3Client, pays: Pays): void {
  agreements.set(client, pays);
  client.middlewareStack.add(
    (next) => async (args) => {
      const { input, request } = args as { input: Named; request: { headers?: Record<string, string> } };
      if (request.headers && bucketsIn(input).some(pays)) Object.assign(request.headers, HEADER);
      return next(args);
    },
    { step: 'build', name: 'payAsAgreed' },
  );
}

/** For requests that the SDK does not make itself. */
export function payerHeader(client: S3Client, bucket: string): Record<string, string> {
  return agreements.get(client)?.(bucket) ? HEADER : {};
}

interface Named {
  Bucket?: unknown;
  /** `bucket/key`, escaped; an access point's ARN ends with `/object`. */
  CopySource?: unknown;
}

/** A copy is paid for where it is read as well. */
function bucketsIn({ Bucket, CopySource }: Named): string[] {
  const names = typeof Bucket === 'string' ? [Bucket] : [];
  if (typeof CopySource !== 'string') return names;
  const source = CopySource.replace(/^\//, '');
  const [arn] = /^arn:[^/]*\/[^/]*/.exec(source) ?? [];
  return [...names, arn ?? source.split('/', 1)[0] ?? ''];
}
