/**
 * Every order the screen may give: name → strict input schema and output type. The preload bridge,
 * the door's handlers, the renderer's API and the fake bridge are derived from this one table. Pure.
 */
import { z } from 'zod';
import { Scope } from './scope.ts';

const id = z.string().min(1).max(200);
const none = z.strictObject({});
const arn = z.string().min(20).max(2048);
/** S3: keys are 1 to 1,024 bytes of UTF-8 (Amazon S3 User Guide, "Naming Amazon S3 objects"). */
export const S3Key = z
  .string()
  .min(1)
  .refine((key) => new TextEncoder().encode(key).length <= 1024, 'an S3 key has at most 1,024 bytes');
export const S3Bucket = z.string().min(3).max(255);

export const CopyFormatSchema = z.enum(['bash', 'fish', 'powershell', 'cmd']);

export const commands = {
  /** Opens the organisation's sign-in page; answers once the window is on its way. */
  'signin.start': {
    /** `choose`: offer the role picker although roles are kept already. */
    input: z.strictObject({ organisation: id, choose: z.boolean().optional() }),
  },
  /** Takes up the chosen roles from the answer in hand; each becomes a pass. */
  'signin.choose': {
    input: z.strictObject({
      offers: z
        // Without a scope: as the role is kept already, or in full.
        .array(z.strictObject({ roleArn: arn, providerArn: arn, scope: Scope.optional() }))
        .min(1)
        .max(500),
    }),
  },
  'signin.cancel': { input: none },
  /** Brings an open login window to the front. */
  'signin.show': { input: none },
  /** Takes the result of the last sign-in off the screen. */
  'signin.dismiss': { input: none },
  'session.signOut': { input: z.strictObject({ pass: id }) },
  /** Forgets the pass and its session. */
  'pass.remove': { input: z.strictObject({ pass: id }) },
  /** Changes what the pass asks for, and signs in again. */
  'pass.setScope': { input: z.strictObject({ pass: id, scope: Scope }) },
  'pass.copy': { input: z.strictObject({ pass: id, format: CopyFormatSchema }) },
  /** Plain, public words (an S3 address, a text for the administrator); never cleared. */
  'text.copy': { input: z.strictObject({ text: z.string().min(1).max(8192) }) },
  /** Asks for a fresh port to the S3 process; it arrives through `onS3Port`. */
  's3.connect': { input: none },
  /** Asks where to save, then downloads. Answers null when the person cancelled the dialog. */
  'object.download': { input: z.strictObject({ pass: id, bucket: S3Bucket, key: S3Key }) },
  'download.cancel': { input: z.strictObject({ download: id }) },
  'download.dismiss': { input: z.strictObject({ download: id }) },
  'notice.dismiss': { input: z.strictObject({ notice: id }) },
  'keychain.retry': { input: none },
  'settings.reveal': { input: none },
  'settings.reload': { input: none },
  'demo.start': { input: none },
  'window.openMain': { input: z.strictObject({ pass: id.nullable() }) },
  'window.closePopover': { input: none },
  'app.quit': { input: none },
} as const satisfies Record<string, { input: z.ZodType }>;

export type CommandName = keyof typeof commands;
export type CommandInput<N extends CommandName> = z.infer<(typeof commands)[N]['input']>;

/** Commands that answer with more than "done". */
interface Outputs {
  'pass.copy': { clearsAt: number };
  'object.download': { download: string } | null;
}
export type CommandOutput<N extends CommandName> = N extends keyof Outputs ? Outputs[N] : null;
