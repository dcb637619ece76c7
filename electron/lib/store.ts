/**
 * One JSON file on disk: read whole and checked by a schema, written atomically with the previous copy kept.
 * Knows nothing of what the file is for.
 */
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';

const LARGEST_FILE_BYTES = 5_000_000;

export type Reading<T> =
  | { kind: 'absent' }
  | { kind: 'read'; value: T }
  /** `keptAt`: where the unreadable file was put, so that nothing is lost. */
  | { kind: 'broken'; reason: string; keptAt: string };

/** Reads `file`; one that does not fit the schema is moved beside itself as `NAME.broken-TIME`. */
export function readStore<T>(file: string, schema: z.ZodType<T>, now: () => number): Reading<T> {
  if (!existsSync(file)) return { kind: 'absent' };
  try {
    const bytes = readFileSync(file);
    if (bytes.length > LARGEST_FILE_BYTES) throw new Error(`larger than ${LARGEST_FILE_BYTES} bytes`);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const parsed = schema.safeParse(JSON.parse(text));
    if (parsed.success) return { kind: 'read', value: parsed.data };
    return setAside(file, firstProblem(parsed.error), now);
  } catch (error) {
    return setAside(file, error instanceof Error ? error.message : String(error), now);
  }
}

function firstProblem(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue ? `${issue.path.join('.') || 'the file'}: ${issue.message}` : 'does not fit';
}

export function setAside(
  file: string,
  reason: string,
  now: () => number,
): { kind: 'broken'; reason: string; keptAt: string } {
  const keptAt = `${file}.broken-${new Date(now()).toISOString().replace(/[:.]/g, '-')}`;
  renameSync(file, keptAt);
  return { kind: 'broken', reason, keptAt };
}

/** Writes `value` so that a reader sees the old file or the new one, never half; mode 0600, folder 0700. */
export function writeStore(file: string, value: unknown): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.new`;
  // A draft that a crash left would keep its own mode.
  rmSync(draft, { force: true });
  const handle = openSync(draft, 'wx', 0o600);
  try {
    writeFileSync(handle, `${JSON.stringify(value, null, 2)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  if (existsSync(file)) copyFileSync(file, `${file}.previous`);
  renameSync(draft, file);
}
