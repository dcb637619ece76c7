/** What STS gives for one pass. SECURITY: lives in main, the keychain and the S3 processes; nowhere else. */
import type { Scope } from '../contract/scope.ts';

export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  /** Epoch ms on our clock. */
  startedAt: number;
  /** Epoch ms, as STS said. */
  expiresAt: number;
  /** What the session was given, whatever its pass asks for next time. */
  scope: Scope;
}
