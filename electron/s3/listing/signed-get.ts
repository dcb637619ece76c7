/**
 * Signs one GET of a bucket by the SDK's own endpoint rules and signer, for the region that is said. One world: the SDK.
 */
import type { S3Client } from '@aws-sdk/client-s3';
import { AppError } from '../../lib/app-error.ts';
import { machineNow } from '../../lib/clock.ts';
import { refuseArnAt } from '../arn-endpoints.ts';
import { payerHeader } from '../pay.ts';

type Config = S3Client['config'];
type EndpointParameters = Parameters<Config['endpointProvider']>[0];

/** Signs any number of GETs of the same bucket and region. */
export async function signerOf(client: S3Client, bucket: string, region: string) {
  const { config } = client;
  const { url, name, signingRegion } = await placeOf(config, bucket, region);
  const signer = await config.signer({ name: 'sigv4', signingName: name, signingRegion, properties: {} });
  const host = url.port === '' ? url.hostname : `${url.hostname}:${url.port}`;
  const where = {
    method: 'GET',
    protocol: url.protocol,
    hostname: url.hostname,
    ...(url.port === '' ? {} : { port: Number(url.port) }),
    path: url.pathname,
  };
  return (query: Record<string, string>) =>
    signer.sign(
      { ...where, query, headers: { host, ...payerHeader(client, bucket) } },
      {
        signingDate: new Date(machineNow() + config.systemClockOffset),
        // The signer itself keeps the first region that it was made for.
        signingRegion,
        signingService: name,
      },
    );
}

/** Where S3 is asked for a bucket, and for what a signature there is made. Throws `s3-bad-request`, `s3-no-arn-here`. */
export async function placeOf(config: Config, bucket: string, region: string) {
  const { useFipsEndpoint: fips } = config;
  const named = await config.endpoint?.();
  const port = named?.port === undefined ? '' : `:${named.port}`;
  const isArn = bucket.startsWith('arn:');
  refuseArnAt({ host: named?.hostname ?? null, pathStyle: config.forcePathStyle === true }, bucket);
  const parameters: EndpointParameters = {
    Bucket: bucket,
    Region: region,
    UseFIPS: (await fips()) === true,
    // A certificate's `*` stands for no dot.
    ForcePathStyle: (config.forcePathStyle === true || bucket.includes('.')) && !isArn,
    DisableS3ExpressSessionAuth: true,
    ...(named ? { Endpoint: `${named.protocol}//${named.hostname}${port}${named.path}` } : {}),
  };
  try {
    const { url, properties } = config.endpointProvider(parameters, { logger: config.logger });
    const [scheme] = (properties?.authSchemes ?? []) as { signingName?: string; signingRegion?: string }[];
    return { url, name: scheme?.signingName ?? 's3', signingRegion: scheme?.signingRegion ?? region };
  } catch (cause) {
    throw new AppError('s3-bad-request', { retry: 'never', raw: String(cause), cause });
  }
}
