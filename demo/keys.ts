// Makes what the demo organisation needs once in its life: a signing key, its certificate, a master key.

import 'reflect-metadata';
import { createPrivateKey, randomBytes, webcrypto, X509Certificate } from 'node:crypto';
import { X509CertificateGenerator } from '@peculiar/x509';

const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
const YEAR_MS = 365 * 24 * 3600 * 1000;

export interface DemoKeys {
  privateKeyPem: string;
  certificatePem: string;
  /** 32 bytes, base64. */
  masterKey: string;
}

export async function createKeys(now: number): Promise<DemoKeys> {
  const keys = await webcrypto.subtle.generateKey(
    { ...RSA, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
    true,
    ['sign', 'verify'],
  );
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=sso.larkfield.example, O=Larkfield (demo)',
    serialNumber: `00${randomBytes(8).toString('hex')}`,
    notBefore: new Date(now - YEAR_MS),
    notAfter: new Date(now + 20 * YEAR_MS),
    signingAlgorithm: RSA,
    keys,
  });
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  const privateKey = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  return {
    privateKeyPem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    certificatePem: certificate.toString('pem'),
    masterKey: randomBytes(32).toString('base64'),
  };
}

/** True if the key is the certificate's and the master key is whole. */
export function keysFit(keys: DemoKeys): boolean {
  try {
    const certificate = new X509Certificate(keys.certificatePem);
    const fits = certificate.checkPrivateKey(createPrivateKey(keys.privateKeyPem));
    return fits && Buffer.from(keys.masterKey, 'base64').length === 32;
  } catch {
    return false;
  }
}
