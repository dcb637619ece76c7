/** One S3 client a session: the SDK's signing and connections, nothing from this machine's own AWS set-up. */
import { S3Client } from '@aws-sdk/client-s3';
import type { S3Session } from './messages.ts';

export function createS3Client(session: S3Session): S3Client {
  const { accessKeyId, secretAccessKey, sessionToken, region, endpoint, forcePathStyle, clockOffsetMs } =
    session;
  return new S3Client({
    region,
    ...(endpoint === null ? {} : { endpoint }),
    forcePathStyle,
    credentials: { accessKeyId, secretAccessKey, sessionToken },
    systemClockOffset: clockOffsetMs,
    // Buckets of other regions answer with their own; the client then asks there.
    followRegionRedirects: true,
    useFipsEndpoint: false,
    useDualstackEndpoint: false,
    useAccelerateEndpoint: false,
    useArnRegion: false,
    disableS3ExpressSessionAuth: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    retryMode: 'standard',
    maxAttempts: 3,
    // Without `throwOnRequestTimeout` the SDK warns and waits on. The socket's own ends a body that stalls.
    requestHandler: {
      connectionTimeout: 10_000,
      requestTimeout: 60_000,
      throwOnRequestTimeout: true,
      socketTimeout: 60_000,
    },
  });
}
