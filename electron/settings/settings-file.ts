/**
 * `settings.json` as people and screens write it. Remembers what it read, so that an edit from a screen never
 * runs over one made by hand meanwhile. Knows the file, not what the settings mean.
 */
import { AppError } from '../lib/app-error.ts';
import { readTextFile } from '../lib/read-text.ts';
import { setAside, writeStore } from '../lib/store.ts';
import { checkSettingsText, problemWithLine } from './check-text.ts';
import { Settings, type SettingsDocument } from './schema.ts';

export type SettingsReading =
  | { kind: 'absent' }
  | { kind: 'read'; settings: Settings }
  /** Stays where it is, untouched. */
  | { kind: 'newer'; reason: string }
  | { kind: 'broken'; reason: string; keptAt: string };

export interface SettingsFile {
  read(): SettingsReading;
  /**
   * Writes what `change` makes of the document. Throws `settings-changed` when the file is not as it was read
   * last, `settings-newer` or `settings-unreadable` when it can't be edited, `edit-refused` when the result
   * does not fit; nothing is written then.
   */
  edit(change: (document: SettingsDocument) => SettingsDocument): Settings;
}

const LARGEST_FILE_BYTES = 5_000_000;
const EMPTY: SettingsDocument = { version: 1 };

export function openSettingsFile(file: string, now: () => number): SettingsFile {
  /** As last read or written; null when there was no file. */
  let seen: string | null = null;

  const unreadable = (reason: string) =>
    new AppError('settings-unreadable', { retry: 'never', subject: file, raw: reason });

  return {
    read() {
      seen = null;
      try {
        const text = readTextFile(file, LARGEST_FILE_BYTES);
        if (text === null) return { kind: 'absent' };
        const checked = checkSettingsText(text);
        if (checked.kind === 'broken') return setAside(file, checked.reason, now);
        seen = text;
        return checked.kind === 'good' ? { kind: 'read', settings: checked.settings } : checked;
      } catch (error) {
        return setAside(file, messageOf(error), now);
      }
    },
    edit(change) {
      const document = documentNow();
      const next = change(document);
      const text = `${JSON.stringify(next, null, 2)}\n`;
      const parsed = Settings.safeParse(next);
      if (!parsed.success)
        throw new AppError('edit-refused', { retry: 'never', raw: problemWithLine(parsed.error, text) });
      try {
        writeStore(file, next);
      } catch (error) {
        throw new AppError('file-not-written', { subject: file, raw: messageOf(error), cause: error });
      }
      seen = text;
      return parsed.data;
    },
  };

  /** The document as it is on the disk at this moment, if it is the one that the screen shows. */
  function documentNow(): SettingsDocument {
    const text = readOrRefuse();
    if (text === null && seen === null) return EMPTY;
    const checked = text === null ? null : checkSettingsText(text);
    if (checked?.kind === 'broken') throw unreadable(checked.reason);
    if (checked?.kind === 'newer')
      throw new AppError('settings-newer', { retry: 'never', subject: file, raw: checked.reason });
    if (text !== seen || checked === null) throw new AppError('settings-changed', { subject: file });
    return checked.document;
  }
  function readOrRefuse(): string | null {
    try {
      return readTextFile(file, LARGEST_FILE_BYTES);
    } catch (error) {
      throw unreadable(messageOf(error));
    }
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
