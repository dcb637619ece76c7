/**
 * Asks a federation endpoint for the token that signs a browser in. One world: HTTP, over the organisation's transport.
 * SECURITY: neither what is sent nor what comes back is put into an error; a page in between may echo either.
 */
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { AppError } from '../lib/app-error.ts';
import type { HttpTransport } from '../network/transport.ts';
import { type SessionKeys, tokenForm } from './link.ts';

export interface TokenQuestion {
  endpoint: string;
  session: SessionKeys;
  /** Null: as long as AWS gives by itself. */
  durationSeconds: number | null;
}

/** AWS's answer is one to two thousand bytes. */
const LARGEST_ANSWER_BYTES = 65_536;
const Answer = z.object({ SigninToken: z.string().regex(/^[\x21-\x7e]{1,16384}$/) });

/** The token. Where a length is refused (AWS does, for some ways to a session), it is asked for once without one. */
export async function askForToken(transport: HttpTransport, question: TokenQuestion): Promise<string> {
  const { host } = new URL(question.endpoint);
  const first = await post(transport, question);
  const again = first.status === 400 && question.durationSeconds !== null;
  return tokenIn(again ? await post(transport, { ...question, durationSeconds: null }) : first, host);
}

interface WholeAnswer {
  status: number;
  type: string;
  /** Null when there is more of it than of any answer of AWS. */
  body: Buffer | null;
}

async function post(transport: HttpTransport, question: TokenQuestion): Promise<WholeAnswer> {
  const { origin, pathname, search, host } = new URL(question.endpoint);
  try {
    const { status, headers, body } = await transport.send({
      method: 'POST',
      origin,
      path: pathname + search,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: Buffer.from(tokenForm(question.session, question.durationSeconds)),
    });
    return { status, type: headers['content-type'] ?? 'no content type', body: await readWhole(body) };
  } catch (error) {
    if (error instanceof AppError) throw error;
    const raw = error instanceof Error ? error.message : String(error);
    throw new AppError('console-unreachable', { subject: host, raw, cause: error });
  }
}

function tokenIn({ status, type, body }: WholeAnswer, host: string): string {
  const details = { subject: host, raw: `HTTP ${status}, ${type}` };
  if (status === 429 || status >= 500) throw new AppError('console-unreachable', details);
  if (status >= 400) throw new AppError('console-refused', { ...details, retry: 'afterSignIn' });
  const token = status === 200 && body !== null ? readToken(body) : null;
  // A redirect as well: it leads to the page of a network that wants to be signed in to.
  if (token === null) throw new AppError('console-answer-garbled', details);
  return token;
}

function readToken(body: Buffer): string | null {
  try {
    return Answer.parse(JSON.parse(body.toString('utf8'))).SigninToken;
  } catch {
    return null;
  }
}

/** What is too long is not read to its end. */
async function readWhole(body: Readable): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let sizeBytes = 0;
  for await (const part of body as AsyncIterable<Buffer>) {
    sizeBytes += part.length;
    if (sizeBytes > LARGEST_ANSWER_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
