// Trades a session for a sign-in token, as AWS's federation endpoint does (IAM user guide, "Enable custom identity
// broker access to the AWS console"). A token carries all that the login page needs to know, sealed.

import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { findRole } from '../directory.ts';
import { createSeal } from '../seal.ts';
import type { SessionTokens } from '../session-token.ts';

const TOKEN_LIFE_MS = 15 * 60_000;
const SHORTEST_SECONDS = 900;
const LONGEST_SECONDS = 43_200;

const SESSION = z.strictObject({ sessionId: z.string(), sessionKey: z.string(), sessionToken: z.string() });

/** Who is in the console, and until when (epoch ms). */
export const CONSOLE_SESSION = z.strictObject({
  roleArn: z.string(),
  sessionName: z.string(),
  endsAt: z.number(),
});
export type ConsoleSession = z.infer<typeof CONSOLE_SESSION>;

const TOKEN = CONSOLE_SESSION.extend({ goodUntil: z.number() });

export interface SignInTokens {
  /** Undefined: refused, for whatever reason; AWS says no more than 400 either. */
  issue(form: URLSearchParams): string | undefined;
  /** Undefined: not ours, or too old. */
  open(token: string): ConsoleSession | undefined;
}

export function createSignInTokens(options: {
  now: () => number;
  tokens: SessionTokens;
  masterKey: Buffer;
}): SignInTokens {
  const { now, tokens } = options;
  const seal = createSeal(options.masterKey, 'console sign-in tokens');

  return {
    issue(form) {
      const given = readSession(form.get('Session') ?? '');
      const session = given && tokens.open(given.sessionToken);
      if (!session || session.accessKeyId !== given.sessionId) return undefined;
      if (!sameText(session.secretAccessKey, given.sessionKey) || now() >= session.expiresAt)
        return undefined;
      const { roleArn, sessionName } = session;
      const duration = form.get('SessionDuration');
      if (duration !== null && !mayLast(duration, session.chained ?? false, roleArn)) return undefined;
      const endsAt = duration === null ? session.expiresAt : now() + Number(duration) * 1000;
      return seal.close(JSON.stringify({ roleArn, sessionName, endsAt, goodUntil: now() + TOKEN_LIFE_MS }));
    },
    open(token) {
      const text = seal.open(token);
      if (text === undefined) return undefined;
      const { goodUntil, ...session } = TOKEN.parse(JSON.parse(text));
      return now() < Math.min(goodUntil, session.endsAt) ? session : undefined;
    },
  };
}

/** No length at all with a chained role; else within AWS's limits and the role's own. */
function mayLast(text: string, chained: boolean, roleArn: string): boolean {
  if (chained || !/^\d{1,6}$/.test(text)) return false;
  const seconds = Number(text);
  const longest = Math.min(LONGEST_SECONDS, findRole(roleArn)?.maxSessionSeconds ?? LONGEST_SECONDS);
  return seconds >= SHORTEST_SECONDS && seconds <= longest;
}

function readSession(text: string): z.infer<typeof SESSION> | undefined {
  try {
    return SESSION.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function sameText(a: string, b: string): boolean {
  const [first, second] = [Buffer.from(a), Buffer.from(b)];
  return first.length === second.length && timingSafeEqual(first, second);
}
