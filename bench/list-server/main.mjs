// @ts-check
// A server of pages for the figures of listing: a bucket of flat names, each page made when it is asked for, after
// the wished delay. Checks no signature. Run as a process of its own: `main.mjs SHAPE DELAY_MS`.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';

const MOST = 1_000_000;
const FEW = 100_000;
const PAGE = 1000;
const FOLDERS = 24;
const [shape = 'dates', delay = '80'] = process.argv.slice(2);
const delayMs = Number(delay);
const startAt = Date.UTC(2023, 0, 1);
const hash = (/** @type {number} */ i) => createHash('md5').update(String(i)).digest('hex');
/** @type {Record<string, (i: number) => string>} */
const shapes = {
  // One every 90 seconds or so, as logs are named.
  dates: (i) =>
    `${new Date(startAt + i * 90_000).toISOString().slice(0, 19).replaceAll(':', '-')}-${hash(i).slice(0, 12)}.json`,
  numbers: (i) => String(i).padStart(10, '0'),
  hashes: hash,
};
const keyOf = shapes[shape];
if (!keyOf) throw new Error(`no shape ${shape}`);
const all = Array.from({ length: MOST }, (_, i) => keyOf(i)).sort();
let calls = 0;

/** @param {string} after @param {number} count */
function firstAfter(after, count) {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (/** @type {string} */ (all[middle]) <= after) low = middle + 1;
    else high = middle;
  }
  return low;
}

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const buckets = ['few', 'folders', 'million'].map(
  (name) => `<Bucket><Name>${name}</Name><CreationDate>2026-01-01T00:00:00.000Z</CreationDate></Bucket>`,
);
const ofBuckets = `${head}<ListAllMyBucketsResult><Owner><ID>o</ID></Owner><Buckets>${buckets.join('')}</Buckets></ListAllMyBucketsResult>`;
const folders = Array.from({ length: FOLDERS }, (_, i) => `f${String(i).padStart(2, '0')}/`);
const ofFolders = `${head}<ListBucketResult><EncodingType>url</EncodingType><IsTruncated>false</IsTruncated>${folders.map((name) => `<CommonPrefixes><Prefix>${name}</Prefix></CommonPrefixes>`).join('')}</ListBucketResult>`;

/** @param {URLSearchParams} ask @param {string} bucket */
function page(ask, bucket) {
  const prefix = ask.get('prefix') ?? '';
  if (bucket === 'folders' && prefix === '') return ofFolders;
  const count = bucket === 'million' ? MOST : bucket === 'few' ? FEW : PAGE;
  const token = ask.get('continuation-token');
  const from =
    token === null ? firstAfter((ask.get('start-after') ?? '').slice(prefix.length), count) : Number(token);
  const to = Math.min(count, from + Math.min(PAGE, Number(ask.get('max-keys') ?? PAGE)));
  let body = `${head}<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>${bucket}</Name><Prefix></Prefix><KeyCount>${to - from}</KeyCount><MaxKeys>1000</MaxKeys>${ask.get('encoding-type') === 'url' ? '<EncodingType>url</EncodingType>' : ''}<IsTruncated>${to < count}</IsTruncated>`;
  if (to < count) body += `<NextContinuationToken>${to}</NextContinuationToken>`;
  for (let i = from; i < to; i++)
    body += `<Contents><Key>${prefix}${all[i]}</Key><LastModified>2026-06-30T10:00:00.000Z</LastModified><ETag>&quot;d41d8cd98f00b204e9800998ecf8427e&quot;</ETag><Size>${i % 1_000_003}</Size><StorageClass>STANDARD</StorageClass></Contents>`;
  return `${body}</ListBucketResult>`;
}

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '', 'http://127.0.0.1');
  const bucket = url.pathname.split('/')[1] ?? '';
  calls++;
  setTimeout(() => {
    response.setHeader('x-amz-bucket-region', 'eu-west-1');
    response.setHeader('Content-Type', 'application/xml');
    if (bucket === '') return response.end(ofBuckets);
    if (request.method === 'HEAD' || !url.searchParams.has('list-type')) return response.end();
    response.end(page(url.searchParams, bucket));
  }, delayMs);
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' && address ? address.port : 0 });
});
process.on('message', () => {
  process.send?.({ calls });
  calls = 0;
});
process.on('disconnect', () => process.exit(0));
