/**
 * Takes secrets out of text and of structured log fields, by field name and by pattern. Pure.
 * SECURITY: the last net, not the first; nothing secret should be handed to a log in the first place.
 */

const secretNames =
  /^(secret.*|session_?(token|key)|sign_?in_?token|token|password|authorization|cookie|set-cookie|saml.*|assertion|body|x-amz-security-token)$/i;

/** Access key ids (IAM User Guide, "Unique identifiers") keep their first eight characters for support. */
const accessKeyId = /\b((?:AKIA|ASIA)[A-Z0-9]{4})[A-Z0-9]{8,}\b/g;
/** Also percent-encoded, as in a form or in an address that is a parameter itself. */
const secretParameter =
  /((?:SAMLResponse|SAMLAssertion|X-Amz-Signature|X-Amz-Security-Token|SecretAccessKey|SessionToken|sessionKey|SigninToken|password)(?:(?:["']|%22)?\s*(?:[:=>]|%3[AD])\s*(?:["']|%22)?))[^"'&<\s]+/gi;
/** Long runs of base64 are tokens or assertions; hex digests and ARNs are shorter or hold other signs. */
const longBase64 = /[A-Za-z0-9+/=_-]{100,}/g;

export function redactText(text: string): string {
  return text
    .replace(secretParameter, '$1[redacted]')
    .replace(accessKeyId, '$1[redacted]')
    .replace(longBase64, '[redacted]');
}

/** What follows `?`, `#` or stands before `@` in an address may be a bearer. */
const addressRest = /(https?:\/\/)(?:[^\s"'<>/?#@]*@)?([^\s"'<>?#]*)[?#][^\s"'<>]*/gi;
const addressUser = /(https?:\/\/)[^\s"'<>/?#@]*@/gi;
/** A secret access key standing alone: forty signs with capitals, small letters and digits among them. */
const loneSecretKey =
  /(?<![A-Za-z0-9/+])(?=[A-Za-z0-9/+]*[A-Z])(?=[A-Za-z0-9/+]*[a-z])(?=[A-Za-z0-9/+]*\d)[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+])/g;
const bearer = /\b(bearer|basic|negotiate)\s+[A-Za-z0-9._~+/=-]{8,}/gi;
const jsonToken = /\beyJ[\w-]{8,}\.[\w-]+(\.[\w-]*)?/g;

/** For text that leaves the machine: stricter than the log, and rather a word too many than a secret. */
export function redactForSharing(text: string): string {
  return redactText(text)
    .replace(addressRest, '$1$2?[redacted]')
    .replace(addressUser, '$1')
    .replace(bearer, '$1 [redacted]')
    .replace(jsonToken, '[redacted]')
    .replace(loneSecretKey, '[redacted]');
}

export function redactFields(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (value instanceof Error) return redactText(value.stack ?? `${value.name}: ${value.message}`);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > 5) return '[deep]';
  if (Array.isArray(value)) return value.slice(0, 50).map((item) => redactFields(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [
      name,
      secretNames.test(name) ? '[redacted]' : redactFields(field, depth + 1),
    ]),
  );
}
