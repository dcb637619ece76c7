// The identity provider's memory of who signed in: one sealed cookie, no table.

import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { findUser, type User } from '../directory.ts';
import { readCookie } from '../http/cookie.ts';
import { createSeal } from '../seal.ts';

const NAME = 'larkfield';
const DAY_SECONDS = 8 * 3600;
const SEALED = z.strictObject({ user: z.string(), endsAt: z.number() });

// The cookie outlives the window, so that a renewal without one finds it, but not the browser: it has no end of
// its own, as those of most identity providers.
const ATTRIBUTES = 'Path=/idp/; HttpOnly; SameSite=Lax';

export interface SignInCookie {
  /** The `Set-Cookie` value that remembers the user for a working day. */
  remember(user: User): string;
  /** The `Set-Cookie` value that forgets. */
  forget(): string;
  read(request: IncomingMessage): User | undefined;
}

export function createSignInCookie(masterKey: Buffer, now: () => number): SignInCookie {
  const seal = createSeal(masterKey, 'sign-in cookie');
  return {
    remember(user) {
      const endsAt = now() + DAY_SECONDS * 1000;
      const value = encodeURIComponent(seal.close(JSON.stringify({ user: user.name, endsAt })));
      return `${NAME}=${value}; ${ATTRIBUTES}`;
    },
    forget: () => `${NAME}=; Max-Age=0; ${ATTRIBUTES}`,
    read(request) {
      const value = readCookie(request, NAME);
      const text = value === undefined ? undefined : seal.open(value);
      if (text === undefined) return undefined;
      const { user, endsAt } = SEALED.parse(JSON.parse(text));
      return now() < endsAt ? findUser(user) : undefined;
    },
  };
}
