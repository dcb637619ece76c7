/**
 * Every order the screen may give: name → strict input schema and output type. The preload bridge,
 * the door's handlers, the renderer's API and the fake bridge are derived from this one table. Pure.
 */
import { z } from 'zod';
import type { ActivityView } from './activity.ts';
import { AwsProfileName, type AwsProfileView, type SetAwsProfileAnswer } from './aws-profile.ts';
import { ConsolePlace } from './console-place.ts';
import { CopyFormat, Shell, WholeFormat } from './copy-format.ts';
import { MOST_COPIED } from './copy-limit.ts';
import type { WiringReport } from './handout.ts';
import type { ImportFound, ImportPreview } from './import-preview.ts';
import { LinkWish } from './link.ts';
import { KeptPlace } from './places.ts';
import { S3Bucket, S3Prefix } from './s3-names.ts';
import { Scope } from './scope.ts';
import { LONGEST_ADDRESS } from './sign-in-address.ts';
import { ConflictAnswer, ConflictPolicy, DownloadSource, TransferAct, TransferId } from './transfer.ts';

const id = z.string().min(1).max(200);
const none = z.strictObject({});
const arn = z.string().min(20).max(2048);
const name = z.string().trim().min(1).max(100);
const address = z.string().min(1).max(LONGEST_ADDRESS);
const region = z.string().min(1).max(40);
const ids = z.array(id).max(2000);

export const ImportSource = z.enum(['saml2aws', 'awsConfig', 'sharedFile']);

