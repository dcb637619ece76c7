/** Credentials ↔ the text of one keychain entry: compact, versioned, checked on the way back. Pure. */
import type { Credentials } from '../session/credentials.ts';

const VERSION = '1';

export function encodeEntry({
  accessKeyId,
  secretAccessKey,
  sessionToken,
  startedAt,
  expiresAt,
}: Credentials): string {
  return [VERSION, startedAt, expiresAt, accessKeyId, secretAccessKey, sessionToken].join('\n');
}

/** Null for anything this version did not write. */
export function decodeEntry(text: string): Credentials | null {
  const [version, started, expires, accessKeyId, secretAccessKey, sessionToken, ...more] = text.split('\n');
  const startedAt = Number(started);
  const expiresAt = Number(expires);
  if (version !== VERSION || more.length > 0 || !accessKeyId || !secretAccessKey || !sessionToken)
    return null;
  if (!Number.isSafeInteger(startedAt) || !Number.isSafeInteger(expiresAt)) return null;
  return { accessKeyId, secretAccessKey, sessionToken, startedAt, expiresAt };
}
