/** One line of JSON an event, to stderr and to `daypass.log` in the data folder; every field is redacted. */
import { appendFileSync, renameSync, statSync } from 'node:fs';
import { redactFields } from './redact.ts';

export type Log = (event: string, fields?: Record<string, unknown>) => void;

const LARGEST_LOG_BYTES = 1_000_000;

/** `file` null: stderr only. A log that can't be written is not a reason to stop. */
export function createLog(file: string | null, now: () => number): Log {
  return (event, fields = {}) => {
    const line = `${JSON.stringify({ at: new Date(now()).toISOString(), event, ...(redactFields(fields) as object) })}\n`;
    process.stderr.write(line);
    if (file === null) return;
    try {
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_LOG_BYTES)
        renameSync(file, `${file}.1`);
      appendFileSync(file, line, { mode: 0o600 });
    } catch {
      // the line is on stderr
    }
  };
}
