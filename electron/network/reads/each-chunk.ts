/** All bytes of an answer's body, in order. */
import type { Readable } from 'node:stream';
import { LentBody } from './lent-body.ts';

/** `use` is done with the bytes when it returns null, or when what it returns resolves. Rejects with what the body or `use` did. */
export async function eachChunk(
  body: Readable,
  use: (chunk: Buffer) => Promise<unknown> | null,
): Promise<void> {
  if (body instanceof LentBody) return body.lend(use);
  for await (const chunk of body as AsyncIterable<Buffer>) {
    const done = use(chunk);
    if (done) await done;
  }
}
