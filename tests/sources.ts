/** Reads the project's own sources for tests about them: text, header and imports of each file. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

export interface Import {
  /** As written. */
  from: string;
  /** Path from the project's root when it is a file of ours, else null. */
  file: string | null;
  typeOnly: boolean;
}

export interface Source {
  /** From the project's root, with `/`. */
  file: string;
  text: string;
  /** The comment that opens the file. */
  header: string;
  imports: Import[];
  isTest: boolean;
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\sfrom\s+)?['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/g;

export function readSources(folders: readonly string[], endings: RegExp): Source[] {
  return folders
    .flatMap(filesIn)
    .filter((file) => endings.test(file))
    .map(readSource);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'));
}

function readSource(file: string): Source {
  const text = readFileSync(file, 'utf8');
  const header = /^(?:#!.*\n)?(?:\/\/ @ts-check\n)?\s*(\/\*[\s\S]*?\*\/|(?:\/\/.*\n)+)/.exec(text)?.[1] ?? '';
  const imports = [...text.matchAll(IMPORT)].map((match) => readImport(file, match));
  return { file, text, header, imports, isTest: /\.(test|app)\.tsx?$|\.test-/.test(file) };
}

function readImport(file: string, match: RegExpMatchArray): Import {
  const from = match[2] ?? match[3] ?? '';
  const ours = from.startsWith('.');
  return {
    from,
    file: ours ? normalize(join(dirname(file), from)).replaceAll('\\', '/') : null,
    typeOnly: match[1] !== undefined,
  };
}
