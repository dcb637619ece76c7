/** Pass id → an S3 client with its live session; one a session and region, the last few kept for their connections. */
import type { S3Client } from '@aws-sdk/client-s3';
import { AppError } from '../lib/app-error.ts';
import type { TellServerTime } from '../lib/server-time.ts';
import { timedTransport } from '../network/timed-transport.ts';
import type { HttpTransport } from '../network/transport.ts';
import { refuseArnAt } from './arn-endpoints.ts';
import type { BucketRegions } from './bucket-regions.ts';
import { createS3Client } from './client.ts';
import type { S3Session } from './messages.ts';
import type { Payers } from './payers.ts';

/** For the region of the bucket as far as it is known, else the pass's. Throws `no-session` when there is none that lives. */
export type ClientOf = (pass: string, bucket?: string) => Promise<S3Client>;

/** Whose a session is, and what it may do as far as that is decided here and not by AWS. */
export type SessionFacts = Pick<S3Session, 'role' | 'scope' | 'guarded'>;
/** Throws `no-session` when there is none that lives. */
export type FactsOf = (pass: string) => Promise<SessionFacts>;

const MOST_CLIENTS = 20;

export function createSessionFacts(sessionOf: (pass: string) => Promise<S3Session | null>): FactsOf {
  return async (pass) => {
    const session = await sessionOf(pass);
    if (!session) throw new AppError('no-session', { retry: 'afterSignIn' });
    const { role, scope, guarded } = session;
    return { role, scope, guarded };
  };
}

export function createSessionClients(
  sessionOf: (pass: string) => Promise<S3Session | null>,
  transportFor: (session: S3Session) => HttpTransport,
  tellServerTime: TellServerTime,
  regions: BucketRegions,
  payers: Pick<Payers, 'agrees'>,
  triesOfEach: number,
): ClientOf {
  const clients = new Map<string, S3Client>();
  return async (pass, bucket) => {
    const session = await sessionOf(pass);
    if (!session) throw new AppError('no-session', { retry: 'afterSignIn' });
    const host = session.endpoint === null ? null : new URL(session.endpoint).hostname;
    refuseArnAt({ host, pathStyle: session.forcePathStyle }, bucket ?? '');
    const region = (bucket !== undefined && regions.regionOf(pass, bucket)) || session.region;
    const name = `${pass} ${session.accessKeyId} ${session.clockOffsetMs} ${region}`;
    const known = clients.get(name);
    if (known) return known;
    const transport = timedTransport(transportFor(session), tellServerTime);
    const client = createS3Client({ ...session, region }, transport, {
      pays: (named) => payers.agrees(pass, named),
      triesOfEach,
    });
    clients.set(name, client);
    const [oldest] = clients.keys();
    if (clients.size > MOST_CLIENTS && oldest !== undefined) {
      clients.get(oldest)?.destroy();
      clients.delete(oldest);
    }
    return client;
  };
}
