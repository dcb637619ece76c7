/**
 * Keeps what was asked of the last few objects, so that going back to one asks nothing again: until the session
 * changes, the list tells another size or date of it, or something was done in its bucket. Knows no component.
 */
import type { S3Client } from '../../../bridge/s3-port.ts';
import type { Worked } from '../../../bridge/watch-work.ts';
import { createInspection, type Inspection, type Subject } from './inspection.ts';

/** A person goes back to the last few, not to all. */
const MOST_KEPT = 24;

export interface Inspections {
  /** `stamp`: what must stay the same for it to be still true. */
  of(subject: Subject, stamp: string): Inspection;
}

interface Kept {
  subject: Subject;
  stamp: string;
  inspection: Inspection;
}

export function createInspections(s3: S3Client, worked: Worked, now: () => number): Inspections {
  const kept = new Map<string, Kept>();
  worked.subscribe((pass, bucket) => {
    for (const { subject, inspection } of [...kept.values()]) {
      if (subject.pass !== pass || subject.bucket !== bucket) continue;
      inspection.facts.renew();
      inspection.tags.renew();
      inspection.versions.renew();
    }
  });
  return {
    of(subject, stamp) {
      const name = JSON.stringify([subject.pass, subject.bucket, subject.key, subject.version]);
      const known = kept.get(name);
      kept.delete(name);
      const one =
        known?.stamp === stamp ? known : { subject, stamp, inspection: createInspection(s3, now, subject) };
      kept.set(name, one);
      const [oldest] = kept.keys();
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      return one.inspection;
    },
  };
}
