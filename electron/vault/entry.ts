/** Credentials ↔ the text of one keychain entry: compact, versioned, checked on the way back. Pure. */
import { Scope } from '../contract/scope.ts';
import type { Credentials } from '../session/credentials.ts';

const VERSION = '2';

export function encodeEntry(credentials: Credentials): string {
  const { accessKeyId, secretAccessKey, sessionToken, startedAt, expiresAt, scope } = credentials;
  return [VERSION, startedAt, expiresAt, scope, accessKeyId, secretAccessKey, sessionToken].join('\n');
}

/** Null for anything that no version of ours wrote. */
export function decodeEntry(text: string): Credentials | null {
  const [version, started, expires, ...rest] = text.split('\n');
  if (version !== '1' && version !== VERSION) return null;
  // Version 1 had no scope: its sessions are full.
  const [given, accessKeyId, secretAccessKey, sessionToken, ...more] =
    version === '1' ? ['full', ...rest] : rest;
  const scope = Scope.safeParse(given);
  const startedAt = Number(started);
  const expiresAt = Number(expires);
  if (more.length > 0 || !scope.success || !accessKeyId || !secretAccessKey || !sessionToken) return null;
  if (!Number.isSafeInteger(startedAt) || !Number.isSafeInteger(expiresAt)) return null;
  return { accessKeyId, secretAccessKey, sessionToken, startedAt, expiresAt, scope: scope.data };
}
