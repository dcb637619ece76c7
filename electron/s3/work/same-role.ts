/**
 * A task may outlast its session and goes on with the next one. SECURITY: only as the same role, and only while the
 * session may write; another one's clients are refused.
 */
import type { S3Client } from '@aws-sdk/client-s3';
import { AppError } from '../../lib/app-error.ts';
import type { FactsOf, SessionFacts } from '../session-clients.ts';
import type { Accept } from './bucket.ts';

export function sameRole(factsOf: FactsOf, pass: string, begun: SessionFacts): Accept {
  const accepted = new WeakSet<S3Client>();
  return async (client) => {
    // A client is of one session.
    if (accepted.has(client)) return;
    const { role, scope } = await factsOf(pass);
    if (role !== begun.role) throw new AppError('s3-other-role', { retry: 'now' });
    if (scope === 'read-only') throw new AppError('s3-read-only', { retry: 'never' });
    accepted.add(client);
  };
}
