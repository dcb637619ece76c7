/**
 * A file that people of one company share (`.daypass.json`): organisations and passes as settings hold them.
 * Pure. SECURITY: one that says where credentials or answers go is refused as a whole, naming the field: with
 * the true sign-in page and a false STS it would hand every role of a person to whoever wrote it.
 */
import { z } from 'zod';
import { AppError } from '../lib/app-error.ts';
import { lineOf, lineOfSyntaxError } from '../lib/json-lines.ts';
import { problemWithLine } from '../settings/check-text.ts';
import { Organisation, Pass } from '../settings/schema.ts';
import type { Found } from './found.ts';

const SharedOrganisation = Organisation.pick({ id: true, name: true, signInUrl: true, region: true });
/** SECURITY: which pass a person's own tools use is theirs to say. */
const SharedPass = Pass.omit({ awsProfile: true });
const SharedFile = z.strictObject({
  $schema: z.string().optional(),
  version: z.literal(1),
  organisations: z.array(SharedOrganisation).max(100).default([]),
  passes: z.array(SharedPass).max(500).default([]),
});

/** Whatever else an organisation may hold steers where a sign-in goes; these also before the schema knows them. */
const carried = new Set(Object.keys(SharedOrganisation.shape));
const OVERRIDES = new Set([
  ...Object.keys(Organisation.shape).filter((field) => !carried.has(field)),
  'endpoints',
  'capture',
  'caFile',
]);

export function readSharedFile(text: string, file: string): Found {
  const unreadable = (reason: string) =>
    new AppError('import-unreadable', { retry: 'never', subject: file, raw: reason });
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    throw unreadable(
      `line ${lineOfSyntaxError(text)}: ${error instanceof Error ? error.message : 'no JSON'}`,
    );
  }
  const override = overrideIn(raw);
  if (override)
    throw new AppError('import-overrides', {
      retry: 'never',
      subject: override.join('.'),
      raw: `line ${lineOf(text, override)}: ${override.join('.')}`,
    });
  const parsed = SharedFile.safeParse(raw);
  if (!parsed.success) throw unreadable(problemWithLine(parsed.error, text));
  const { organisations, passes } = parsed.data;
  return {
    organisations: organisations.map((value, index) => ({
      value,
      line: lineOf(text, ['organisations', index]),
    })),
    passes: passes.map((value, index) => ({ value, line: lineOf(text, ['passes', index]) })),
    roles: [],
    refused: [],
  };
}

/** The path of the first field that may not come from elsewhere, wherever in the file it hides. */
function overrideIn(value: unknown, path: readonly string[] = []): string[] | null {
  if (typeof value !== 'object' || value === null || path.length > 8) return null;
  for (const [key, inner] of Object.entries(value)) {
    const here = [...path, key];
    if (!Array.isArray(value) && OVERRIDES.has(key)) return here;
    const deeper = overrideIn(inner, here);
    if (deeper) return deeper;
  }
  return null;
}
