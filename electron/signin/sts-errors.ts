/**
 * What STS refused → a code of ours, in one table. Pure. Source: STS API Reference, AssumeRoleWithSAML and
 * common errors; wordings as AWS sends them.
 */
import type { FailureCode, Retry } from '../contract/failure.ts';
import { AppError } from '../lib/app-error.ts';

interface SdkError {
  name: string;
  message: string;
  $fault?: 'client' | 'server';
  $metadata?: { httpStatusCode?: number; requestId?: string };
  $response?: unknown;
}

const byName: Readonly<Record<string, [FailureCode, Retry]>> = {
  AccessDenied: ['sts-role-refused', 'never'],
  InvalidIdentityToken: ['sts-assertion-refused', 'never'],
  InvalidIdentityTokenException: ['sts-assertion-refused', 'never'],
  IDPRejectedClaim: ['sts-assertion-refused', 'now'],
  IDPRejectedClaimException: ['sts-assertion-refused', 'now'],
  ExpiredTokenException: ['sts-assertion-expired', 'now'],
  ExpiredToken: ['sts-assertion-expired', 'now'],
  RegionDisabledException: ['sts-region-disabled', 'never'],
  Throttling: ['sts-throttled', 'now'],
  ThrottlingException: ['sts-throttled', 'now'],
  RequestLimitExceeded: ['sts-throttled', 'now'],
};

export function isDurationRefusal(error: unknown): boolean {
  const { name, message } = error as SdkError;
  return /^ValidationError/.test(name) && /DurationSeconds|MaxSessionDuration/i.test(message);
}

/** Of Node's stack, or of Chromium's as the transport tells it. */
function isCertificateRefusal(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^(CERT_|DEPTH_|UNABLE_TO|ERR_TLS|SELF_SIGNED)/.test(code);
}

/** `subject`: the role that was asked for. */
export function stsError(error: unknown, subject: string): AppError {
  if (error instanceof AppError) return error;
  const { name, message, $metadata, $response } = error as SdkError;
  const details = {
    subject,
    raw: `${$metadata?.httpStatusCode ?? 'no answer'} ${name}\n${message}`,
    ...($metadata?.requestId === undefined ? {} : { requestId: $metadata.requestId }),
    cause: error,
  };
  // STS chooses the name; `constructor` must not find what every object has.
  const known = Object.hasOwn(byName, name) ? byName[name] : undefined;
  if (known) return new AppError(known[0], { ...details, retry: known[1] });
  if (isDurationRefusal(error)) return new AppError('sts-duration-refused', { ...details, retry: 'never' });
  if (/^ValidationError/.test(name))
    return new AppError('sts-assertion-refused', { ...details, retry: 'never' });
  if (isCertificateRefusal(error)) return new AppError('sts-certificate-refused', details);
  if ($response === undefined && $metadata?.httpStatusCode === undefined)
    return new AppError('sts-unreachable', details);
  if (($metadata?.httpStatusCode ?? 0) >= 500) return new AppError('sts-unreachable', details);
  return new AppError('sts-answer-garbled', details);
}
