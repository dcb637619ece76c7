/**
 * The closed set of things that can go wrong, as the screen may know them. Words for them live in
 * `renderer/text`; causes and stacks stay in main. Pure.
 */
import { z } from 'zod';
import { Denial } from './denial.ts';

export const failureCodes = [
  // sign-in window
  'signin-window-closed',
  'signin-timed-out',
  'signin-page-unreachable',
  'signin-page-crashed',
  'signin-page-insecure',
  'signin-certificate-refused',
  'signin-cancelled',
  'signin-runtime-unofficial',
  // renewal without a person
  'signin-needs-person',
  'renewal-offline',
  // sign-in in the person's own browser
  'signin-browser-missing',
  'signin-browser-refused',
  'signin-browser-crashed',
  // what the identity provider sent
  'assertion-missing',
  'assertion-not-a-form',
  'assertion-not-base64',
  'assertion-not-xml',
  'assertion-unsafe-xml',
  'assertion-too-large',
  'assertion-ambiguous',
  'assertion-idp-refused',
  'assertion-without-roles',
  'assertion-encrypted',
  'partition-unserved',
  'assertion-expired',
  'assertion-not-yet-valid',
  // STS
  'sts-role-refused',
  'sts-assertion-refused',
  'sts-provider-unknown',
  'sts-issuer-unknown',
  'sts-signature-refused',
  'sts-audience-refused',
  'sts-session-name-missing',
  'sts-session-name-refused',
  'sts-source-identity-refused',
  'sts-idp-rejected',
  'sts-tagging-refused',
  'sts-tags-refused',
  'sts-policy-too-large',
  'sts-policy-malformed',
  'sts-request-refused',
  'sts-chain-refused',
  'sts-chain-impossible',
  'sts-assertion-expired',
  'sts-duration-refused',
  'sts-region-disabled',
  'sts-answer-mismatch',
  'sts-answer-garbled',
  'sts-unreachable',
  'sts-throttled',
  'role-not-offered',
  // the company's network
  'signin-issuer-unknown',
  'sts-certificate-refused',
  's3-certificate-refused',
  'ca-file-unreadable',
  'proxy-password-missing',
  'proxy-refused',
  'proxy-unreachable',
  'proxy-scheme-unsupported',
  'proxy-kind-unsupported',
  // keychain
  'keychain-missing',
  'keychain-locked',
  'keychain-failed',
  // settings
  'settings-broken',
  'settings-newer',
  'state-broken',
  'managed-refused',
  'settings-changed',
  'settings-unreadable',
  'settings-locked',
  'edit-refused',
  'too-many-passes',
  'too-many-bookmarks',
  // handing out to tools
  'command-not-ready',
  // bringing in from elsewhere
  'import-unreadable',
  'import-overrides',
  'import-empty',
  'import-gone',
  // profiles in the config file of AWS's tools
  'aws-config-refused',
  'aws-config-unwritable',
  'aws-config-busy',
  // S3
  's3-access-denied',
  's3-kms-denied',
  's3-key-unusable',
  's3-archived',
  's3-object-locked',
  's3-session-ended',
  's3-other-role',
  's3-no-such-bucket',
  's3-no-such-key',
  's3-wrong-region',
  's3-region-not-enabled',
  's3-other-region',
  's3-signature-refused',
  's3-clock-wrong',
  's3-throttled',
  's3-unreachable',
  's3-answer-garbled',
  's3-process-died',
  's3-bad-request',
  's3-no-arn-here',
  's3-read-only',
  's3-guarded',
  's3-changed-meanwhile',
  's3-already-there',
  's3-marker-there',
  's3-places-overlap',
  's3-too-many',
  'link-session-ending',
  // the AWS console
  'console-refused',
  'console-unreachable',
  'console-answer-garbled',
  'console-not-opened',
  // saving a file
  'file-not-written',
  'path-too-long',
  'disk-full',
  // transfers
  'file-changed',
  'file-unreadable',
  'transfer-process-died',
  'transfer-checksum',
  'transfer-name-unsafe',
  // this computer
  'clock-wrong',
  // general
  'no-session',
  'copy-impossible',
  'selection-too-large',
  'unknown-pass',
  'unknown-organisation',
  'demo-failed',
  'busy',
  'refused-message',
  'internal',
] as const;

export const FailureCode = z.enum(failureCodes);
export type FailureCode = z.infer<typeof FailureCode>;

export const Retry = z.enum(['now', 'afterSignIn', 'never']);
export type Retry = z.infer<typeof Retry>;

/**
 * `subject`: what it is about (a host, a role, a bucket), at most 512 characters, never secret.
 * `raw`: what the other side answered, word for word, at most 2,000 characters, redacted.
 * `requestId`: AWS's own, or our reference id for `internal`.
 * `denial`: what AWS's message tells about an access that it refused.
 */
export const Failure = z.strictObject({
  code: FailureCode,
  retry: Retry,
  subject: z.string().max(512).optional(),
  raw: z.string().max(2000).optional(),
  requestId: z.string().max(200).optional(),
  denial: Denial.optional(),
});
export type Failure = z.infer<typeof Failure>;

/** Every answer through the door: a value, or a failure. */
export type Reply<T> = { ok: true; value: T } | { ok: false; failure: Failure };
