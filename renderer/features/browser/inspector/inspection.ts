/** What is asked of one object, or of one version of it: facts, tags, versions. Each only when it is wanted. */
import type { ObjectFacts, ObjectVersion, S3Tag } from '../../../../electron/contract/s3-inspect.ts';
import type { S3Client } from '../../../bridge/s3-port.ts';
import { createQuestion, type Question } from './question.ts';

export interface Subject {
  pass: string;
  bucket: string;
  key: string;
  /** Null: the present one. */
  version: string | null;
}

export interface VersionPages {
  /** Newest first, as far as they have come. */
  versions: readonly ObjectVersion[];
  complete: boolean;
}

export interface Inspection {
  facts: Question<ObjectFacts>;
  tags: Question<readonly S3Tag[]>;
  /** Of the key, whichever version this is about. */
  versions: Question<VersionPages>;
}

export function createInspection(s3: S3Client, now: () => number, subject: Subject): Inspection {
  const { pass, bucket, key } = subject;
  return {
    facts: createQuestion(s3, now, {
      start: () => ({ op: 'facts', ...subject }),
      take: (answer) => (answer.kind === 'facts' ? answer.facts : null),
    }),
    tags: createQuestion<readonly S3Tag[]>(s3, now, {
      start: () => ({ op: 'tags', ...subject }),
      take: (answer) => (answer.kind === 'tags' ? answer.tags : null),
    }),
    versions: createQuestion<VersionPages>(s3, now, {
      start: (told) => ({
        op: 'versions',
        ...{ pass, bucket, key },
        after: told && !told.complete ? (told.versions.at(-1)?.version ?? null) : null,
      }),
      take(answer, told) {
        if (answer.kind !== 'versions') return null;
        const before = told && !told.complete ? told.versions : [];
        return { versions: [...before, ...answer.versions], complete: answer.complete };
      },
    }),
  };
}
