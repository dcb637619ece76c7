// A body in the `aws-chunked` coding, taken apart: chunks with or without signatures, then trailing headers
// (Amazon S3 API reference, "Signature calculations: transferring payload in multiple chunks"). Pure.

export interface Chunk {
  data: Buffer;
  /** 64 hex digits; undefined where chunks are not signed. */
  signature: string | undefined;
}

export interface ChunkedBody {
  /** The last one is empty. */
  chunks: Chunk[];
  /** Names in lower case, in the order sent. */
  trailers: [name: string, value: string][];
}

const HEAD = /^([0-9a-fA-F]{1,8})(?:;chunk-signature=([0-9a-f]{64}))?$/;
const TRAILER = /^([!-9;-~]+):([\x20-\x7e]*)$/;
const LINE_END = '\r\n';

/** Undefined when it ends too early or is not of that form. */
export function readChunks(body: Buffer): ChunkedBody | undefined {
  const chunks: Chunk[] = [];
  let at = 0;
  for (;;) {
    const end = body.indexOf(LINE_END, at, 'latin1');
    const [, size, signature] = end === -1 ? [] : (HEAD.exec(body.toString('latin1', at, end)) ?? []);
    if (size === undefined) return undefined;
    const start = end + LINE_END.length;
    const sizeBytes = Number.parseInt(size, 16);
    chunks.push({ data: body.subarray(start, start + sizeBytes), signature });
    at = start + sizeBytes;
    if (at > body.length) return undefined;
    if (sizeBytes === 0) {
      const trailers = readTrailers(body.toString('latin1', at));
      return trailers && { chunks, trailers };
    }
    if (body.toString('latin1', at, at + LINE_END.length) !== LINE_END) return undefined;
    at += LINE_END.length;
  }
}

function readTrailers(text: string): ChunkedBody['trailers'] | undefined {
  const trailers: ChunkedBody['trailers'] = [];
  for (const line of text.split(/\r?\n/).filter((one) => one !== '')) {
    const [, name, value] = TRAILER.exec(line) ?? [];
    if (name === undefined || value === undefined) return undefined;
    trailers.push([name.toLowerCase(), value.trim()]);
  }
  return trailers;
}
