/** Sends the `Expires` header of an object as it was written: the SDK takes only what is a date. */
import type { HeadObjectCommandOutput } from '@aws-sdk/client-s3';

interface WithStack {
  middlewareStack: {
    add(
      middleware: (next: (args: never) => Promise<never>) => (args: never) => Promise<never>,
      options: { step: 'build'; name: string },
    ): void;
  };
}

export function withExpires<C extends object>(command: C, { ExpiresString }: HeadObjectCommandOutput): C {
  if (ExpiresString === undefined) return command;
  (command as unknown as WithStack).middlewareStack.add(
    (next) => (args) => {
      const { request } = args as { request: { headers: Record<string, string> } };
      request.headers.expires = ExpiresString;
      return next(args);
    },
    { step: 'build', name: 'expiresAsWritten' },
  );
  return command;
}
