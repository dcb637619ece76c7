/** What one file of a transfer is given to work with. */
import type { S3Client } from '@aws-sdk/client-s3';
import type { Attempts } from './attempts.ts';
import type { Begun, Journal } from './journal.ts';
import type { Lanes } from './room.ts';
import type { Mark } from './untrusted.ts';

export interface OnTheWay extends Lanes {
  bucket: string;
  /** Runs on a client of the bucket's region with the session that lives now. */
  s3: <T>(work: (client: S3Client) => Promise<T>) => Promise<T>;
  attempts: Attempts;
  journal: Pick<Journal, 'note' | 'noteForSure'>;
  /** What an earlier run had begun with this key. */
  begun: (key: string) => Begun | undefined;
  /** Bytes that arrived; negative for what has to be sent again. */
  moved: (bytes: number) => void;
  /** The file's true size, once it is known. */
  sized: (bytes: number) => void;
  /** The file has come from elsewhere, and is not to be trusted by itself. */
  mark: Mark;
  /** Its name on this computer is another one than its key's. */
  renamed: (name: string, as: string) => void;
  stop: AbortSignal;
}

export type Outcome = { kind: 'done'; bytes: number } | { kind: 'skipped' };
