/**
 * One session of a pass after the other, for what goes on longer than one. SECURITY: only of the same role; what
 * one role began, another doesn't go on with.
 */
import { AppError } from '../lib/app-error.ts';
import type { S3Session } from './messages.ts';

/** For one piece of work that begins now: each call waits for the session after the one before. */
export type SuccessionOf = (pass: string) => (stop: AbortSignal) => Promise<void>;

type Asked = Pick<S3Session, 'accessKeyId' | 'role'>;

/** `nextOf`: resolves once the pass has a session with another access key; asked once for all who wait. */
export function createSuccessions(
  sessionOf: (pass: string) => Promise<Asked | null>,
  nextOf: (pass: string, after: string) => Promise<Asked | null>,
): SuccessionOf {
  const waiting = new Map<string, Promise<Asked | null>>();
  const shared = (pass: string, after: string) => {
    const name = `${pass} ${after}`;
    const known = waiting.get(name);
    if (known) return known;
    const asked = nextOf(pass, after).finally(() => waiting.delete(name));
    waiting.set(name, asked);
    return asked;
  };
  return (pass) => {
    let present = sessionOf(pass);
    // Said where it is waited for.
    present.catch(() => undefined);
    return async (stop) => {
      const before = await present;
      if (!before) throw new AppError('no-session', { retry: 'afterSignIn' });
      const next = await unlessStopped(shared(pass, before.accessKeyId), stop);
      if (!next) throw new AppError('no-session', { retry: 'afterSignIn' });
      if (next.role !== before.role) throw new AppError('s3-other-role', { retry: 'now' });
      present = Promise.resolve(next);
    };
  };
}

function unlessStopped<T>(wanted: Promise<T>, stop: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stopped = () => reject(stop.reason);
    if (stop.aborted) return stopped();
    stop.addEventListener('abort', stopped, { once: true });
    wanted.then(resolve, reject).finally(() => stop.removeEventListener('abort', stopped));
  });
}
