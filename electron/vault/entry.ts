/** Credentials ↔ the text of one keychain entry: compact, versioned, checked on the way back. Pure. */
import { Scope } from '../contract/scope.ts';
import type { Credentials } from '../session/credentials.ts';

const VERSION = '2';

export function encodeEntry(credentials: Credentials): string {
  const { accessKeyId, secretAccessKey, sessionToken, startedAt, expiresAt, scope } = credentials;
  return [VERSION, startedAt, expiresAt, accessKeyId, secretAccessKey, sessionToken, scope].join('\n');
}

/** Null for anything that no version of ours wrote. Version 1 had no scope: its sessions are full. */
export function decodeEntry(text: string): Credentials | null {
  const [version, started, expires, accessKeyId, secretAccessKey, sessionToken, ...more] = text.split('\n');
  const scope = Scope.safeParse(version === '1' && more.length === 0 ? 'full' : more[0]);
  const startedAt = Number(started);
  const expiresAt = Number(expires);
  if ((version !== '1' && version !== VERSION) || more.length > 1 || !scope.success) return null;
  if (!accessKeyId || !secretAccessKey || !sessionToken) return null;
  if (!Number.isSafeInteger(startedAt) || !Number.isSafeInteger(expiresAt)) return null;
  return { accessKeyId, secretAccessKey, sessionToken, startedAt, expiresAt, scope: scope.data };
}
