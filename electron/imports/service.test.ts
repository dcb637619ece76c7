import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppError } from '../lib/app-error.ts';
import { createSettings, type SettingsService } from '../settings/service.ts';
import { createImports, type ImportService, importFiles } from './service.ts';

const ROLE = 'arn:aws:iam::111122223333:role/S3AccessRole';
const ACCOUNT = `[default]\nurl = https://sso.corp.example/\nrole_arn = ${ROLE}\n`;

let folder: string;
let settings: SettingsService;
let imports: ImportService;
let chosen: string | null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daypass-imports-'));
  settings = createSettings(join(folder, 'data'), 'linux', () => 0);
  chosen = null;
  imports = createImports({
    files: { saml2aws: join(folder, 'saml2aws'), awsConfig: join(folder, 'config') },
    settings,
    askForFile: async () => chosen,
    timeZone: 'UTC',
  });
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const codeOf = async (act: () => unknown) => {
  try {
    await act();
    return null;
  } catch (error) {
    return (error as AppError).code;
  }
};

it('files are where the tools look, or where they are named', () => {
  const nowhere = { saml2aws: null, awsConfig: null };
  expect(importFiles(nowhere, '/home/ada')).toEqual({
    saml2aws: join('/home/ada', '.saml2aws'),
    awsConfig: join('/home/ada', '.aws', 'config'),
  });
  expect(importFiles({ ...nowhere, awsConfig: '/else' }, '/home/ada').awsConfig).toBe('/else');
});

describe('what is found', () => {
  it('is counted only where there is something for us', () => {
    expect(imports.find()).toEqual({ saml2aws: null, awsConfig: null });
    write('saml2aws', ACCOUNT);
    write('config', '[default]\nregion = eu-west-1\n');
    expect(imports.find()).toEqual({ saml2aws: 1, awsConfig: null });
  });

  it('that is broken is not found, and looking at it says why', async () => {
    write('saml2aws', `${ACCOUNT}\u0000`);
    writeFileSync(join(folder, 'config'), Buffer.from([0xff, 0xff]));
    expect(imports.find().awsConfig).toBeNull();
    expect(await codeOf(() => imports.look('awsConfig'))).toBe('import-unreadable');
  });
});

describe('bringing in', () => {
  it('changes nothing before it was agreed to, takes what was shown, and only once', async () => {
    write('saml2aws', ACCOUNT);
    const preview = await imports.look('saml2aws');
    expect(preview?.items.map(({ kind, verdict }) => [kind, verdict.kind])).toEqual([
      ['organisation', 'new'],
      ['role', 'new'],
    ]);
    expect(settings.organisations()).toEqual([]);
    imports.take(preview?.id ?? '');
    expect(settings.organisations()).toMatchObject([{ id: 'corp', name: 'Corp' }]);
    expect(settings.state().wanted).toEqual([{ roleArn: ROLE, label: 'S3AccessRole' }]);
    expect(await codeOf(() => imports.take(preview?.id ?? ''))).toBe('import-gone');
    const again = await imports.look('saml2aws');
    expect(again?.items.map(({ verdict }) => verdict.kind)).toEqual(['same', 'same']);
  });

  it('holds what was looked at last against what is there when it is taken', async () => {
    write('saml2aws', ACCOUNT);
    const first = await imports.look('saml2aws');
    const second = await imports.look('saml2aws');
    expect(await codeOf(() => imports.take(first?.id ?? ''))).toBe('import-gone');
    const draft = { name: 'Corp', signInUrl: 'https://sso.corp.example/', region: 'eu-west-1' };
    settings.addOrganisation(draft);
    imports.take(second?.id ?? '');
    expect(settings.organisations()).toEqual([{ id: 'corp', ...draft }]);
  });

  it.each([
    ['no file', () => {}, 'import-unreadable'],
    ['nothing for us', () => write('saml2aws', '[default]\n'), 'import-empty'],
    ['too much', () => write('saml2aws', 'x'.repeat(1_000_001)), 'import-unreadable'],
  ])('%s is said', async (_what, make, code) => {
    make();
    expect(await codeOf(() => imports.look('saml2aws'))).toBe(code);
  });

  it('a person who chose no file is asked nothing more', async () => {
    expect(await imports.look('sharedFile')).toBeNull();
  });
});
