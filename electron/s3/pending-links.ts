/** Main's side of links that the S3 process signs: each ask waits for its answer, or for the process to end. */
import type { LinkWish } from '../contract/link.ts';
import { AppError, fromFailure } from '../lib/app-error.ts';
import type { FromS3Process, ToS3Process } from './messages.ts';

/** SECURITY: `url` is a bearer and holds the session's token. */
export interface SignedLink {
  url: string;
  /** Epoch ms. */
  endsAt: number;
}

type Answer = Extract<FromS3Process, { kind: 'presigned' | 'notPresigned' }>;

export interface PendingLinks {
  ask(wish: LinkWish): Promise<SignedLink>;
  take(answer: Answer): void;
  /** The process ended: nothing more is answered. */
  died(): void;
}

export function createPendingLinks(tell: (message: ToS3Process) => void): PendingLinks {
  const waiting = new Map<number, { resolve: (link: SignedLink) => void; reject: (error: Error) => void }>();
  let last = 0;
  return {
    ask: (wish) =>
      new Promise((resolve, reject) => {
        const link = ++last;
        waiting.set(link, { resolve, reject });
        tell({ kind: 'presign', link, wish });
      }),
    take(answer) {
      const asked = waiting.get(answer.link);
      waiting.delete(answer.link);
      if (answer.kind === 'presigned') asked?.resolve({ url: answer.url, endsAt: answer.endsAt });
      else asked?.reject(fromFailure(answer.failure));
    },
    died() {
      const asked = [...waiting.values()];
      waiting.clear();
      for (const { reject } of asked) reject(new AppError('s3-process-died'));
    },
  };
}
