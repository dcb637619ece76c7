/** What a keychain can do for us, and the ways it may refuse. keytar keeps it, in a process of its own. */

export interface Keychain {
  /** Null when there is no such entry, or when the ring is locked: ask `probe` which. */
  get(account: string): Promise<string | null>;
  set(account: string, value: string): Promise<void>;
  /** False when there was nothing to delete. */
  delete(account: string): Promise<boolean>;
}

export class KeychainError extends Error {
  override readonly name = 'KeychainError';
}
