/** Uploads below a folder that nobody has ended, page by page. Knows no component. */
import type { UnfinishedUpload } from '../../../../electron/contract/s3-inspect.ts';
import type { S3Client } from '../../../bridge/s3-port.ts';
import { createQuestion, type Question } from '../inspector/question.ts';

export interface UnfinishedPages {
  uploads: readonly UnfinishedUpload[];
  /** Where the next page begins; null: that was all. */
  after: { key: string; upload: string } | null;
}

export function askUnfinished(
  s3: S3Client,
  now: () => number,
  folder: { pass: string; bucket: string; prefix: string },
): Question<UnfinishedPages> {
  return createQuestion<UnfinishedPages>(s3, now, {
    start: (told) => ({ op: 'unfinished', ...folder, after: told?.after ?? null }),
    take: (answer, told) =>
      answer.kind === 'unfinished'
        ? { uploads: [...(told?.uploads ?? []), ...answer.uploads], after: answer.after }
        : null,
  });
}
