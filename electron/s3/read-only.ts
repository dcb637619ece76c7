/**
 * SECURITY: a client that signs reads only, whatever asks it. Refused in two places, either of which would do: ahead of
 * the SDK's own signing, where nothing was read or retried yet, and in the signer, which presigning and our own
 * requests use too. What reads by POST (S3 Select) is not told apart, because nothing here uses it.
 */
import type { S3Client } from '@aws-sdk/client-s3';
import { AppError } from '../lib/app-error.ts';

const reads = new Set(['GET', 'HEAD']);

/** Throws `s3-read-only`. Anything but a request, such as a form's policy, may write as well. */
export function assertReads(asked: unknown): void {
  const method = typeof asked === 'object' && asked !== null && 'method' in asked ? asked.method : undefined;
  if (typeof method !== 'string' || !reads.has(method))
    throw new AppError('s3-read-only', { retry: 'never' });
}

export function signReadsOnly(client: S3Client): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      assertReads(args.request);
      return next(args);
    },
    { step: 'build', name: 'signReadsOnly', priority: 'low' },
  );
  const { config } = client;
  const signerFor = config.signer;
  config.signer = async (scheme) => {
    const signer = await signerFor(scheme);
    return new Proxy(signer, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== 'function') return member;
        return async (...asked: unknown[]) => {
          assertReads(asked[0]);
          return Reflect.apply(member, target, asked);
        };
      },
    });
  };
}
