/** Makes a company's own certificate authority, certificates by it, and adds it to a desk's NSS database. */
import 'reflect-metadata';
import { createPrivateKey, randomBytes, webcrypto } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import type { Desk } from './desk.ts';

const EC = { name: 'ECDSA', namedCurve: 'P-256' };
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' };
const DAY_MS = 24 * 3_600_000;
const NAME = 'CN=Corp Issuing CA, O=Corp';

export interface ServerKeys {
  key: string;
  cert: string;
}

export interface Authority {
  pem: string;
  /** For a host: an address of digits or a name. */
  certify(host: string): Promise<ServerKeys>;
  /** Lets Chromium on this desk trust it, as the screen tells a person to. */
  addTo(desk: Desk): Promise<void>;
}

export async function makeAuthority(): Promise<Authority> {
  const keys = await newKeys();
  const own = await X509CertificateGenerator.createSelfSigned({
    ...validNow(),
    name: NAME,
    signingAlgorithm: SIGNING,
    keys,
    extensions: [
      new BasicConstraintsExtension(true, 1, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
    ],
  });
  const pem = own.toString('pem');
  return {
    pem,
    certify: async (host) => {
      const server = await newKeys();
      const type = /^[\d.]+$/.test(host) ? 'ip' : 'dns';
      const certificate = await X509CertificateGenerator.create({
        ...validNow(),
        subject: `CN=${host}`,
        issuer: NAME,
        publicKey: server.publicKey,
        signingKey: keys.privateKey,
        signingAlgorithm: SIGNING,
        extensions: [new SubjectAlternativeNameExtension([{ type, value: host }])],
      });
      return { key: await pemOf(server.privateKey), cert: certificate.toString('pem') };
    },
    addTo: (desk) => addTo(desk, pem),
  };
}

async function addTo(desk: Desk, pem: string): Promise<void> {
  const file = join(desk.folder, 'run', 'corp-ca.pem');
  const folder = `${desk.env.HOME}/.pki/nssdb`;
  const database = `sql:${folder}`;
  // Chromium makes it with its first look; certutil would ask for the password of one that is there, for ever.
  const missing = !existsSync(join(folder, 'cert9.db'));
  const steps: [string, string[], string?][] = [
    ['tee', [file], pem],
    ['mkdir', ['-p', folder]],
    ...(missing ? [['certutil', ['-d', database, '-N', '--empty-password']] as [string, string[]]] : []),
    ['certutil', ['-d', database, '-A', '-t', 'C,,', '-n', 'corp', '-i', file]],
  ];
  for (const [command, args, input] of steps) {
    const { code, stderr } = await desk.run(command, args, input === undefined ? {} : { input });
    if (code !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  }
}

function validNow() {
  return {
    serialNumber: `00${randomBytes(8).toString('hex')}`,
    notBefore: new Date(Date.now() - DAY_MS),
    notAfter: new Date(Date.now() + 90 * DAY_MS),
  };
}

function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(EC, true, ['sign', 'verify']);
}

async function pemOf(key: webcrypto.CryptoKey): Promise<string> {
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key));
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    .export({ format: 'pem', type: 'pkcs8' })
    .toString();
}
