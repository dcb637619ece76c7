/** What an answer of S3 tells of an object, as far as a download needs it. Pure. */
import { AppError } from '../lib/app-error.ts';

export interface Remote {
  etag: string;
  sizeBytes: number;
  modifiedAt: Date | null;
  /** CRC-32 of the whole object, where S3 has it. */
  crc: string | null;
}

interface Answer {
  ETag?: string | undefined;
  ContentLength?: number | undefined;
  LastModified?: Date | undefined;
  ChecksumCRC32?: string | undefined;
  ChecksumType?: string | undefined;
}

/** Of HeadObject or a GetObject of all of it. Throws `s3-answer-garbled`. */
export function remoteIn(answer: Answer, key: string): Remote {
  const { ETag, ContentLength, LastModified, ChecksumCRC32, ChecksumType } = answer;
  if (ETag === undefined || ContentLength === undefined)
    throw new AppError('s3-answer-garbled', { retry: 'now', subject: key });
  const whole = ChecksumType !== 'COMPOSITE' && ChecksumCRC32 !== undefined && !ChecksumCRC32.includes('-');
  return {
    etag: ETag,
    sizeBytes: ContentLength,
    modifiedAt: LastModified ?? null,
    crc: whole ? ChecksumCRC32 : null,
  };
}

/** Worth another try, as a connection that was cut is. */
export function cut(): Error {
  return Object.assign(new Error('the answer ended too early'), { code: 'ECONNRESET' });
}
