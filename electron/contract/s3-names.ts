/**
 * Names in S3 as commands and messages may carry them. Pure.
 * Source: Amazon S3 User Guide, "Naming Amazon S3 objects".
 */
import { z } from 'zod';

const LONGEST_KEY_BYTES = 1024;
export const fitsKey = (text: string) => new TextEncoder().encode(text).length <= LONGEST_KEY_BYTES;

export const S3Key = z.string().min(1).refine(fitsKey, 'an S3 key has at most 1,024 bytes');
/** A prefix may be empty; it has the same limit as a key. */
export const S3Prefix = z.string().refine(fitsKey, 'an S3 prefix has at most 1,024 bytes');
export const S3Bucket = z.string().min(3).max(255);
