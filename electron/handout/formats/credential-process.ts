/**
 * What `credential_process` prints (AWS CLI User Guide, "Sourcing credentials with an external process"). Pure.
 * On one line and without spaces: older SDKs read 1,024 bytes and no more.
 */
import { expirationOf, type HandedOut } from './handed-out.ts';

export function credentialProcessJson(session: HandedOut): string {
  return JSON.stringify({
    Version: 1,
    AccessKeyId: session.accessKeyId,
    SecretAccessKey: session.secretAccessKey,
    SessionToken: session.sessionToken,
    Expiration: expirationOf(session),
    AccountId: session.accountId,
  });
}
