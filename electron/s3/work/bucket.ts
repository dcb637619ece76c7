/** A bucket as a task works with it: each request goes where the bucket is, with the session of that moment. */
import type { S3Client, ServiceOutputTypes } from '@aws-sdk/client-s3';
import { type BucketOfPass, inBucketRegion, type RegionParts } from '../in-bucket-region.ts';
import type { Pace } from './pace.ts';
import { type Sendable, sendOnce } from './send.ts';
import type { Stops } from './stops.ts';

export interface WorkBucket {
  name: string;
  /** Where it is, as far as that is known. */
  region(): string | undefined;
  /** `command` makes one for each try; `again`: an earlier try may have been carried out. */
  send<O extends ServiceOutputTypes>(
    command: (again: boolean) => Sendable<O>,
    options?: SendOptions<O>,
  ): Promise<O>;
}

export interface SendOptions<O> {
  /** Sent even after the stop: it brings to an end what was begun. */
  evenStopped?: boolean;
  inDoubt?: () => Promise<O | undefined>;
  /** Looks at an answer before it counts; what it throws is taken as S3's refusal, and may be tried again. */
  check?: (answer: O) => void;
}

/** Whether a client may go on with the task; throws when not. */
export type Accept = (client: S3Client) => Promise<void>;

const NEVER = new AbortController().signal;

export function openWorkBucket(
  parts: RegionParts,
  where: BucketOfPass,
  pace: Pace,
  { soft, hard }: Stops,
  accept: Accept,
): WorkBucket {
  return {
    name: where.bucket,
    region: () => parts.regions.regionOf(where.pass, where.bucket),
    send: (command, { evenStopped = false, inDoubt, check } = {}) =>
      pace.ask(
        async (again) => {
          const answer = await inBucketRegion(parts, where, async (client) => {
            await accept(client);
            return sendOnce(client, command(again), evenStopped ? NEVER : hard);
          });
          check?.(answer);
          return answer;
        },
        { stop: evenStopped ? NEVER : soft, ...(inDoubt && { inDoubt }) },
      ),
  };
}
