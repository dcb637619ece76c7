/** Takes the whole body of an answer into memory, up to a limit. */
import type { Readable } from 'node:stream';
import { garbled } from './garbled.ts';

export async function readBody(body: Readable, mostBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      length += chunk.length;
      if (length > mostBytes) throw garbled(`an answer of more than ${mostBytes} bytes`);
      chunks.push(chunk);
    }
  } finally {
    body.destroy();
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, length);
}
