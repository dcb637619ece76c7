/** What S3 refused → a failure for the screen, in one table. Pure. Source: S3 API Reference, "Error responses". */
import type { Failure, FailureCode, Retry } from '../contract/failure.ts';
import { AppError } from '../lib/app-error.ts';
import { redactText } from '../lib/redact.ts';
import { readDenial } from './denied.ts';

interface SdkError {
  name?: string;
  message?: string;
  code?: string;
  Code?: string;
  $metadata?: { httpStatusCode?: number; requestId?: string };
  $response?: { headers?: Record<string, string> };
  /** Of a bucket that is elsewhere. */
  Region?: string;
  region?: string | null;
  /** Of an archived object. */
  StorageClass?: string;
  AccessTier?: string;
}

const table: Readonly<Record<string, [FailureCode, Retry]>> = {
  AccessDenied: ['s3-access-denied', 'never'],
  AllAccessDisabled: ['s3-access-denied', 'never'],
  AccountProblem: ['s3-access-denied', 'never'],
  Forbidden: ['s3-access-denied', 'never'],
  ExpiredToken: ['s3-session-ended', 'afterSignIn'],
  TokenRefreshRequired: ['s3-session-ended', 'afterSignIn'],
  InvalidAccessKeyId: ['s3-signature-refused', 'afterSignIn'],
  InvalidToken: ['s3-signature-refused', 'afterSignIn'],
  SignatureDoesNotMatch: ['s3-signature-refused', 'afterSignIn'],
  RequestTimeTooSkewed: ['s3-clock-wrong', 'now'],
  RequestExpired: ['s3-clock-wrong', 'now'],
  NoSuchBucket: ['s3-no-such-bucket', 'never'],
  NoSuchKey: ['s3-no-such-key', 'never'],
  NotFound: ['s3-no-such-key', 'never'],
  PermanentRedirect: ['s3-wrong-region', 'never'],
  AuthorizationHeaderMalformed: ['s3-wrong-region', 'never'],
  IllegalLocationConstraintException: ['s3-wrong-region', 'never'],
  EndpointError: ['s3-bad-request', 'never'],
  InvalidObjectState: ['s3-archived', 'never'],
  SlowDown: ['s3-throttled', 'now'],
  ServiceUnavailable: ['s3-throttled', 'now'],
  InvalidBucketName: ['s3-bad-request', 'never'],
  InvalidArgument: ['s3-bad-request', 'never'],
};
/** A map, because the names come from outside: `constructor` is no row of a table. */
const byName = new Map(Object.entries(table));
const fullDisk = ['ENOSPC', 'EDQUOT'];
const fileErrors = [
  'EACCES',
  'EPERM',
  'ENOENT',
  'EROFS',
  'EISDIR',
  'ENOTDIR',
  'EEXIST',
  'EFBIG',
  'EBUSY',
  'EIO',
];
const networkErrors = /^(ECONN|ENOTFOUND|EAI_|EHOST|ENET|EPIPE|ETIMEDOUT)/;
/** S3 hands on what KMS says of a key that is disabled, pending deletion or gone. */
const keyTrouble = /^KMS\./;
const certificateErrors = /^(CERT_|DEPTH_|UNABLE_TO|ERR_TLS|SELF_SIGNED)/;

/** `subject`: the bucket or key it is about. */
export function s3Failure(error: unknown, subject: string): Failure {
  if (error instanceof AppError) {
    const { retry = 'now', subject: own = subject, raw } = error.details;
    return {
      code: error.code,
      retry,
      ...(own && { subject: own.slice(0, 512) }),
      ...(raw && { raw: redactText(raw).slice(0, 2000) }),
    };
  }
  const { name = '', message = '', code = '', Code = '', $metadata } = (error ?? {}) as SdkError;
  const status = $metadata?.httpStatusCode;
  const raw = { raw: redactText(`${status ?? 'no answer'} ${name || code}\n${message}`).slice(0, 2000) };
  const requestId =
    $metadata?.requestId === undefined ? {} : { requestId: $metadata.requestId.slice(0, 200) };
  const failure = (failed: FailureCode, retry: Retry): Failure => ({
    retry,
    ...toldApart(failed, subject, message, (error ?? {}) as SdkError),
    ...raw,
    ...requestId,
  });
  const known = byName.get(name) ?? byName.get(Code);
  if (known) return failure(known[0], known[1]);
  if (keyTrouble.test(name) || keyTrouble.test(Code)) return failure('s3-key-unusable', 'never');
  if (fullDisk.includes(code)) return failure('disk-full', 'now');
  if (code === 'ENAMETOOLONG') return failure('path-too-long', 'now');
  if (fileErrors.includes(code)) return failure('file-not-written', 'now');
  if (status === 403) return failure('s3-access-denied', 'never');
  if (status === 404) return failure('s3-no-such-key', 'never');
  if (status === 301 || status === 307) return failure('s3-wrong-region', 'never');
  if (certificateErrors.test(code)) return failure('s3-certificate-refused', 'now');
  if (networkErrors.test(code) || name === 'TimeoutError' || /socket hang up|aborted/i.test(message))
    return failure('s3-unreachable', 'now');
  if (status !== undefined && status >= 500) return failure('s3-unreachable', 'now');
  return failure('s3-answer-garbled', 'now');
}

/** What one code of S3 means in several cases, and what each is about. */
function toldApart(
  code: FailureCode,
  subject: string,
  message: string,
  error: SdkError,
): Pick<Failure, 'code' | 'subject' | 'denial'> {
  const about = subject === '' ? {} : { subject: subject.slice(0, 512) };
  if (code === 's3-access-denied') {
    if (/\bobject protected by object lock\b/i.test(message)) return { code: 's3-object-locked', ...about };
    const denial = readDenial(message, error.$response?.headers?.date);
    return { code: denial.kms ? 's3-kms-denied' : code, ...about, denial };
  }
  if (code === 's3-wrong-region') {
    const region = error.Region ?? error.region ?? error.$response?.headers?.['x-amz-bucket-region'] ?? '';
    if (/^[a-z0-9-]{5,32}$/.test(region)) return { code: 's3-other-region', subject: region };
  }
  if (code === 's3-archived') {
    const where = error.AccessTier ?? error.StorageClass ?? '';
    return /^[A-Z_]{3,40}$/.test(where) ? { code, subject: where } : { code };
  }
  return { code, ...about };
}
