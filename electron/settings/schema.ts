/**
 * Shapes of `settings.json` (what people decide) and `state.json` (what the app learned), and the rules for
 * addresses in them. Pure. SECURITY: no field of either may hold a secret.
 */
import { z } from 'zod';
import { isLoopbackHost, isProviderArn, parseRoleArn, partitionOfRegion } from '../signin/partition.ts';
import { MOST_PINNED } from '../signin/pins.ts';
import { isProgramScheme } from '../signin/program-scheme.ts';

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
const Origin = SafeUrl.refine(
  (value) => new URL(value).origin === value,
  'must be an origin: scheme, host and port, nothing after them',
);
const ProgramScheme = z
  .string()
  .refine(isProgramScheme, 'must be the lower-case name of a program’s own scheme, such as okta-verify');
const DurationSeconds = z.number().int().min(900).max(43_200);

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
  /** Origins whose pages may post the answer: counted as seen before from the start. */
  idpOrigins: z.array(Origin).max(20).optional(),
  /** Schemes of programs a sign-in page may ask to open, such as `okta-verify`. */
  allowedSchemes: z.array(ProgramScheme).max(10).optional(),
});
export type Organisation = z.infer<typeof Organisation>;

export const Pass = z.strictObject({
  id: Id,
  organisation: Id,
  label: z.string().min(1).max(100),
  roleArn: z.string().refine((arn) => parseRoleArn(arn) !== null, 'is not the ARN of a role'),
  providerArn: z.string().refine(isProviderArn, 'is not the ARN of a SAML provider'),
  region: Region,
  /** A ceiling; AWS may grant less. */
  durationSeconds: DurationSeconds.optional(),
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
    // Chromium names an organisation's partition in lower case: two would share their cookies.
    const ids = settings.organisations.map((organisation) => organisation.id.toLowerCase());
    if (new Set(ids).size !== ids.length)
      context.addIssue({ code: 'custom', message: 'two organisations share an id' });
    const passIds = settings.passes.map((pass) => pass.id);
    if (new Set(passIds).size !== passIds.length)
      context.addIssue({ code: 'custom', message: 'two passes share an id' });
  });
export type Settings = z.infer<typeof Settings>;

const Pin = z.string().min(1).max(2048);
const PinsOfOrganisation = z.strictObject({
  origins: z.array(Pin).max(MOST_PINNED.origins),
  issuers: z.array(Pin).max(MOST_PINNED.issuers),
  accounts: z.array(z.string().regex(/^\d{12}$/)).max(MOST_PINNED.accounts),
});

export const State = z.strictObject({
  version: z.literal(1),
  /** Passes kept from sign-ins; those of the settings file win by id. */
  passes: z.array(Pass).max(500).default([]),
  /** Passes with an entry in the keychain: written before the entry, so that none is ever forgotten. */
  keychainIndex: z.array(Id).max(1000).default([]),
  /** Longest duration STS took, seconds, by role ARN. */
  durations: z.record(z.string().max(2048), DurationSeconds).default({}),
  /** By organisation: who answered before, so that another one is asked about. */
  pins: z.record(Id, PinsOfOrganisation).default({}),
  copyFormat: z.enum(['bash', 'fish', 'powershell', 'cmd']).optional(),
  window: z.strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).optional(),
  /** Whether the demo organisation was chosen in first run. */
  demo: z.boolean().default(false),
});
export type State = z.infer<typeof State>;

export const DEFAULT_DURATION_SECONDS = 43_200;
