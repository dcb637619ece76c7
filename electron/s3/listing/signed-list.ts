/**
 * Asks for pages of one bucket: signed and sent as the SDK does, the answer read by our own reader. Follows a
 * bucket to its region and mends a clock that is off, once each. Tries nothing else twice.
 */
import type { S3Client } from '@aws-sdk/client-s3';
import { machineNow } from '../../lib/clock.ts';
import { readServerTime } from '../../lib/server-time.ts';
import type { RegionMemory } from '../bucket-regions.ts';
import { isNowhere, notEnabled } from '../region-errors.ts';
import { withBody } from './body.ts';
import type { ClassCodes } from './class-codes.ts';
import { garbled } from './garbled.ts';
import type { Depth } from './key-model.ts';
import { ErrorInstead, type ListedPage, readPage } from './page-reader.ts';
import { S3Refusal } from './refusal.ts';
import { signerOf } from './signed-get.ts';

/** The first page, the one a token leads to, or what comes after a key. */
export type PageFrom = { token: string } | { startAfter: string } | null;

export interface BucketPages {
  ask(from: PageFrom, stop: AbortSignal): Promise<ListedPage>;
  /** Where the bucket is, once an answer said so. */
  region(): string | null;
}

/** Many times the longest page of S3. */
const LONGEST_ANSWER_BYTES = 10 * 1_048_576;
const LONGEST_REGION = 64;

type Sign = Awaited<ReturnType<typeof signerOf>>;
export function openBucket(
  client: S3Client,
  bucket: string,
  prefix: string,
  classes: ClassCodes,
  known: RegionMemory = ownMemory(),
  depth: Depth = 'folder',
): BucketPages {
  let told: string | null = null;
  const signers = new Map<string, Promise<Sign>>();
  const signFor = (region: string): Promise<Sign> => {
    const signer = signers.get(region) ?? signerOf(client, bucket, region);
    signers.set(region, signer);
    return signer;
  };

  const once = async (from: PageFrom, region: string, stop: AbortSignal): Promise<Answer> => {
    const sign = await signFor(region);
    const request = await sign(queryOf(prefix, from, depth));
    const sentAt = machineNow();
    const handled = await client.config.requestHandler.handle(request as never, { abortSignal: stop });
    const { statusCode, headers, body } = handled.response;
    const page = await withBody(body, LONGEST_ANSWER_BYTES, (bytes) =>
      pageOf(statusCode, headers, bytes, classes),
    );
    return { page, headers, ahead: readServerTime(headers, sentAt, machineNow())?.aheadMs };
  };
  return {
    region: () => told,
    async ask(from, stop) {
      const tried = new Set<string>();
      for (let mended = false; ; ) {
        const home = await client.config.region();
        const region = known.get() ?? home;
        tried.add(region);
        const answer = await once(from, region, stop).catch((error: unknown) => {
          // The region of a pasted address need not exist.
          if (isNowhere(error) && known.forgetHint()) return null;
          throw error;
        });
        if (answer === null) continue;
        const { page, headers, ahead } = answer;
        if (!(page instanceof S3Refusal)) {
          told = headers['x-amz-bucket-region']?.slice(0, LONGEST_REGION) ?? region;
          known.set(told);
          return page;
        }
        if (page.name === 'RequestTimeTooSkewed' && ahead !== undefined && !mended) {
          mended = true;
          client.config.systemClockOffset = ahead;
        } else if (page.isElsewhere() && page.region !== null && !tried.has(page.region)) {
          known.set(page.region);
        } else if (!page.isElsewhere() || !known.forgetHint()) throw notEnabled(page, region, home) ?? page;
      }
    },
  };
}

function ownMemory(): RegionMemory {
  let region: string | undefined;
  return {
    get: () => region,
    set(learned) {
      region = learned;
    },
    forgetHint: () => false,
  };
}

interface Answer {
  page: ListedPage | S3Refusal;
  headers: Record<string, string>;
  ahead: number | undefined;
}

function pageOf(
  status: number,
  headers: Record<string, string>,
  bytes: Uint8Array,
  classes: ClassCodes,
): ListedPage | S3Refusal {
  if (status >= 300) return new S3Refusal(status, headers, bytes);
  if (status !== 200) throw garbled(`status ${status}`, bytes);
  try {
    return readPage(bytes, classes);
  } catch (error) {
    if (error instanceof ErrorInstead) return new S3Refusal(status, headers, bytes);
    throw error;
  }
}

/** A prefix is always said, also an empty one: policies may ask for it. */
function queryOf(prefix: string, from: PageFrom, depth: Depth): Record<string, string> {
  return {
    'list-type': '2',
    ...(depth === 'folder' ? { delimiter: '/' } : {}),
    'encoding-type': 'url',
    prefix,
    ...(from !== null && 'token' in from ? { 'continuation-token': from.token } : {}),
    ...(from !== null && 'startAfter' in from ? { 'start-after': from.startAfter } : {}),
  };
}
