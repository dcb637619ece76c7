/** Who waits for the session that a pass has next. Pure. */
import type { S3Session } from './messages.ts';

/** Resolves once the pass has a session with another access key than `after`. */
export type NextSessionOf = (pass: string, after: string) => Promise<S3Session>;

export interface NextSessions {
  of: NextSessionOf;
  /** Sessions may have changed. */
  look(): void;
}

export function createNextSessions(sessionOf: (pass: string) => S3Session | null): NextSessions {
  const waiting = new Set<() => void>();
  return {
    of: (pass, after) =>
      new Promise((resolve, reject) => {
        const look = () => {
          try {
            const session = sessionOf(pass);
            if (session === null || session.accessKeyId === after) return;
            resolve(session);
          } catch (error) {
            reject(error);
          }
          waiting.delete(look);
        };
        waiting.add(look);
        look();
      }),
    look() {
      for (const look of [...waiting]) look();
    },
  };
}
