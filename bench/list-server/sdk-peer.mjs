// @ts-check
// The peer of the figures of listing: AWS's own paginator, keeping what it read as it comes. A plain Node process:
// `node --expose-gc sdk-peer.mjs ENDPOINT BUCKET`. Says what it took in one line of JSON.
import { readFileSync } from 'node:fs';
import { paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';

const [endpoint = '', bucket = ''] = process.argv.slice(2);
const credentials = { accessKeyId: 'a', secretAccessKey: 'b', sessionToken: 'c' };
const client = new S3Client({ endpoint, region: 'eu-west-1', forcePathStyle: true, credentials });
const pssBytes = () => {
  globalThis.gc?.();
  return Number(/^Pss:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/smaps_rollup', 'utf8'))?.[1]) * 1024;
};

// One page before the count begins: connection and code are warm.
const ask = { Bucket: bucket, Prefix: '', Delimiter: '/' };
for await (const _page of paginateListObjectsV2({ client }, ask)) break;
const before = pssBytes();
const startedAt = performance.now();
const cpuBefore = process.cpuUsage();
const kept = [];
let pages = 0;
for await (const page of paginateListObjectsV2({ client }, ask)) {
  kept.push(...(page.Contents ?? []));
  pages++;
}
const { user, system } = process.cpuUsage(cpuBefore);
const ms = performance.now() - startedAt;
const bytes = pssBytes() - before;
process.stdout.write(
  `${JSON.stringify({ names: kept.length, pages, ms, cpuMs: (user + system) / 1000, bytes })}\n`,
);
process.exit(0);
