/** The forms in which credentials leave by the clipboard: lines for a shell, text for a file, one value alone. Pure. */
import { z } from 'zod';

export const Shell = z.enum(['bash', 'fish', 'powershell', 'cmd', 'nushell']);
export type Shell = z.infer<typeof Shell>;

export const FileFormat = z.enum(['dotenv', 'json', 'ini', 'docker']);
export type FileFormat = z.infer<typeof FileFormat>;

export const SingleValue = z.enum(['accessKeyId', 'secretAccessKey', 'sessionToken']);
export type SingleValue = z.infer<typeof SingleValue>;

/** Holds a whole session; the last one used is what *Copy* does next time. One value alone never is. */
export const WholeFormat = z.enum([...Shell.options, ...FileFormat.options]);
export type WholeFormat = z.infer<typeof WholeFormat>;

export const CopyFormat = z.enum([...WholeFormat.options, ...SingleValue.options]);
export type CopyFormat = z.infer<typeof CopyFormat>;

/** What of a pass may be on the clipboard: its credentials, an address that signs in to the console, a signed link. */
export type CopiedThing = CopyFormat | 'consoleLink' | 'objectLink';

export function isWholeFormat(format: CopyFormat): format is WholeFormat {
  return WholeFormat.safeParse(format).success;
}
