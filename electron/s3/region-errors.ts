/**
 * What a refusal of S3 says about regions: that the bucket is elsewhere, where, and that the account has not enabled
 * that region. Pure. Sources: S3 API Reference, "Error responses"; Account Management Guide, "Regions".
 */
import { AppError } from '../lib/app-error.ts';

interface SdkError {
  name?: string;
  message?: string;
  code?: string;
  Region?: string;
  $metadata?: { httpStatusCode?: number };
  $response?: { headers?: Record<string, string> };
}

const elsewhere = [
  'PermanentRedirect',
  'TemporaryRedirect',
  'AuthorizationHeaderMalformed',
  'IllegalLocationConstraintException',
  'IllegalLocationConstraint',
];
/** What a region answers that knows nothing of the account. */
const strangers = [
  'InvalidToken',
  'InvalidAccessKeyId',
  'InvalidClientTokenId',
  'UnrecognizedClientException',
];

/** Regions that every account has; all others of the partition `aws` are to be enabled first. */
const enabledByDefault = new Set([
  ...['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'ca-central-1', 'sa-east-1'],
  ...['eu-central-1', 'eu-north-1', 'eu-west-1', 'eu-west-2', 'eu-west-3'],
  ...['ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2'],
]);

/** Where the bucket is, by the header that even refusals carry, the answer's body, or its words. */
export function regionIn(error: unknown): string | null {
  const { Region, message = '', $response } = (error ?? {}) as SdkError;
  const told = $response?.headers?.['x-amz-bucket-region'] ?? Region;
  if (told !== undefined) return told;
  const [, expecting] = /expecting '([a-z0-9-]+)'/.exec(message) ?? [];
  // "The af-south-1 location constraint is incompatible for the region specific endpoint this request was sent to."
  const [, constraint] = /^The ([a-z0-9-]+) location constraint is incompatible/.exec(message) ?? [];
  return expecting ?? (constraint === 'unspecified' ? 'us-east-1' : constraint) ?? null;
}

export function isElsewhere(error: unknown): boolean {
  const { name = '', $metadata } = (error ?? {}) as SdkError;
  const status = $metadata?.httpStatusCode;
  return elsewhere.includes(name) || status === 301 || status === 307;
}

/** A host that does not exist: no such region. */
export function isNowhere(error: unknown): boolean {
  const { code = '' } = (error ?? {}) as SdkError;
  return code === 'ENOTFOUND' || code === 'EAI_AGAIN';
}

/** `home`: the region in which the pass's session was made and is good. Null: the refusal is about something else. */
export function notEnabled(error: unknown, region: string, home: string): AppError | null {
  const { name = '', message = '', $metadata } = (error ?? {}) as SdkError;
  const optIn = !enabledByDefault.has(region) && !/^(us-gov|cn|eusc)-/.test(region);
  if (!optIn || region === home || !strangers.includes(name)) return null;
  const raw = `${$metadata?.httpStatusCode ?? 'no answer'} ${name}\n${message}`;
  return new AppError('s3-region-not-enabled', { retry: 'never', subject: region, raw, cause: error });
}
