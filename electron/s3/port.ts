/** What a window asks over its port: buckets, and listings page by page. A closed list of operations. */
import type { MessagePortMain } from 'electron';
import { type S3Answer, S3Request } from '../contract/s3-port.ts';
import { s3Failure } from './errors.ts';
import { listBuckets, listPrefix } from './listing.ts';
import type { ClientOf } from './session-clients.ts';

interface Listing {
  subject: string;
  pages: Promise<ReturnType<typeof listPrefix>>;
  stop: AbortController;
  busy: boolean;
}

const MOST_LISTINGS = 16;

export function servePort(port: MessagePortMain, clientOf: ClientOf): void {
  const listings = new Map<number, Listing>();
  const answer = (message: S3Answer) => port.postMessage(message);

  const nextPage = async (id: number, listing: Listing) => {
    if (listing.busy) return;
    listing.busy = true;
    try {
      const page = await (await listing.pages).next(listing.stop.signal);
      if (listings.get(id) !== listing) return;
      if (page.complete) listings.delete(id);
      answer({ id, kind: 'page', ...page });
    } catch (error) {
      if (listings.get(id) !== listing) return;
      listings.delete(id);
      answer({ id, kind: 'failed', failure: s3Failure(error, listing.subject) });
    } finally {
      listing.busy = false;
    }
  };
  const open = (request: Extract<S3Request, { op: 'list' }>) => {
    const { id, pass, bucket, prefix } = request;
    const [oldest] = listings.keys();
    if (listings.size >= MOST_LISTINGS && oldest !== undefined) stop(oldest);
    const pages = clientOf(pass).then((client) => listPrefix(client, bucket, prefix));
    const listing = { subject: `${bucket}/${prefix}`, pages, stop: new AbortController(), busy: false };
    listings.set(id, listing);
    void nextPage(id, listing);
  };
  const stop = (id: number) => {
    listings.get(id)?.stop.abort();
    listings.delete(id);
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
    const listing = listings.get(request.id);
    switch (request.op) {
      case 'buckets':
        return void buckets(request);
      case 'list':
        return open(request);
      case 'more':
        return listing && void nextPage(request.id, listing);
      case 'stop':
        return stop(request.id);
    }
  });
  port.on('close', () => {
    for (const id of [...listings.keys()]) stop(id);
  });
}
