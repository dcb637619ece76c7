/** Signs links to one object of a bucket, by the SDK's own endpoint rules and signer. One world: the SDK. */
import type { S3Client } from '@aws-sdk/client-s3';
import type { Query } from '../network/query-string.ts';
import { placeOf } from './listing/signed-get.ts';
import { payerHeader } from './pay.ts';

interface Link {
  method: 'GET' | 'PUT';
  key: string;
  query: Record<string, string>;
  beginsAt: Date;
  /** Seconds. */
  expiresIn: number;
}

interface SignedLinkParts {
  protocol: string;
  host: string;
  path: string;
  query: Query;
}

/** What the SDK's signer can do beside signing for the wire. */
interface Presigner {
  presign(request: object, options: object): Promise<{ path: string; query: Query }>;
}

export async function signLink(
  client: S3Client,
  bucket: string,
  region: string,
  { method, key, query, beginsAt, expiresIn }: Link,
): Promise<SignedLinkParts> {
  const { config } = client;
  const { url, name, signingRegion } = await placeOf(config, bucket, region);
  const signer = await config.signer({ name: 'sigv4', signingName: name, signingRegion, properties: {} });
  const { protocol, host } = url;
  const request = {
    method,
    protocol,
    hostname: url.hostname,
    ...(url.port === '' ? {} : { port: Number(url.port) }),
    path: `${url.pathname.replace(/\/$/, '')}/${key.split('/').map(escaped).join('/')}`,
    query,
    // Who uses a link says nothing of the body beforehand; without this the signer takes an empty one's hash.
    headers: { host, 'X-Amz-Content-Sha256': 'UNSIGNED-PAYLOAD', ...payerHeader(client, bucket) },
  };
  const options = { signingDate: beginsAt, expiresIn, signingRegion, signingService: name };
  const signed = await (signer as unknown as Presigner).presign(request, options);
  return { protocol, host, path: signed.path, query: signed.query };
}

/** As the SDK escapes the parts of a key. */
function escaped(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
