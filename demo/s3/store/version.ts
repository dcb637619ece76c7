// One version of a key: an object, or the marker that says it was deleted.

import { createHash, randomBytes } from 'node:crypto';
import type { DemoObject } from '../content/object.ts';
import type { Restore } from './restore.ts';

/** The id of what is in a bucket that never had versions (S3 User Guide, "How S3 Versioning works"). */
export const NULL_VERSION = 'null';

export interface Version {
  key: string;
  id: string;
  modifiedAt: number;
  /** Undefined: a delete marker. */
  object: DemoObject | undefined;
  /** Of an archived object, once asked for. */
  restore?: Restore;
  /** How much of the demo's room it takes; undefined for what is made. */
  roomBytes?: number;
}

export function freshVersionId(): string {
  return randomBytes(24).toString('base64url').replaceAll('-', '.');
}

/** The same at every start, for what is made. */
export function madeVersionId(key: string, ordinal: number): string {
  const hash = createHash('sha256').update(`${ordinal} ${key}`).digest('base64url');
  return hash.slice(0, 32).replaceAll('-', '.');
}
