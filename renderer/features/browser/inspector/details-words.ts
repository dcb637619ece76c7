/** What S3 tells of an object, in words: encryption, archives and their restores, locks. Pure. */
import type { ObjectFacts } from '../../../../electron/contract/s3-inspect.ts';
import { formatDateTime } from '../../../text/format.ts';

export const encryptionWords: Record<NonNullable<ObjectFacts['encryption']>['kind'], string> = {
  'SSE-S3': 'by S3, with its own keys (SSE-S3)',
  'SSE-KMS': 'with a KMS key (SSE-KMS)',
  'DSSE-KMS': 'twice, with a KMS key (DSSE-KMS)',
  'SSE-C': 'with a key of whoever wrote it (SSE-C)',
  other: 'in a way that Daypass does not know',
};

export function checksumHint(ofWhole: boolean): string {
  return ofWhole ? 'of the whole object' : 'composite: of the checksums of its parts';
}

/** Whether S3 hands the object out only after a restore (S3 User Guide, "Archived objects"). */
export function isArchived({
  storageClass,
  archiveStatus,
}: Pick<ObjectFacts, 'storageClass' | 'archiveStatus'>): boolean {
  return storageClass === 'GLACIER' || storageClass === 'DEEP_ARCHIVE' || archiveStatus !== null;
}

export function archiveWords(storageClass: string): string {
  const archived = isArchived({ storageClass, archiveStatus: null });
  return archived ? 'hands nothing out before a restore' : 'no, can be read at once';
}

/** Null: nothing was told, and nothing needs one. `now`: epoch ms. */
export function restoreWords(facts: ObjectFacts, now: number): string | null {
  const { restore } = facts;
  if (!restore) return isArchived(facts) ? 'none asked for' : null;
  if (restore.ongoing) return 'asked for; a copy that can be read is being made';
  if (restore.until === null) return 'a copy can be read';
  const until = formatDateTime(restore.until);
  return restore.until > now ? `a copy can be read until ${until}` : `a copy could be read until ${until}`;
}

/** Null: S3 told nothing of a lock. */
export function lockWords(lock: ObjectFacts['lock'], now: number): string | null {
  if (!lock) return null;
  const { mode, until } = lock;
  if (mode === null) return 'no retention';
  const name = mode.charAt(0).toUpperCase() + mode.slice(1).toLowerCase();
  if (until === null) return name;
  return `${name}, ${until > now ? 'until' : 'was until'} ${formatDateTime(until)}`;
}
