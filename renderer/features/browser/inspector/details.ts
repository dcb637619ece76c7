/** The facts of an object in calm groups, each with what is copied of it. Pure: `now` is an argument, epoch ms. */
import type { ObjectFacts } from '../../../../electron/contract/s3-inspect.ts';
import { formatBytes, formatCount, formatDateTimeFull, formatStorageClass } from '../../../text/format.ts';
import { archiveWords, checksumHint, encryptionWords, lockWords, restoreWords } from './details-words.ts';
import type { Subject } from './inspection.ts';
import type { Told } from './told.ts';

/** `value` null: S3 did not tell. */
export interface Fact {
  name: string;
  value: string | null;
  hint?: string;
  /** What is copied, where that is not the value itself. */
  copied?: string;
  mono?: true;
}

export interface FactGroup {
  title: string;
  facts: readonly Fact[];
}

/** What is known without asking, completed by what was told. */
export function placeGroup(
  { bucket, key, version }: Subject,
  told: Told | null,
  facts: ObjectFacts | null,
): FactGroup {
  const size = facts?.sizeBytes ?? told?.sizeBytes ?? null;
  const modified = facts?.modifiedAt ?? told?.modifiedAt ?? null;
  return {
    title: 'Object',
    facts: [
      { name: 'Size', ...sizeFact(size) },
      { name: 'Modified', value: modified === null ? null : formatDateTimeFull(modified) },
      { name: 'Bucket', value: bucket, mono: true },
      { name: 'Key', value: key, mono: true },
      ...(facts ? [{ name: 'Version id', value: facts.version ?? version, mono: true } as const] : []),
      ...(facts ? [{ name: 'ETag', value: facts.etag, mono: true } as const] : []),
      ...(facts ? [{ name: 'Parts', value: facts.parts === null ? null : formatCount(facts.parts) }] : []),
      ...(facts
        ? [{ name: 'Tags', value: facts.tagCount === null ? null : formatCount(facts.tagCount) }]
        : []),
    ],
  };
}

function sizeFact(size: number | null): Pick<Fact, 'value' | 'hint' | 'copied'> {
  if (size === null) return { value: null };
  const exact = size >= 1000 ? { hint: `${formatCount(size)} bytes` } : {};
  return { value: formatBytes(size), copied: String(size), ...exact };
}

/** Storage as the list told it, when nothing more is known. */
export function listedStorage(told: Told): FactGroup {
  return { title: 'Storage', facts: [{ name: 'Class', value: formatStorageClass(told.storageClass) }] };
}

export function factGroups(facts: ObjectFacts, now: number): FactGroup[] {
  return [
    contentGroup(facts),
    storageGroup(facts, now),
    encryptionGroup(facts),
    checksumGroup(facts),
    keptGroup(facts, now),
  ];
}

function contentGroup(facts: ObjectFacts): FactGroup {
  return {
    title: 'Content',
    facts: [
      { name: 'Type', value: facts.contentType },
      { name: 'Encoding', value: facts.contentEncoding },
      { name: 'Language', value: facts.contentLanguage },
      { name: 'Disposition', value: facts.contentDisposition },
      { name: 'Cache', value: facts.cacheControl },
      { name: 'Expires', value: facts.expires },
      { name: 'Redirect', value: facts.websiteRedirect },
    ],
  };
}

function storageGroup(facts: ObjectFacts, now: number): FactGroup {
  const { storageClass, archiveStatus } = facts;
  const archive = archiveStatus === null ? archiveWords(storageClass) : formatStorageClass(archiveStatus);
  return {
    title: 'Storage',
    facts: [
      { name: 'Class', value: formatStorageClass(storageClass), copied: storageClass },
      { name: 'Archive', value: archive },
      { name: 'Restore', value: restoreWords(facts, now) },
    ],
  };
}

function encryptionGroup({ encryption }: ObjectFacts): FactGroup {
  if (!encryption) return { title: 'Encryption', facts: [{ name: 'Kind', value: null }] };
  const { kind, keyArn, bucketKey } = encryption;
  const byKms = kind === 'SSE-KMS' || kind === 'DSSE-KMS';
  return {
    title: 'Encryption',
    facts: [
      { name: 'Kind', value: encryptionWords[kind], copied: kind },
      ...(byKms || keyArn !== null ? [{ name: 'Key', value: keyArn, mono: true } as const] : []),
      ...(byKms ? [{ name: 'Bucket key', value: bucketKey ? 'used' : 'not used' }] : []),
    ],
  };
}

function checksumGroup({ checksums }: ObjectFacts): FactGroup {
  return {
    title: 'Checksums',
    facts:
      checksums.length === 0
        ? [{ name: 'Checksum', value: null }]
        : checksums.map(({ algorithm, value, ofWhole }) => ({
            ...{ name: algorithm, value, hint: checksumHint(ofWhole) },
            mono: true,
          })),
  };
}

function keptGroup(facts: ObjectFacts, now: number): FactGroup {
  return {
    title: 'Lock and replication',
    facts: [
      { name: 'Object lock', value: lockWords(facts.lock, now) },
      { name: 'Legal hold', value: facts.lock ? (facts.lock.legalHold ? 'on' : 'off') : null },
      { name: 'Replication', value: facts.replication },
    ],
  };
}
