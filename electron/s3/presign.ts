/**
 * A link that reads or replaces one object without any other key: signed by the SDK's own rules, at most until its
 * session ends. Source: S3 API Reference, "Authenticating Requests: Using Query Parameters".
 * SECURITY: the link is a bearer and holds the session's token. It goes to main alone.
 */
import { type LinkWish, LONGEST_LINK_SECONDS, SHORTEST_LINK_SECONDS } from '../contract/link.ts';
import { AppError } from '../lib/app-error.ts';
import { machineNow } from '../lib/clock.ts';
import { queryString } from '../network/query-string.ts';
import { attachmentNamed } from './content-disposition.ts';
import { findRegion, type RegionParts } from './in-bucket-region.ts';
import { signLink } from './link-signer.ts';
import type { S3Session } from './messages.ts';
import type { SignedLink } from './pending-links.ts';

interface PresignParts extends RegionParts {
  sessionOf: (pass: string) => Promise<S3Session | null>;
}

/** Throws `no-session`, `link-session-ending`, `s3-read-only`, `s3-guarded`. */
export async function presign(parts: PresignParts, wish: LinkWish): Promise<SignedLink> {
  const { pass, bucket, key, method, typed } = wish;
  await findRegion(parts, { pass, bucket });
  const client = await parts.clientOf(pass, bucket);
  const session = await parts.sessionOf(pass);
  if (!session) throw new AppError('no-session', { retry: 'afterSignIn' });
  if (method === 'PUT' && session.guarded && typed !== bucket)
    throw new AppError('s3-guarded', { retry: 'never', subject: bucket });
  // As AWS counts: the link begins at a whole second, and so does what is left of the session.
  const beginsAt = Math.floor((machineNow() + client.config.systemClockOffset) / 1000);
  const left = Math.floor(session.expiresAt / 1000) - beginsAt;
  if (left < SHORTEST_LINK_SECONDS) throw new AppError('link-session-ending', { retry: 'afterSignIn' });
  const expiresIn = Math.min(wish.seconds, left, LONGEST_LINK_SECONDS);
  const { protocol, host, path, query } = await signLink(client, bucket, await client.config.region(), {
    method,
    key,
    query: method === 'GET' ? queryOf(wish) : {},
    beginsAt: new Date(beginsAt * 1000),
    expiresIn,
  });
  return { url: `${protocol}//${host}${path}?${queryString(query)}`, endsAt: (beginsAt + expiresIn) * 1000 };
}

function queryOf({ version, fileName }: LinkWish): Record<string, string> {
  return {
    ...(version !== null && { versionId: version }),
    ...(fileName !== null && { 'response-content-disposition': attachmentNamed(fileName) }),
  };
}
