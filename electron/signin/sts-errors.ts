/**
 * What STS refused → a code of ours, in one table; what it files under one name is told apart by its words. Pure.
 * Source: STS API Reference, AssumeRoleWithSAML, AssumeRole and common errors; IAM User Guide, "Troubleshoot
 * SAML federation with IAM".
 */
import type { FailureCode, Retry } from '../contract/failure.ts';
import { AppError } from '../lib/app-error.ts';

interface SdkError {
  name: string;
  message: string;
  $metadata?: { httpStatusCode?: number; requestId?: string };
  $response?: unknown;
}

interface Row {
  /** STS's code, without the `Exception` that the SDK puts behind some. */
  name: string;
  /** Rows of one name are looked through in order. */
  words?: RegExp;
  code: FailureCode;
  retry: Retry;
}

const rows: readonly Row[] = [
  { name: 'ExpiredToken', code: 'sts-assertion-expired', retry: 'now' },
  { name: 'IDPRejectedClaim', code: 'sts-idp-rejected', retry: 'now' },
  {
    name: 'InvalidIdentityToken',
    words: /provider doesn.?t exist|AuthSamlManifestNotFound/i,
    code: 'sts-provider-unknown',
    retry: 'never',
  },
  { name: 'InvalidIdentityToken', words: /Issuer not present/i, code: 'sts-issuer-unknown', retry: 'never' },
  { name: 'InvalidIdentityToken', words: /signature/i, code: 'sts-signature-refused', retry: 'never' },
  {
    name: 'InvalidIdentityToken',
    words: /audience|recipient/i,
    code: 'sts-audience-refused',
    retry: 'never',
  },
  {
    name: 'InvalidIdentityToken',
    words: /RoleSessionName is required/i,
    code: 'sts-session-name-missing',
    retry: 'never',
  },
  {
    name: 'InvalidIdentityToken',
    words: /RoleSessionName/i,
    code: 'sts-session-name-refused',
    retry: 'never',
  },
  {
    name: 'InvalidIdentityToken',
    words: /Source ?Identity/i,
    code: 'sts-source-identity-refused',
    retry: 'never',
  },
  { name: 'InvalidIdentityToken', code: 'sts-assertion-refused', retry: 'never' },
  {
    name: 'AccessDenied',
    words: /sts:(TagSession|SetSourceIdentity)/,
    code: 'sts-tagging-refused',
    retry: 'never',
  },
  { name: 'AccessDenied', code: 'sts-role-refused', retry: 'never' },
  { name: 'PackedPolicyTooLarge', code: 'sts-policy-too-large', retry: 'never' },
  { name: 'MalformedPolicyDocument', code: 'sts-policy-malformed', retry: 'never' },
  { name: 'RegionDisabled', code: 'sts-region-disabled', retry: 'never' },
  {
    name: 'ValidationError',
    words: /DurationSeconds|MaxSessionDuration/i,
    code: 'sts-duration-refused',
    retry: 'never',
  },
  {
    name: 'ValidationError',
    words: /\btags?\b|tag ?key|session tag/i,
    code: 'sts-tags-refused',
    retry: 'never',
  },
  { name: 'ValidationError', code: 'sts-request-refused', retry: 'never' },
  { name: 'Throttling', code: 'sts-throttled', retry: 'now' },
  { name: 'ThrottledRequest', code: 'sts-throttled', retry: 'now' },
  { name: 'RequestLimitExceeded', code: 'sts-throttled', retry: 'now' },
  { name: 'TooManyRequests', code: 'sts-throttled', retry: 'now' },
];

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
  const known = rows.find(
    (row) => row.name === name.replace(/Exception$/, '') && (row.words?.test(message) ?? true),
  );
  if (known) return new AppError(known.code, { ...details, retry: known.retry });
  if ($response === undefined && $metadata?.httpStatusCode === undefined)
    return new AppError('sts-unreachable', details);
  if (($metadata?.httpStatusCode ?? 0) >= 500) return new AppError('sts-unreachable', details);
  return new AppError('sts-answer-garbled', details);
}

/** The second of two roles: a refusal of rights names both, so that nobody searches in the wrong trust policy. */
export function chainError(error: unknown, second: string, first: string): AppError {
  const told = stsError(error, second);
  if (told.code !== 'sts-role-refused') return told;
  const { raw = '' } = told.details;
  return new AppError('sts-chain-refused', {
    ...told.details,
    raw: `${raw}\nasked with the session of ${first}`,
  });
}

export function isDurationRefusal(error: unknown): boolean {
  return error instanceof AppError && error.code === 'sts-duration-refused';
}
