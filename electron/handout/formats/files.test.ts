import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyText } from './copy-text.ts';
import { credentialProcessJson } from './credential-process.ts';
import { dotenvLines } from './dotenv.ts';
import { environmentAfter, hostile, plain, realShells } from './formats.test-parts.ts';
import { type Variable, variablesOf } from './handed-out.ts';
import { sectionName } from './ini.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daypass-formats-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text, { mode: 0o600 });
  return path;
};
/** Debian's `aws` in an environment of its own; what it would sign with. */
const awsReads = (env: Record<string, string>, profile: string): Record<string, unknown> => {
  const args = ['configure', 'export-credentials', '--profile', profile];
  const given = { PATH: '/usr/bin:/bin', HOME: folder, ...env };
  return JSON.parse(execFileSync('/usr/bin/aws', args, { env: given }).toString());
};
const keys = {
  AccessKeyId: plain.accessKeyId,
  SecretAccessKey: plain.secretAccessKey,
  SessionToken: plain.sessionToken,
};

describe('a .env file', () => {
  // The one that electron-builder reads such files with.
  const inBuilder = createRequire(createRequire(import.meta.url).resolve('electron-builder/package.json'));
  const dotenv = createRequire(inBuilder.resolve('app-builder-lib/package.json'))('dotenv') as {
    parse(text: string): Record<string, string>;
  };
  const posix = realShells.filter(({ shell }) => shell === 'bash');
  const sourced = (path: string) =>
    posix.map((real) => environmentAfter(real, ` set -a; . '${path}'; set +a`));

  it('is read alike by sh, bash, zsh and the dotenv library', () => {
    const wanted = Object.fromEntries(variablesOf(plain));
    expect(dotenv.parse(copyText(plain, 'dotenv'))).toEqual(wanted);
    for (const read of sourced(put('.env', copyText(plain, 'dotenv')))) expect(read).toMatchObject(wanted);
  });

  it('is read alike for all values that are written at all', () => {
    const letters = fc.constantFrom(...'abcXYZ019/+=_.:@,[]-');
    const values = fc.array(
      fc.string({ unit: letters }).filter((text) => !/^=|:=/.test(text)),
      { minLength: 40, maxLength: 40 },
    );
    fc.assert(
      fc.property(values, (all) => {
        const variables = all.map((each, index): Variable => [`V${index}`, each]);
        const wanted = Object.fromEntries(variables);
        expect(dotenv.parse(dotenvLines(variables))).toEqual(wanted);
        for (const read of sourced(put('.env', dotenvLines(variables)))) expect(read).toMatchObject(wanted);
      }),
      { numRuns: 5, seed: 7 },
    );
  });

  it.each([' ', "'", '"', '$', '\\', '#', '`', ';', '&', '~', '%', '\n', 'é', ':='])(
    'is refused for a value with %j, on which its readers differ',
    (character) => {
      const session = { ...plain, sessionToken: `a${character}b` };
      expect(() => copyText(session, 'dotenv')).toThrow('copy-impossible');
    },
  );
});

describe('an INI section', () => {
  it('is a profile for the real aws, with its region and expiry', () => {
    const text = copyText({ ...plain, label: 'Reports (prod)' }, 'ini');
    const env = { AWS_SHARED_CREDENTIALS_FILE: put('credentials', text) };
    expect(awsReads(env, 'Reports-prod')).toMatchObject(keys);
    const args = ['configure', 'get', 'region', '--profile', 'Reports-prod'];
    const region = execFileSync('/usr/bin/aws', args, {
      env: { PATH: '/usr/bin:/bin', HOME: folder, ...env },
    });
    expect(region.toString().trim()).toBe('eu-west-1');
    expect(text).toContain('\nx_security_token_expires = 2026-10-02T16:42:05Z\n');
  });

  it.each([
    ['Reports', 'Reports'],
    ['报表 Reports', 'Reports'],
    ['报表', 'daypass'],
    ['a]\n[default', 'a-default'],
    ['  spaced  out  ', 'spaced-out'],
    [`${'x'.repeat(70)}`, 'x'.repeat(64)],
    ['ops@corp.example', 'ops@corp.example'],
  ])('is named after the label: %j → %s', (label, name) => {
    expect(sectionName(label)).toBe(name);
  });

  it('is refused for a value that its readers take differently', () => {
    expect(() => copyText(hostile, 'ini')).toThrow('copy-impossible');
  });
});

describe('JSON', () => {
  it('is what the real aws takes from a credential_process', () => {
    const printed = put('printed.json', copyText(plain, 'json'));
    const expiresAt = Date.now() + 3_600_000;
    writeFileSync(printed, credentialProcessJson({ ...plain, expiresAt }));
    const config = put('config', `[profile reports]\ncredential_process = cat ${printed}\n`);
    expect(awsReads({ AWS_CONFIG_FILE: config }, 'reports')).toMatchObject(keys);
  });

  it('is one line without spaces, with the expiry in whole seconds, whatever the values are', () => {
    for (const session of [plain, hostile]) {
      const text = copyText(session, 'json');
      expect(text.trimEnd()).not.toContain('\n');
      expect(JSON.parse(text)).toEqual({
        Version: 1,
        AccessKeyId: session.accessKeyId,
        SecretAccessKey: session.secretAccessKey,
        SessionToken: session.sessionToken,
        Expiration: '2026-10-02T16:42:05Z',
        AccountId: '111122223333',
      });
    }
    expect(copyText(plain, 'json')).toMatch(/^\{"Version":1,"AccessKeyId":"[^ ]+"\}\n$/);
  });
});

describe('Docker', () => {
  it.each([plain, hostile])('gets names only, after lines that set them', (session) => {
    const text = copyText(session, 'docker');
    const start = text.indexOf(' docker run');
    expect(text.slice(0, start)).toBe(copyText(session, 'bash'));
    expect(text.slice(start)).toBe(
      ` docker run --rm ${variablesOf(session)
        .map(([name]) => `-e ${name}`)
        .join(' ')} `,
    );
  });
});

it.each(['accessKeyId', 'secretAccessKey', 'sessionToken'] as const)('%s alone is itself', (value) => {
  expect(copyText(hostile, value)).toBe(hostile[value]);
  expect(() => copyText({ ...plain, [value]: 'a\nb' }, value)).toThrow('copy-impossible');
});
