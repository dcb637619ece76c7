import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAuthority } from '../../tests/harness/authority.ts';
import { AppError } from '../lib/app-error.ts';
import { createAuthorities, readCaFile } from './authorities.ts';

let folder: string;
let pem: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'daypass-ca-'));
  pem = (await makeAuthority()).pem;
});
afterAll(() => rmSync(folder, { recursive: true }));

const reading = (text: string) => {
  writeFileSync(join(folder, 'ca.pem'), text);
  return () => readCaFile(folder, 'ca.pem');
};

describe('a company’s file of authorities', () => {
  it('may hold several, and words around them', () => {
    const read = reading(`# Corp\n${pem}\n# Corp, older\r\n${pem}\n`)();
    expect(read.match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
    expect(read).not.toContain('#');
  });

  it.each([
    ['without a certificate', () => 'nothing', /holds no certificate/],
    [
      'with a key only',
      () => '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----',
      /no certificate/,
    ],
    [
      'with a broken one',
      () => '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----',
      /PEM|asn1|header|length/i,
    ],
    ['that is huge', () => 'x'.repeat(1_000_001), /larger than/],
  ])('%s is a clear failure', (_what, text, reason) => {
    expect(reading(text())).toThrow(
      expect.objectContaining({
        code: 'ca-file-unreadable',
        details: expect.objectContaining({ subject: 'ca.pem', raw: expect.stringMatching(reason) }),
      }),
    );
  });

  it('that is not there is one too', () => {
    expect(() => readCaFile(folder, 'missing.pem')).toThrow(AppError);
  });
});

it('a list is read once, however many clients there are', () => {
  const contextOf = createAuthorities();
  expect(contextOf(pem)).toBe(contextOf(pem));
  expect(contextOf(null)).not.toBe(contextOf(pem));
});
