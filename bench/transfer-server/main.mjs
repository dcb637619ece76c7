// @ts-check
// An S3 for the figures of transfers: takes and gives bytes at so many a second and connection, answers after a while,
// checks no signature and keeps no byte. Run as a process of its own: `main.mjs DELAY_MS UP_BYTES_A_SECOND DOWN_BYTES_A_SECOND`.
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { crc32 } from 'node:zlib';

const MIB = 1_048_576;
const SMALL_BYTES = 16 * 1024;
const SMALL = 10_000;
const LARGE = 1024;
const SLICE_MS = 10;
const [delayMs = 20, upRate = 50e6, downRate = 25e6] = process.argv.slice(2).map(Number);
const block = randomBytes(MIB);
const crcText = (/** @type {number} */ crc) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc >>> 0);
  return bytes.toString('base64');
};
let largeCrc = 0;
for (let i = 0; i < LARGE; i++) largeCrc = crc32(block, largeCrc);
const generated = {
  gib: { size: LARGE * MIB, crc: crcText(largeCrc) },
  small: { size: SMALL_BYTES, crc: crcText(crc32(block.subarray(0, SMALL_BYTES))) },
};
const smallKey = (/** @type {number} */ i) =>
  `small/${String(Math.floor(i / 100)).padStart(3, '0')}/${String(i).padStart(5, '0')}.bin`;
const smallKeys = Array.from({ length: SMALL }, (_, i) => smallKey(i));
const modified = 'Thu, 01 Jan 2026 00:00:00 GMT';
const xml = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** @type {Map<string, number>} sizes of what was sent */
const kept = new Map();
/** @type {Map<string, Map<number, { bytes: number, etag: string }>>} unfinished uploads */
const uploads = new Map();
/** Bytes of bodies that came since it was last asked. */
let received = 0;
let requests = 0;
let created = 0;
/** @type {{ kind: string, afterBytes: number } | null} what goes wrong once so many bytes have come */
let trouble = null;
/** @type {string | null} a key whose sessions have ended */
let ended = null;

/** @param {import('node:http').IncomingMessage} request */
function keyIdOf(request) {
  return /Credential=([^/]+)/.exec(String(request.headers.authorization ?? ''))?.[1] ?? '';
}

/**
 * Reads a body at the connection's rate.
 * @param {import('node:http').IncomingMessage} request
 * @returns {Promise<{ bytes: number, stalled: boolean }>}
 */
function take(request) {
  return new Promise((resolve, reject) => {
    let bytes = 0;
    const startedAt = performance.now();
    request.on('data', (chunk) => {
      bytes += chunk.length;
      received += chunk.length;
      if (trouble?.kind === 'stall' && received >= trouble.afterBytes) {
        // Nothing is read any more, and nothing answered.
        trouble = null;
        request.pause();
        process.send?.({ troubled: 'stall' });
        return;
      }
      if (trouble && received >= trouble.afterBytes) {
        const { kind } = trouble;
        trouble = null;
        if (kind === 'end') ended = keyIdOf(request);
        process.send?.({ troubled: kind });
      }
      const ahead = (bytes / upRate) * 1000 - (performance.now() - startedAt);
      if (ahead < SLICE_MS) return;
      request.pause();
      setTimeout(() => request.resume(), ahead);
    });
    request.once('end', () => resolve({ bytes, stalled: false }));
    request.once('error', reject);
    request.once('close', () => reject(new Error('closed')));
  });
}

/**
 * Gives bytes of the endlessly repeated block at the connection's rate.
 * @param {import('node:http').ServerResponse} response
 * @param {number} from
 * @param {number} length
 */
function give(response, from, length) {
  const slice = Math.ceil((downRate * SLICE_MS) / 1000);
  const startedAt = performance.now();
  let sent = 0;
  const next = () => {
    if (response.destroyed) return;
    const due = Math.min(length, Math.max(slice, ((performance.now() - startedAt) * downRate) / 1000));
    while (sent < due) {
      const at = (from + sent) % MIB;
      const bytes = Math.min(MIB - at, Math.ceil(due - sent), length - sent);
      sent += bytes;
      const fits = response.write(block.subarray(at, at + bytes));
      if (!fits) return void response.once('drain', next);
    }
    if (sent >= length) return void response.end();
    setTimeout(next, SLICE_MS);
  };
  next();
}

/** @param {string} key */
function objectOf(key) {
  if (key === 'gib') return generated.gib;
  if (key.startsWith('small/')) return generated.small;
  const size = kept.get(key);
  return size === undefined ? null : { size, crc: null };
}

