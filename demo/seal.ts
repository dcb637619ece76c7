// Seals small texts under the demo's master key, so that tokens and cookies need no table.
// One purpose's text never opens as another's: each has its own derived key.

import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;

export interface Seal {
  /** Base64 of IV, ciphertext and tag (AES-256-GCM). */
  close(text: string): string;
  /** The text, or undefined when it was not sealed by us or was changed. */
  open(sealed: string): string | undefined;
}

export function createSeal(masterKey: Buffer, purpose: string): Seal {
  const key = deriveKey(masterKey, purpose);
  return {
    close(text) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, body, cipher.getAuthTag()]).toString('base64');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64');
      // SECURITY: base64 has many spellings of one text; only the one we wrote is taken.
      if (bytes.length < IV_BYTES + TAG_BYTES || bytes.toString('base64') !== sealed) return undefined;
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), {
          authTagLength: TAG_BYTES,
        });
        decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
        const body = decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES));
        return Buffer.concat([body, decipher.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
}

/** 32 bytes that belong to one purpose (HKDF, RFC 5869). */
export function deriveKey(masterKey: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', masterKey, '', `larkfield ${purpose}`, 32));
}

/** A 40-character secret access key that only the holder of the master key can compute from its seed. */
export function secretFromSeed(masterKey: Buffer, seed: string): string {
  const key = deriveKey(masterKey, 'secret access keys');
  return createHmac('sha256', key).update(seed).digest('base64').slice(0, 40);
}
