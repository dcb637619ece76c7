/** Text of a settings file → the settings in it, or what is wrong and in which line. Pure. */
import type { z } from 'zod';
import { lineOf, lineOfSyntaxError } from '../lib/json-lines.ts';
import { migrate } from './migrate.ts';
import { Settings, type SettingsDocument } from './schema.ts';

export type Checked =
  | { kind: 'good'; settings: Settings; document: SettingsDocument }
  | { kind: 'newer'; reason: string }
  | { kind: 'broken'; reason: string };

export function checkSettingsText(text: string): Checked {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    return { kind: 'broken', reason: `line ${lineOfSyntaxError(text)}: ${messageOf(error)}` };
  }
  const migration = migrate(raw);
  if (migration.kind === 'newer')
    return { kind: 'newer', reason: `version ${migration.version}: this Daypass reads version 1` };
  const parsed = Settings.safeParse(migration.document);
  if (!parsed.success) return { kind: 'broken', reason: problemWithLine(parsed.error, text) };
  // What fits the schema is a document of it, with whatever it holds still as it was written.
  return { kind: 'good', settings: parsed.data, document: migration.document as SettingsDocument };
}

/** `line 7, organisations.0.region: is not a region of AWS` */
export function problemWithLine(error: z.ZodError, text: string): string {
  const issue = error.issues[0];
  if (!issue) return 'does not fit';
  const extra = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const line = lineOf(text, [...issue.path, ...extra]);
  return `line ${line}, ${issue.path.join('.') || 'the file'}: ${issue.message}`;
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
