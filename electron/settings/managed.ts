/**
 * The administrator's file: where it is on each system, and whether it may count. SECURITY: it counts only when
 * nobody but the administrator could have written it; otherwise it is refused aloud.
 */
import { posix, win32 } from 'node:path';
import { readTextFile } from '../lib/read-text.ts';
import { checkSettingsText } from './check-text.ts';
import type { Settings } from './schema.ts';

export interface ManagedSource {
  file: string;
  read(): ManagedReading;
}

export type ManagedReading =
  | { kind: 'absent' }
  | { kind: 'read'; settings: Settings }
  | { kind: 'refused'; reason: string };

/** Why a path can't be trusted, in words; null when only the administrator can change it. */
export type DistrustOf = (file: string) => string | null;

const LARGEST_FILE_BYTES = 5_000_000;

/** Fixed on every system: a variable of the environment would be the person's own to set. */
export function managedFileOf(platform: NodeJS.Platform): string {
  if (platform === 'darwin') return '/Library/Application Support/Daypass/managed.json';
  if (platform === 'win32') return win32.join('C:\\ProgramData', 'Daypass', 'managed.json');
  return posix.join('/etc', 'daypass', 'managed.json');
}

export function createManagedSource(file: string, distrustOf: DistrustOf): ManagedSource {
  const readIt = (): ManagedReading => {
    // Read first: what the check then finds on the way can't be put there only after it.
    const text = readTextFile(file, LARGEST_FILE_BYTES);
    if (text === null) return { kind: 'absent' };
    const distrust = distrustOf(file);
    if (distrust !== null) return { kind: 'refused', reason: distrust };
    const checked = checkSettingsText(text);
    if (checked.kind !== 'good') return { kind: 'refused', reason: checked.reason };
    return { kind: 'read', settings: checked.settings };
  };
  return {
    file,
    read() {
      try {
        return readIt();
      } catch (error) {
        return { kind: 'refused', reason: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}
