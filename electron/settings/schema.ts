/**
 * Shapes of `settings.json` (what people decide) and `state.json` (what the app learned), and the rules for
 * addresses in them. Pure. SECURITY: no field of either may hold a secret.
 */
import { z } from 'zod';
import { Scope } from '../contract/scope.ts';
import {
  isLoopbackHost,
  isProviderArn,
  parseRoleArn,
  partitionOfRegion,
  unservedPartition,
} from '../signin/partition.ts';

/** https anywhere, http on loopback literals only, no user info. */
function isSafeUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, username, password } = new URL(value);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname));
}

const SafeUrl = z.string().max(4096).refine(isSafeUrl, 'must be an https address (http only on 127.0.0.1)');
/** Also a folder and partition name, so letters, digits, `-` and `_` only. */
const Id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'letters, digits, - and _ only, at most 64');
const Region = z.string().refine((region) => partitionOfRegion(region) !== null, 'is not a region of AWS');
const DurationSeconds = z.number().int().min(900).max(43_200);
const RoleArn = z
  .string()
  .refine(
    (arn) => unservedPartition(arn) === null,
    'lies in a partition that Daypass does not serve (aws-iso)',
  )
  .refine((arn) => parseRoleArn(arn) !== null, 'is not the ARN of a role');

export const Organisation = z.strictObject({
  id: Id,
  name: z.string().min(1).max(100),
  signInUrl: SafeUrl,
  region: Region,
  endpoints: z
    .strictObject({
      sts: SafeUrl.optional(),
      s3: SafeUrl.optional(),
      s3ForcePathStyle: z.boolean().optional(),
    })
    .optional(),
  capture: z.array(SafeUrl).max(20).optional(),
});
export type Organisation = z.infer<typeof Organisation>;

/** STS API Reference, AssumeRole: patterns of ExternalId and RoleSessionName. */
export const ThenAssume = z.strictObject({
  roleArn: RoleArn,
  externalId: z
    .string()
    .regex(/^[\w+=,.@:/-]{2,1224}$/, 'is not an external ID')
    .optional(),
  sessionName: z
    .string()
    .regex(/^[\w+=,.@-]{2,64}$/, 'is not a session name')
    .optional(),
});
export type ThenAssume = z.infer<typeof ThenAssume>;

export const Pass = z.strictObject({
  id: Id,
  organisation: Id,
  label: z.string().min(1).max(100),
  roleArn: RoleArn,
  providerArn: z.string().refine(isProviderArn, 'is not the ARN of a SAML provider'),
  region: Region,
  /** A ceiling; AWS may grant less. */
  durationSeconds: DurationSeconds.optional(),
  /** Absent is `full`. */
  scope: Scope.optional(),
  /** A second role, assumed with the first one's session; only the second is the pass's session then. */
  thenAssume: ThenAssume.optional(),
});
export type Pass = z.infer<typeof Pass>;

export const Preferences = z.strictObject({
  notifyMinutesBefore: z.number().int().min(1).max(120).default(10),
  clipboardClearSeconds: z.number().int().min(5).max(3600).default(60),
});
export type Preferences = z.infer<typeof Preferences>;

export const Settings = z
  .strictObject({
    $schema: z.string().optional(),
    version: z.literal(1, {
      error: ({ input }) =>
        typeof input === 'number' && input > 1 ? 'is newer: this Daypass reads version 1' : 'must be 1',
    }),
    organisations: z.array(Organisation).max(100).default([]),
    passes: z.array(Pass).max(500).default([]),
    preferences: Preferences.prefault({}),
  })
  .superRefine((settings, context) => {
    const ids = settings.organisations.map((organisation) => organisation.id);
    if (new Set(ids).size !== ids.length)
      context.addIssue({ code: 'custom', message: 'two organisations share an id' });
    const passIds = settings.passes.map((pass) => pass.id);
    if (new Set(passIds).size !== passIds.length)
      context.addIssue({ code: 'custom', message: 'two passes share an id' });
  });
export type Settings = z.infer<typeof Settings>;

const LearnedDuration = z.union([
  z.strictObject({
    seconds: DurationSeconds,
    /** What was asked for and refused. */
    refusedSeconds: DurationSeconds,
    learnedAt: z.number(),
  }),
  // As the first Daypass wrote it: too old to be held against a role.
  DurationSeconds.transform((seconds) => ({ seconds, refusedSeconds: seconds, learnedAt: 0 })),
]);

export const State = z.strictObject({
  version: z.literal(1),
  /** Passes kept from sign-ins; those of the settings file win by id. */
  passes: z.array(Pass).max(500).default([]),
  /** Passes with an entry in the keychain: written before the entry, so that none is ever forgotten. */
  keychainIndex: z.array(Id).max(1000).default([]),
  /** What STS took after it had refused more, by role ARN. */
  durations: z.record(z.string().max(2048), LearnedDuration).default({}),
  /** How far this machine's clock was behind AWS's, and the true time of that measurement. */
  clock: z.strictObject({ errorMs: z.number().int(), measuredAt: z.number() }).optional(),
  copyFormat: z.enum(['bash', 'fish', 'powershell', 'cmd']).optional(),
  window: z.strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).optional(),
  /** Whether the demo organisation was chosen in first run. */
  demo: z.boolean().default(false),
});
export type State = z.infer<typeof State>;

export const DEFAULT_DURATION_SECONDS = 43_200;
