// Issues and opens the demo's session credentials. A session token carries all that S3 and STS need to know,
// sealed; there is no session table, so a restart changes nothing.

import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { createSeal, secretFromSeed } from './seal.ts';
import { SESSION_POLICIES, type SessionPolicies } from './session-policy.ts';

const SEALED = z.strictObject({
  accessKeyId: z.string(),
  seed: z.string(),
  roleArn: z.string(),
  sessionName: z.string(),
  expiresAt: z.number(),
  policies: SESSION_POLICIES.optional(),
  chained: z.boolean().optional(),
});

export interface DemoSession {
  accessKeyId: string;
  secretAccessKey: string;
  roleArn: string;
  sessionName: string;
  /** Epoch ms. The token opens after it too: the caller says that it is over. */
  expiresAt: number;
  policies?: SessionPolicies | undefined;
  /** Taken with the session of another role. */
  chained?: boolean | undefined;
}

export interface SessionTokens {
  issue(facts: Omit<DemoSession, 'accessKeyId' | 'secretAccessKey'>): DemoSession & { token: string };
  open(token: string): DemoSession | undefined;
}

const KEY_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export function createSessionTokens(masterKey: Buffer): SessionTokens {
  const seal = createSeal(masterKey, 'session tokens');
  return {
    issue(facts) {
      const accessKeyId = newAccessKeyId();
      const seed = randomBytes(16).toString('base64url');
      const token = seal.close(JSON.stringify({ accessKeyId, seed, ...facts }));
      return { accessKeyId, secretAccessKey: secretFromSeed(masterKey, seed), ...facts, token };
    },
    open(token) {
      const text = seal.open(token);
      if (text === undefined) return undefined;
      const { seed, ...facts } = SEALED.parse(JSON.parse(text));
      return { ...facts, secretAccessKey: secretFromSeed(masterKey, seed) };
    },
  };
}

/** ASIA marks temporary credentials (IAM user guide, "unique identifiers"). */
function newAccessKeyId(): string {
  const letters = Array.from(randomBytes(16), (byte) => KEY_LETTERS[byte % KEY_LETTERS.length]);
  return `ASIA${letters.join('')}`;
}
