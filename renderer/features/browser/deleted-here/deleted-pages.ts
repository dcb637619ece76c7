/**
 * What was deleted in a folder, page by page. S3 can't be asked for deleted keys alone: pages without any are gone
 * through by itself, up to a limit. Knows no component.
 */
import type { DeletedObject, Versioning } from '../../../../electron/contract/s3-inspect.ts';
import type { S3Client } from '../../../bridge/s3-port.ts';
import { createQuestion, type Question } from '../inspector/question.ts';

/** Pages in a row that may bring nothing before a person is asked whether to look further. */
export const MOST_DRY_PAGES = 20;

export interface DeletedPages {
  deleted: readonly DeletedObject[];
  /** Where the next page begins; null: that was all. */
  after: string | null;
  /** Newest pages in a row that brought nothing. */
  dry: number;
}

interface Folder {
  pass: string;
  bucket: string;
  prefix: string;
}

export function askDeleted(s3: S3Client, now: () => number, folder: Folder): Question<DeletedPages> {
  const question = createQuestion<DeletedPages>(s3, now, {
    start: (told) => ({ op: 'deleted', ...folder, after: told?.after ?? null }),
    take(answer, told) {
      if (answer.kind !== 'deleted') return null;
      const dry = answer.deleted.length > 0 ? 0 : (told?.dry ?? 0) + 1;
      return { deleted: [...(told?.deleted ?? []), ...answer.deleted], after: answer.after, dry };
    },
  });
  let seen: DeletedPages | null = null;
  question.subscribe(() => {
    const value = question.current().told?.value ?? null;
    if (value === seen) return;
    seen = value;
    if (value && value.after !== null && value.dry > 0 && value.dry % MOST_DRY_PAGES !== 0) question.ask();
  });
  return question;
}

export function askVersioning(
  s3: S3Client,
  now: () => number,
  { pass, bucket }: Folder,
): Question<{ versioning: Versioning }> {
  return createQuestion(s3, now, {
    start: () => ({ op: 'versioning', pass, bucket }),
    take: (answer) => (answer.kind === 'versioning' ? { versioning: answer.versioning } : null),
  });
}
