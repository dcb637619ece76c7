/**
 * Brings in from files of other tools: reads one, shows what is in it, and takes it only when that list was
 * agreed to. Knows the files' places; runs nothing that stands in them.
 */
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { ImportFound, ImportPreview, ImportSourceName } from '../contract/import-preview.ts';
import { AppError } from '../lib/app-error.ts';
import { readTextFile } from '../lib/read-text.ts';
import type { SettingsService } from '../settings/service.ts';
import { readAwsConfig } from './aws-config.ts';
import type { Found } from './found.ts';
import { type Judged, judge } from './judge.ts';
import { readSaml2aws } from './saml2aws.ts';
import { readSharedFile } from './shared-file.ts';

export interface ImportService {
  find(): ImportFound;
  look(source: ImportSourceName): Promise<ImportPreview | null>;
  take(preview: string): void;
}

/** Where the two known files are. */
export type ImportFiles = Record<keyof ImportFound, string>;

interface Parts {
  files: ImportFiles;
  settings: SettingsService;
  /** Asks for a shared file; null when the person went back. */
  askForFile: () => Promise<string | null>;
  /** Name of the computer's time zone, for a first guess of the region. */
  timeZone: string;
}

const LARGEST_FILE_BYTES = 1_000_000;

/** Where those tools look, unless the person's environment named another file. */
export function importFiles(named: Record<keyof ImportFound, string | null>, home = homedir()): ImportFiles {
  return {
    saml2aws: named.saml2aws ?? join(home, '.saml2aws'),
    awsConfig: named.awsConfig ?? join(home, '.aws', 'config'),
  };
}

export function createImports({ files, settings, askForFile, timeZone }: Parts): ImportService {
  let looks = 0;
  let held: { id: string; found: Found; source: ImportSourceName } | null = null;

  const read = (source: ImportSourceName, file: string): Found => {
    const text = textOf(file);
    if (source === 'saml2aws') return readSaml2aws(text, timeZone);
    return source === 'awsConfig' ? readAwsConfig(text, timeZone) : readSharedFile(text, file);
  };
  const judged = (found: Found, source: ImportSourceName): Judged => {
    const present = {
      organisations: settings.organisations(),
      passes: settings.passes(),
      wanted: settings.state().wanted,
    };
    return judge(found, present, source === 'sharedFile');
  };
  const countIn = (source: keyof ImportFound): number | null => {
    try {
      const { organisations, roles } = read(source, files[source]);
      return Math.max(organisations.length, roles.length) || null;
    } catch {
      // Looking at it says what is wrong.
      return null;
    }
  };

  return {
    find: () => ({ saml2aws: countIn('saml2aws'), awsConfig: countIn('awsConfig') }),
    async look(source) {
      const file = source === 'sharedFile' ? await askForFile() : files[source];
      if (file === null) return null;
      const found = read(source, file);
      const { items } = judged(found, source);
      if (items.length === 0) throw new AppError('import-empty', { retry: 'never', subject: file });
      held = { id: `import-${++looks}`, found, source };
      return { id: held.id, source, file, items };
    },
    take(preview) {
      if (held?.id !== preview) throw new AppError('import-gone');
      // Judged anew: something may have come in between.
      settings.bringIn(judged(held.found, held.source).taken);
      held = null;
    },
  };
}

function textOf(file: string): string {
  const unreadable = (reason: string) =>
    new AppError('import-unreadable', { retry: 'never', subject: file, raw: reason });
  let text: string | null;
  try {
    text = readTextFile(file, LARGEST_FILE_BYTES);
  } catch (error) {
    throw unreadable(error instanceof Error ? error.message : String(error));
  }
  if (text === null) throw unreadable('There is no such file.');
  return text;
}
