/** One S3 client a session: the SDK's signing and connections, nothing from this machine's own AWS set-up. */
import { S3Client } from '@aws-sdk/client-s3';
import { sdkHandler } from '../network/sdk-handler.ts';
import type { HttpTransport } from '../network/transport.ts';
import type { S3Session } from './messages.ts';
import { type Pays, payAsAgreed } from './pay.ts';
import { signReadsOnly } from './read-only.ts';
import { leaveBodiesUnhashed } from './unhashed-body.ts';

/** What is the session's own; its network is in the transport already. */
export type ClientSession = Omit<S3Session, 'organisation' | 'role' | 'companyPem'>;

interface Manners {
  /** Whether the person agreed to pay for requests to a bucket. */
  pays?: Pays;
  /** The first one included. */
  triesOfEach?: number;
}

export function createS3Client(
  session: ClientSession,
  transport: HttpTransport,
  { pays = () => false, triesOfEach = 3 }: Manners = {},
): S3Client {
  const { accessKeyId, secretAccessKey, sessionToken, region, endpoint, forcePathStyle, clockOffsetMs } =
    session;
  const client = new S3Client({
    region,
    ...(endpoint === null ? {} : { endpoint }),
    forcePathStyle,
    credentials: { accessKeyId, secretAccessKey, sessionToken },
    systemClockOffset: clockOffsetMs,
    // Ours is `inBucketRegion`: the SDK's changes the client under requests that run beside it.
    followRegionRedirects: false,
    // An endpoint that is named is that endpoint.
    useFipsEndpoint: session.useFips && endpoint === null,
    useDualstackEndpoint: false,
    useAccelerateEndpoint: false,
    // An access point named by its ARN is asked where it is.
    useArnRegion: true,
    disableS3ExpressSessionAuth: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    retryMode: 'standard',
    maxAttempts: triesOfEach,
    // Its time limits are the transport's own.
    requestHandler: sdkHandler(transport),
  });
  payAsAgreed(client, pays);
  leaveBodiesUnhashed(client);
  if (session.scope === 'read-only') signReadsOnly(client);
  return client;
}