export const commands = {
  /** Opens the organisation's sign-in page; answers once the window is on its way. */
  'signin.start': {
    /** `choose`: offer the role picker although roles are kept already. */
    input: z.strictObject({ organisation: id, choose: z.boolean().optional() }),
  },
  /** Goes on with an answer unlike those before; from now on it is known. */
  'signin.confirm': { input: none },
  /** Whether the program that the sign-in page asks for may be opened. */
  'signin.answerProgram': { input: z.strictObject({ open: z.boolean() }) },
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
  'session.signOutAll': { input: none },
  /** Ends its sessions and makes the company's pages forget the person, on this machine. */
  'organisation.signOut': { input: z.strictObject({ organisation: id }) },
  /** Forgets the pass and its session. */
  'pass.remove': { input: z.strictObject({ pass: id }) },
  /** Changes what the pass asks for, and signs in again. */
  'pass.setScope': { input: z.strictObject({ pass: id, scope: Scope }) },
  'pass.copy': { input: z.strictObject({ pass: id, format: CopyFormat }) },
  /** The lines that *Copy* copies, made without the secrets. */
  'copy.look': { input: z.strictObject({ pass: id, format: WholeFormat }) },
  /** Takes credentials of ours off the clipboard now. */
  'clipboard.clear': { input: none },
  /** Opens the pass's container credentials endpoint and copies the lines that lead to it. */
  'endpoint.open': { input: z.strictObject({ pass: id, shell: Shell }) },
  'endpoint.close': { input: z.strictObject({ pass: id }) },
  /** Opens the AWS console with the pass's session in the person's browser. Without a place: its home page. */
  'console.open': {
    /** `endFirst`: the browser signs out of the console session that it may have first. */
    input: z.strictObject({ pass: id, place: ConsolePlace.optional(), endFirst: z.boolean().optional() }),
  },
  /** Copies the address that signs in to the console: as good as credentials for 15 minutes, and cleared like them. */
  'console.copy': { input: z.strictObject({ pass: id, place: ConsolePlace.optional() }) },
  /** What `link.copy` would copy, with dots for what is secret, and when it would end. */
  'link.look': { input: LinkWish },
  /** Copies a link to one object: whoever has it needs no other key. Cleared like credentials. */
  'link.copy': { input: LinkWish },
  /** Plain, public words (an S3 address, a text for the administrator); never cleared. */
  'text.copy': { input: z.strictObject({ text: z.string().min(1).max(MOST_COPIED) }) },
  /** Asks for a fresh port to the S3 process; it arrives through `onS3Port`. */
  's3.connect': { input: none },
  'places.bookmark': { input: KeptPlace },
  /** The place was opened and something of it was seen. */
  'places.visited': { input: KeptPlace },
  'places.forget': { input: KeptPlace.extend({ from: z.enum(['bookmarks', 'recents']) }) },
  /** Asks which files or folders, then sends them. Answers null when the person went back. */
  'transfer.upload': {
    input: z.strictObject({
      pass: id,
      bucket: S3Bucket,
      toPrefix: S3Prefix,
      /** `dropped`: what was dropped on this window last. */
      what: z.enum(['files', 'folders', 'dropped']),
      conflict: ConflictPolicy,
      requesterPays: z.boolean().optional(),
    }),
  },
  /**
   * Asks for a folder, then saves into it; `base` is left away from each key. `file`: asks for the very file, of one
   * object, and whether it may be replaced. Answers null when the person went back.
   */
  'transfer.download': {
    input: z
      .strictObject({
        to: z.enum(['folder', 'file']),
        pass: id,
        bucket: S3Bucket,
        base: S3Prefix,
        sources: z.array(DownloadSource).min(1).max(50_000),
        conflict: ConflictPolicy,
        requesterPays: z.boolean().optional(),
      })
      .refine(
        ({ to, sources: [only, ...others] }) =>
          to === 'folder' || (only?.kind === 'object' && others.length === 0),
      ),
  },
  /** What becomes of files of this transfer whose name is taken. */
  'transfer.answer': { input: z.strictObject({ transfer: TransferId, conflict: ConflictAnswer }) },
  /** All that this can be done about. */
  'transfer.actOnAll': { input: z.strictObject({ what: z.enum(['pause', 'resume', 'dismiss']) }) },
  /** Which of them the snapshot tells: a hundred from here on. */
  'transfer.look': { input: z.strictObject({ from: z.number().int().nonnegative().max(10_000_000) }) },
  'transfer.act': {
    input: z.strictObject({
      transfer: TransferId,
      what: TransferAct,
    }),
  },
  'notice.dismiss': { input: z.strictObject({ notice: id }) },
  /** SECURITY: the one command that carries a password; it goes to the proxy or site that asked, nowhere else. */
  'prompt.answer': {
    input: z.strictObject({
      prompt: id,
      answer: z.union([
        z.strictObject({ user: z.string().max(256), password: z.string().max(1024) }),
        z.strictObject({ certificate: id }),
      ]),
    }),
  },
  'prompt.refuse': { input: z.strictObject({ prompt: id }) },
  'keychain.retry': { input: none },
  /** SECURITY: where credentials are asked for (`endpoints`, `capture`, `caFile`) is not for the screen to say. */
  'organisation.add': { input: z.strictObject({ name, signInUrl: address, region }) },
  'organisation.edit': {
    input: z.strictObject({
      organisation: id,
      name: name.optional(),
      signInUrl: address.optional(),
      region: region.optional(),
      browser: z.enum(['window', 'system']).optional(),
      keepSignedIn: z.boolean().optional(),
    }),
  },
  /** Its passes and their sessions go with it, and what its pages remember. */
  'organisation.remove': { input: z.strictObject({ organisation: id }) },
  'organisation.reorder': { input: z.strictObject({ organisations: ids }) },
  'pass.edit': {
    input: z.strictObject({
      pass: id,
      label: name.optional(),
      region: region.optional(),
      /** Null: as long as the role allows. */
      durationSeconds: z.number().int().min(900).max(43_200).nullable().optional(),
      guarded: z.boolean().optional(),
    }),
  },
  /**
   * Gives the pass a profile of its own in the config file of AWS's tools, or (null) takes it away. `replace`: the
   * person was asked about what stands there, or about `default`.
   */
  'pass.setAwsProfile': {
    input: z.strictObject({ pass: id, name: AwsProfileName.nullable(), replace: z.boolean().optional() }),
  },
  /** Goes the way that a tool would go, from the profile to AWS; opens no sign-in. */
  'wiring.check': { input: z.strictObject({ pass: id }) },
  'awsProfile.look': { input: z.strictObject({ pass: id }) },
  'pass.reorder': { input: z.strictObject({ passes: ids }) },
  'preferences.set': {
    input: z.strictObject({
      notifyMinutesBefore: z.number().int().min(1).max(120).optional(),
      clipboardClearSeconds: z.number().int().min(5).max(3600).optional(),
      renew: z.enum(['silent', 'ask', 'off']).optional(),
      onDemandSignIn: z.enum(['ask', 'silent', 'never']).optional(),
      uploadKilobytesPerSecond: z.number().int().min(0).max(100_000_000).optional(),
      downloadKilobytesPerSecond: z.number().int().min(0).max(100_000_000).optional(),
      transfersAtOnce: z.number().int().min(1).max(10).optional(),
      requestsAtOnce: z.number().int().min(0).max(48).optional(),
    }),
  },
  /** Which files to bring in from are there, and how much is in them. */
  'import.find': { input: none },
  /** Reads a file and answers what is in it; nothing is taken yet. Null: no file was chosen. */
  'import.look': { input: z.strictObject({ source: ImportSource }) },
  /** Takes what is new in the list that `import.look` answered last. */
  'import.take': { input: z.strictObject({ preview: id }) },
  'settings.reveal': { input: z.strictObject({ file: z.enum(['own', 'managed']).optional() }) },
  'settings.reload': { input: none },
  'demo.start': { input: none },
  /** Activities before this one, newest first; those after it are in the snapshot or here already. */
  'activity.older': { input: z.strictObject({ before: z.number().int().min(1) }) },
  /** Puts together what support needs to know, without a secret, for a person to read before it is copied. */
  'diagnostics.read': { input: none },
  /** Copies what was read last, word for word. */
  'diagnostics.copy': { input: none },
  'window.openMain': { input: z.strictObject({ pass: id.nullable() }) },
  'window.closePopover': { input: none },
  /** Sessions, keychain entries, sign-in pages' data, settings and log go; what an administrator set stays. */
  'app.forgetEverything': { input: none },
  'app.quit': { input: none },
} as const satisfies Record<string, { input: z.ZodType }>;

export type CommandName = keyof typeof commands;
export type CommandInput<N extends CommandName> = z.infer<(typeof commands)[N]['input']>;

/** Commands that answer with more than "done". */
interface Outputs {
  'pass.copy': { clearsAt: number };
  'endpoint.open': { clearsAt: number };
  'copy.look': { text: string };
  'console.copy': { clearsAt: number };
  'link.look': { text: string; endsAt: number };
  'link.copy': { clearsAt: number; endsAt: number };
  'pass.setAwsProfile': SetAwsProfileAnswer;
  'awsProfile.look': AwsProfileView;
  'wiring.check': WiringReport;
  'transfer.upload': { transfer: string } | null;
  'transfer.download': { transfer: string } | null;
  'organisation.add': { organisation: string };
  'import.find': ImportFound;
  'import.look': ImportPreview | null;
  'activity.older': { activities: ActivityView[]; complete: boolean };
  'diagnostics.read': { text: string };
}
export type CommandOutput<N extends CommandName> = N extends keyof Outputs ? Outputs[N] : null;
