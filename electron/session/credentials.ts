/** What STS gives for one pass. SECURITY: lives in main, the keychain and the S3 processes; nowhere else. */
export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  /** Epoch ms on our clock. */
  startedAt: number;
  /** Epoch ms, as STS said. */
  expiresAt: number;
}
