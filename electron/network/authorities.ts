/**
 * Whose certificates Node's stack trusts: Node's own authorities, the system's where this runtime can read them,
 * and the company's `caFile`.
 */
import { X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as tls from 'node:tls';
import { AppError } from '../lib/app-error.ts';

const LARGEST_FILE_BYTES = 1_000_000;
const PEM = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** The certificates in a company's `caFile`, as PEM. Throws `ca-file-unreadable` with the reason. */
export function readCaFile(folder: string, caFile: string): string {
  try {
    const path = join(folder, caFile);
    if (statSync(path).size > LARGEST_FILE_BYTES) throw new Error(`larger than ${LARGEST_FILE_BYTES} bytes`);
    const certificates = readFileSync(path, 'utf8').match(PEM) ?? [];
    if (certificates.length === 0) throw new Error('holds no certificate in PEM form');
    for (const certificate of certificates) new X509Certificate(certificate);
    return certificates.join('\n');
  } catch (error) {
    const raw = error instanceof Error ? error.message : String(error);
    throw new AppError('ca-file-unreadable', { subject: caFile, raw, cause: error });
  }
}

/** Newer Node than the types here know (22.15). */
interface WithSystemStore {
  getCACertificates?: (store: 'system') => string[];
}

/** Null: no company file. The context is made once for each file, since the lists are long. */
export function createAuthorities(): (companyPem: string | null) => tls.SecureContext {
  const contexts = new Map<string, tls.SecureContext>();
  return (companyPem) => {
    const name = companyPem ?? '';
    const known = contexts.get(name);
    if (known) return known;
    const company = companyPem === null ? [] : [companyPem];
    const context = tls.createSecureContext({ ca: [...tls.rootCertificates, ...systemStore(), ...company] });
    contexts.set(name, context);
    return context;
  };
}

function systemStore(): string[] {
  try {
    return (tls as WithSystemStore).getCACertificates?.('system') ?? [];
  } catch {
    return [];
  }
}
