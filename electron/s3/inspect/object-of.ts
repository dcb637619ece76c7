/** One object as a question names it, as the SDK wants it named; and what S3 means when it says the object is gone. Pure. */
import type { S3Client } from '@aws-sdk/client-s3';
import { AppError } from '../../lib/app-error.ts';

/** What every question is asked with. */
export interface Asked {
  client: S3Client;
  stop: AbortSignal;
}

export interface ObjectOf {
  bucket: string;
  key: string;
  /** Null: the present version. */
  version: string | null;
}

export function objectOf({ bucket, key, version }: ObjectOf) {
  return { Bucket: bucket, Key: key, ...(version === null ? {} : { VersionId: version }) };
}

interface SdkError {
  $metadata?: { httpStatusCode?: number };
  $response?: { headers?: Record<string, string> };
}

/** Undefined: nobody answered. */
export function statusOf(error: unknown): number | undefined {
  return ((error ?? {}) as SdkError).$metadata?.httpStatusCode;
}

export function headersOf(error: unknown): Readonly<Record<string, string>> {
  return ((error ?? {}) as SdkError).$response?.headers ?? {};
}

/**
 * A delete marker answers 404 when it is the newest version and 405 when it is named, and says so in a header
 * (S3 User Guide, "Working with delete markers").
 */
export function markerOr(error: unknown): unknown {
  if (headersOf(error)['x-amz-delete-marker'] !== 'true') return error;
  const raw = `${statusOf(error)} x-amz-delete-marker: true`;
  return new AppError('s3-marker-there', { retry: 'never', raw, cause: error });
}
