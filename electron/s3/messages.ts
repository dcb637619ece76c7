/** The words between main and the S3 process, checked on both sides. Pure. */
import { z } from 'zod';
import { Failure } from '../contract/failure.ts';
import { LinkWish } from '../contract/link.ts';
import { Scope } from '../contract/scope.ts';

const text = z.string().min(1).max(20_000);

/** What the S3 process needs to work for one pass. SECURITY: kept in memory, never logged. */
export const S3Session = z.strictObject({
  organisation: text,
  /** ARN of the role that the session is of. */
  role: text,
  accessKeyId: text,
  secretAccessKey: text,
  sessionToken: text,
  expiresAt: z.number(),
  /** SECURITY: nothing that writes is signed for a read-only session, whatever AWS would say. */
  scope: Scope,
  /** What can't be undone needs the bucket's name, typed. */
  guarded: z.boolean(),
  region: z.string().min(1).max(64),
  endpoint: z.string().max(4096).nullable(),
  forcePathStyle: z.boolean(),
  useFips: z.boolean(),
  /** The company's own authorities, PEM. */
  companyPem: z.string().max(1_100_000).nullable(),
  /** How far main's clock is from the machine's, ms. */
  clockOffsetMs: z.number(),
});
export type S3Session = z.infer<typeof S3Session>;

const BasicCredentials = z.strictObject({ user: z.string().max(256), password: z.string().max(1024) });
const ask = z.number().int();

/** What main answers to a process that works with S3. */
export const mainAnswers = [
  z.strictObject({ kind: z.literal('session'), ask, session: S3Session.nullable() }),
  /** Chromium's answer, such as `PROXY a:1; DIRECT`. */
  z.strictObject({ kind: z.literal('proxy'), ask, ways: z.string().max(10_000) }),
  z.strictObject({ kind: z.literal('password'), ask, credentials: BasicCredentials.nullable() }),
  z.strictObject({ kind: z.literal('refused'), ask, failure: Failure }),
] as const;
export const MainAnswer = z.discriminatedUnion('kind', mainAnswers);
export type MainAnswer = z.infer<typeof MainAnswer>;

export const ToS3Process = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('port') }),
  ...mainAnswers,
  /** `link`: the number that the answer echoes. */
  z.strictObject({ kind: z.literal('presign'), link: ask, wish: LinkWish }),
]);
export type ToS3Process = z.infer<typeof ToS3Process>;

/** What such a process asks main. */
export const mainAsks = [
  z.strictObject({ kind: z.literal('needSession'), ask, pass: text }),
  /** Answered once there is a session of the pass with another access key than `after`. */
  z.strictObject({ kind: z.literal('needNextSession'), ask, pass: text, after: z.string().max(200) }),
  z.strictObject({ kind: z.literal('needProxy'), ask, organisation: text, origin: text }),
  z.strictObject({
    kind: z.literal('needPassword'),
    ask,
    organisation: text,
    host: text,
    realm: z.string().max(10_000),
    rejected: BasicCredentials.nullable(),
  }),
] as const;
export const MainAsk = z.discriminatedUnion('kind', mainAsks);
export type MainAsk = z.infer<typeof MainAsk>;

/** How far S3's clock is ahead of this machine's, and how wrong that may be. */
export const ServerTimeTold = z.strictObject({
  kind: z.literal('serverTime'),
  aheadMs: z.number(),
  roughMs: z.number(),
});

export const FromS3Process = z.discriminatedUnion('kind', [
  ...mainAsks,
  /** SECURITY: `url` holds the session's token. */
  z.strictObject({ kind: z.literal('presigned'), link: ask, url: text, endsAt: z.number() }),
  z.strictObject({ kind: z.literal('notPresigned'), link: ask, failure: Failure }),
  /** A port has arrived; once for each, in their order. */
  z.strictObject({ kind: z.literal('took') }),
  ServerTimeTold,
]);
export type FromS3Process = z.infer<typeof FromS3Process>;
