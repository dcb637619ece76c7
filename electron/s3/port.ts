/** What a window asks over its port: buckets, and what is below a prefix. A closed list of operations. */
import type { MessagePortMain } from 'electron';
import { type S3Answer, S3Request } from '../contract/s3-port.ts';
import { s3Failure } from './errors.ts';
import { listBuckets } from './listing/buckets.ts';
import { type Listing, startListing } from './listing/listing.ts';
import type { ClientOf } from './session-clients.ts';

const MOST_LISTINGS = 16;

export function servePort(port: MessagePortMain, clientOf: ClientOf): void {
  const listings = new Map<number, Listing>();
  const answer = (message: S3Answer) => port.postMessage(message);

  const list = ({ id, pass, bucket, prefix }: Extract<S3Request, { op: 'list' }>) => {
    const [oldest] = listings.values();
    if (listings.size >= MOST_LISTINGS) oldest?.stop();
    listings.get(id)?.stop();
    const ended = () => listings.delete(id);
    listings.set(id, startListing({ id, bucket, prefix }, clientOf(pass), answer, ended));
  };
  const buckets = async ({ id, pass }: Extract<S3Request, { op: 'buckets' }>) => {
    try {
      answer({ id, kind: 'buckets', buckets: await listBuckets(await clientOf(pass)) });
    } catch (error) {
      answer({ id, kind: 'failed', failure: s3Failure(error, '') });
    }
  };

  port.on('message', ({ data }) => {
    const parsed = S3Request.safeParse(data);
    if (!parsed.success) return;
    const request = parsed.data;
    switch (request.op) {
      case 'buckets':
        return void buckets(request);
      case 'list':
        return list(request);
      case 'more':
        return listings.get(request.id)?.acknowledge();
      case 'stop':
        return listings.get(request.id)?.stop();
    }
  });
  port.on('close', () => {
    for (const listing of [...listings.values()]) listing.stop();
  });
}
