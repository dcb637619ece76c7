/** What a window asks over its port: buckets, and what is below a prefix. A closed list of operations. */
import type { MessagePortMain } from 'electron';
import { type S3Answer, S3Request } from '../contract/s3-port.ts';
import { regionMemory } from './bucket-regions.ts';
import { s3Failure } from './errors.ts';
import { serveInspecting } from './inspect/serve.ts';
import { listBuckets } from './listing/buckets.ts';
import { type Listing, startListing } from './listing/listing.ts';
import { look } from './look.ts';
import { holdPayments, type Payers } from './payers.ts';
import type { SuccessionOf } from './succession.ts';
import { serveWork } from './work/serve.ts';
import type { WorkParts } from './work/start-work.ts';

const MOST_LISTINGS = 16;
/** One follows a person's hand; more than a few at once are no person's. */
const MOST_LOOKS = 8;

interface PortParts extends WorkParts {
  succession: SuccessionOf;
  payers: Payers;
}

export function servePort(port: MessagePortMain, parts: PortParts): void {
  const { clientOf, regions } = parts;
  const payments = holdPayments(parts.payers);
  const listings = new Map<number, Listing>();
  let looks = 0;
  const answer = (message: S3Answer) => port.postMessage(message);
  const inspecting = serveInspecting(parts, answer);
  const working = serveWork(parts, answer);

  const list = ({ id, pass, bucket, prefix }: Extract<S3Request, { op: 'list' }>) => {
    const [oldest] = listings.values();
    if (listings.size >= MOST_LISTINGS) oldest?.stop();
    listings.get(id)?.stop();
    const ended = () => listings.delete(id);
    const follow = parts.succession(pass);
    const nextClient = async (stop: AbortSignal) => {
      await follow(stop);
      return clientOf(pass);
    };
    const place = { id, bucket, prefix, region: regionMemory(regions, { pass, bucket }), nextClient };
    listings.set(id, startListing(place, clientOf(pass), answer, ended));
  };
  const pay = ({ id, pass, bucket }: Extract<S3Request, { op: 'payer' }>) => {
    payments.pay(id, pass, bucket);
    answer({ id, kind: 'noted' });
  };
  const seek = async (request: Extract<S3Request, { op: 'look' }>) => {
    if (looks >= MOST_LOOKS) return;
    looks++;
    const seen = await look(parts, request, request).finally(() => looks--);
    answer({ id: request.id, kind: 'looked', ...seen });
  };
  const buckets = async ({ id, pass }: Extract<S3Request, { op: 'buckets' }>) => {
    try {
      const found = await listBuckets(await clientOf(pass));
      for (const { name, region } of found) if (region !== null) regions.learnRegion(pass, name, region);
      answer({ id, kind: 'buckets', buckets: found });
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
      case 'look':
        return void seek(request);
      case 'facts':
      case 'tags':
      case 'versions':
      case 'deleted':
      case 'unfinished':
      case 'versioning':
      case 'bytes':
        return inspecting.take(request);
      case 'work':
      case 'measure':
      case 'names':
        return working.take(request);
      case 'payer':
        return pay(request);
      case 'more':
        return listings.get(request.id)?.acknowledge();
      case 'stop':
        listings.get(request.id)?.stop();
        inspecting.stop(request.id);
        working.stop(request.id);
        payments.stop(request.id);
    }
  });
  port.on('close', () => {
    for (const listing of [...listings.values()]) listing.stop();
    inspecting.close();
    working.close();
    payments.close();
  });
}
