// Reads a posted form of bounded size.

import type { IncomingMessage } from 'node:http';

/** 100,000 characters of assertion, each of which may be escaped to three, and room for the rest. */
export const FORM_LIMIT_BYTES = 400_000;

/** The whole body, or undefined when it is longer than `limitBytes` (the rest is read and dropped). */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let sizeBytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    sizeBytes += part.length;
    if (sizeBytes <= limitBytes) parts.push(part);
  }
  return sizeBytes <= limitBytes ? Buffer.concat(parts) : undefined;
}

/** Fields of an `application/x-www-form-urlencoded` body; undefined for other types. */
export function readForm(request: IncomingMessage, body: Buffer): URLSearchParams | undefined {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  return type === 'application/x-www-form-urlencoded'
    ? new URLSearchParams(body.toString('utf8'))
    : undefined;
}
