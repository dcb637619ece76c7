/** Overhears which buckets each pass lists as its account's, so that an address finds its pass. Knows no component. */
import type { S3Client } from '../../bridge/s3-port.ts';

export interface KnownBuckets {
  /** Passes everything on. */
  s3: S3Client;
  /** Whether this pass's account has listed the bucket as its own. */
  knows(pass: string, bucket: string): boolean;
  /** As they were listed last; none before. */
  bucketsOf(pass: string): readonly string[];
}

export function watchBuckets(s3: S3Client): KnownBuckets {
  const listed = new Map<string, ReadonlySet<string>>();
  return {
    s3: {
      takePort: s3.takePort,
      start: (start, listener) =>
        s3.start(start, {
          lost: listener.lost,
          answer(answer) {
            if (answer.kind === 'buckets')
              listed.set(start.pass, new Set(answer.buckets.map(({ name }) => name)));
            listener.answer(answer);
          },
        }),
    },
    knows: (pass, bucket) => listed.get(pass)?.has(bucket) ?? false,
    bucketsOf: (pass) => [...(listed.get(pass) ?? [])],
  };
}
