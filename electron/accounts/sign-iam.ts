/** Signs one reading request to IAM, by the signer of the SDK we have. One world: the SDK. */
import { STSClient } from '@aws-sdk/client-sts';
import type { Credentials } from '../session/credentials.ts';
import type { IamPlace } from './iam.ts';

/** The headers to send with `GET https://HOST/?QUERY`. */
export async function signIamGet(
  { host, region }: IamPlace,
  query: Readonly<Record<string, string>>,
  { accessKeyId, secretAccessKey, sessionToken }: Credentials,
  at: number,
): Promise<Record<string, string>> {
  const client = new STSClient({ region, credentials: { accessKeyId, secretAccessKey, sessionToken } });
  try {
    const scheme = { name: 'sigv4', signingName: 'iam', signingRegion: region, properties: {} };
    const signer = await client.config.signer(scheme);
    const signed = await signer.sign(
      {
        method: 'GET',
        protocol: 'https:',
        hostname: host,
        path: '/',
        query: { ...query },
        headers: { host },
      },
      { signingDate: new Date(at) },
    );
    const { host: _sentByTheStack, ...headers } = signed.headers;
    return headers;
  } finally {
    client.destroy();
  }
}