/** @param {URLSearchParams} ask */
function listing(ask) {
  const prefix = ask.get('prefix') ?? '';
  const from = Number(ask.get('continuation-token') ?? 0);
  const keys = smallKeys.filter((key) => key.startsWith(prefix));
  const page = keys.slice(from, from + 1000);
  const more = from + 1000 < keys.length;
  const rows = page.map(
    (key) =>
      `<Contents><Key>${key}</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified><ETag>&quot;s&quot;</ETag><Size>${SMALL_BYTES}</Size><StorageClass>STANDARD</StorageClass></Contents>`,
  );
  const token = more ? `<NextContinuationToken>${from + 1000}</NextContinuationToken>` : '';
  return `${xml}<ListBucketResult><Name>data</Name><Prefix>${prefix}</Prefix><KeyCount>${page.length}</KeyCount><MaxKeys>1000</MaxKeys>${ask.get('encoding-type') ? '<EncodingType>url</EncodingType>' : ''}<IsTruncated>${more}</IsTruncated>${token}${rows.join('')}</ListBucketResult>`;
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function serve(request, response) {
  requests++;
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const [, bucket = '', ...rest] = url.pathname.split('/');
  const key = decodeURIComponent(rest.join('/'));
  const ask = url.searchParams;
  response.setHeader('x-amz-bucket-region', 'eu-west-1');
  const later = (/** @type {number} */ status, /** @type {string} */ body = '') =>
    setTimeout(() => {
      if (body !== '') response.setHeader('Content-Type', 'application/xml');
      response.statusCode = status;
      response.end(body);
    }, delayMs);
  if (ended !== null && ended === keyIdOf(request)) {
    // What was sent in vain counts as well.
    request.on('data', (chunk) => {
      received += chunk.length;
    });
    return later(
      400,
      `${xml}<Error><Code>ExpiredToken</Code><Message>The provided token has expired.</Message></Error>`,
    );
  }
  if (request.method === 'PUT') {
    const { bytes } = await take(request);
    const etag = `"e${key.length}-${ask.get('partNumber') ?? 0}"`;
    const parts = uploads.get(ask.get('uploadId') ?? '');
    if (parts) parts.set(Number(ask.get('partNumber')), { bytes, etag });
    else kept.set(key, Number(request.headers['x-amz-decoded-content-length'] ?? bytes));
    response.setHeader('ETag', etag);
    return later(200);
  }
  if (request.method === 'POST') {
    request.resume();
    if (ask.has('uploads')) {
      const id = `upload${++created}`;
      uploads.set(id, new Map());
      return later(
        200,
        `${xml}<InitiateMultipartUploadResult><Bucket>${bucket}</Bucket><Key>${key}</Key><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
      );
    }
    const parts = uploads.get(ask.get('uploadId') ?? '');
    if (!parts) return later(404, `${xml}<Error><Code>NoSuchUpload</Code><Message>no</Message></Error>`);
    kept.set(
      key,
      [...parts.values()].reduce((sum, part) => sum + part.bytes, 0),
    );
    uploads.delete(ask.get('uploadId') ?? '');
    return later(
      200,
      `${xml}<CompleteMultipartUploadResult><Bucket>${bucket}</Bucket><Key>${key}</Key><ETag>"whole"</ETag></CompleteMultipartUploadResult>`,
    );
  }
  if (request.method === 'DELETE') {
    uploads.delete(ask.get('uploadId') ?? '');
    return later(204);
  }
  if (bucket === '')
    return later(
      200,
      `${xml}<ListAllMyBucketsResult><Owner><ID>o</ID></Owner><Buckets><Bucket><Name>million</Name><CreationDate>2026-01-01T00:00:00.000Z</CreationDate></Bucket></Buckets></ListAllMyBucketsResult>`,
    );
  if (ask.has('uploadId')) return later(200, partsListed(key, ask));
  if (key === '') return later(200, listing(ask));
  const object = objectOf(key);
  if (object === null)
    return later(404, request.method === 'HEAD' ? '' : `${xml}<Error><Code>NoSuchKey</Code></Error>`);
  response.setHeader('ETag', '"whole"');
  response.setHeader('Last-Modified', modified);
  response.setHeader('Accept-Ranges', 'bytes');
  if (object.crc !== null && request.headers['x-amz-checksum-mode'] && !request.headers.range) {
    response.setHeader('x-amz-checksum-crc32', object.crc);
    response.setHeader('x-amz-checksum-type', 'FULL_OBJECT');
  }
  if (request.method === 'HEAD') {
    response.setHeader('Content-Length', object.size);
    return later(200);
  }
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
  const from = Number(first ?? 0);
  const to = last ? Math.min(Number(last), object.size - 1) : object.size - 1;
  if (first !== undefined) {
    response.statusCode = 206;
    response.setHeader('Content-Range', `bytes ${from}-${to}/${object.size}`);
  }
  response.setHeader('Content-Length', to - from + 1);
  setTimeout(() => give(response, from, to - from + 1), delayMs);
}

/** @param {string} key @param {URLSearchParams} ask */
function partsListed(key, ask) {
  const parts = [...(uploads.get(ask.get('uploadId') ?? '') ?? [])].sort(([a], [b]) => a - b);
  const after = Number(ask.get('part-number-marker') ?? 0);
  const left = parts.filter(([number]) => number > after);
  const page = left.slice(0, 1000);
  const more = left.length > page.length;
  const rows = page.map(
    ([number, { bytes, etag }]) =>
      `<Part><PartNumber>${number}</PartNumber><ETag>${etag.replaceAll('"', '&quot;')}</ETag><Size>${bytes}</Size></Part>`,
  );
  const marker = more ? `<NextPartNumberMarker>${page.at(-1)?.[0]}</NextPartNumberMarker>` : '';
  return `${xml}<ListPartsResult><Key>${key}</Key><IsTruncated>${more}</IsTruncated>${marker}${rows.join('')}</ListPartsResult>`;
}

const server = createServer({ keepAliveTimeout: 60_000, highWaterMark: 256 * 1024 }, (request, response) => {
  // A client that goes away in the middle is none of our business.
  serve(request, response).catch(() => response.destroy());
});
server.requestTimeout = 0;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' && address ? address.port : 0 });
});
process.on('message', (/** @type {any} */ order) => {
  if (order === 'count') {
    process.send?.({ received, requests, sizes: Object.fromEntries([...kept].slice(-3)) });
    received = 0;
    requests = 0;
    kept.clear();
  } else {
    trouble = order;
    ended = null;
    process.send?.({ ready: true });
  }
});
process.on('disconnect', () => process.exit(0));
