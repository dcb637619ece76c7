/**
 * Shapes of `settings.json` (what people decide) and `state.json` (what the app learned), and the rules for
 * addresses in them. Pure. SECURITY: no field of either may hold a secret.
 */
import { z } from 'zod';
import { AwsProfileName } from '../contract/aws-profile.ts';
import { WholeFormat } from '../contract/copy-format.ts';
import { KeptPlace, MOST_BOOKMARKS, MOST_RECENTS } from '../contract/places.ts';
import { Scope } from '../contract/scope.ts';
import { isLoopbackHost, isSafeAddress, LONGEST_ADDRESS } from '../contract/sign-in-address.ts';
import { isProviderArn, parseRoleArn, partitionOfRegion, unservedPartition } from '../signin/partition.ts';
import { MOST_PINNED } from '../signin/pins.ts';
import { isProgramScheme } from '../signin/program-scheme.ts';

const SafeUrl = z
  .string()
  .max(LONGEST_ADDRESS)
  .refine(isSafeAddress, 'must be an https address (http only on 127.0.0.1)');
/** SECURITY: whole sessions are posted to the console's federation endpoint; AWS's own addresses need no naming. */
const OwnMachineUrl = SafeUrl.refine(
  (value) => URL.canParse(value) && isLoopbackHost(new URL(value).hostname),
  'must be on this machine (127.0.0.1)',
);
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
const RoleArn = z
  .string()
  .refine(
    (arn) => unservedPartition(arn) === null,
    'lies in a partition that Daypass does not serve (aws-iso)',
  )
  .refine((arn) => parseRoleArn(arn) !== null, 'is not the ARN of a role');

/** One host, or `*.` before at least two names: `*corp.example` would fit evilcorp.example too. */
const exactHost = /^[a-z0-9-]+(\.[a-z0-9-]+)*$/i;
const hostOrBelow = /^(\*\.[a-z0-9-]+\.|[a-z0-9-]+\.)?[a-z0-9-]+(\.[a-z0-9-]+)*$/i;
const Hosts = (shape: RegExp) => z.array(z.string().max(253).regex(shape, 'is not a host')).max(100);
/** A place in the data folder, and not out of it. */
const FileInDataFolder = z
  .string()
  .min(1)
  .max(255)
  .refine((path) => !/^[/\\]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)/i.test(path), 'must be inside the data folder');

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
      /** Where a session becomes a sign-in to the console: the demo's, tests'. */
      console: OwnMachineUrl.optional(),
    })
    .optional(),
  capture: z.array(SafeUrl).max(20).optional(),
  /** Authorities of the company's own, PEM, for STS and S3; windows trust what the system trusts. */
  caFile: FileInDataFolder.optional(),
  /** Hosts that may ask for a client certificate; all others get none, unasked. */
  mtlsHosts: Hosts(exactHost).optional(),
  /** Hosts that get Kerberos or NTLM by the person's own log-in to this computer. */
  integratedAuthHosts: Hosts(hostOrBelow).optional(),
  /** AWS's FIPS endpoints, for STS and S3. */
  useFips: z.boolean().optional(),
  /** Whether the sign-in pages' own memory survives a restart of Daypass. */
  keepSignedIn: z.boolean().optional(),
  /** Origins whose pages may post the answer: counted as seen before from the start. */
  idpOrigins: z.array(Origin).max(20).optional(),
  /** Schemes of programs a sign-in page may ask to open, such as `okta-verify`. */
  allowedSchemes: z.array(ProgramScheme).max(10).optional(),
  /** Where the sign-in page opens: in a window of ours (unless said otherwise), or in the person's own browser. */
  browser: z.enum(['window', 'system']).optional(),
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
  /** The profile of AWS's tools that stands for this pass, in their config file. */
  awsProfile: AwsProfileName.optional(),
  /** Production: what can't be undone is confirmed by the bucket's name, typed. */
  guarded: z.boolean().optional(),
});
export type Pass = z.infer<typeof Pass>;

/** As they stand in a file: only what was decided. */
export const DecidedPreferences = z.strictObject({
  notifyMinutesBefore: z.number().int().min(1).max(120).optional(),
  clipboardClearSeconds: z.number().int().min(5).max(3600).optional(),
  renew: z.enum(['silent', 'ask', 'off']).optional(),
  /** When a tool asks for credentials and the session is over. */
  onDemandSignIn: z.enum(['ask', 'silent', 'never']).optional(),
  /** Kilobytes a second of all transfers of the way; 0: no limit. */
  uploadKilobytesPerSecond: z.number().int().min(0).max(100_000_000).optional(),
  downloadKilobytesPerSecond: z.number().int().min(0).max(100_000_000).optional(),
  /** Transfers under way at the same time. */
  transfersAtOnce: z.number().int().min(1).max(10).optional(),
  /** Requests of transfers at the same time, each way; 0: as many as S3 takes. */
  requestsAtOnce: z.number().int().min(0).max(48).optional(),
});
export type DecidedPreferences = z.infer<typeof DecidedPreferences>;
export type Preferences = { [K in keyof DecidedPreferences]-?: NonNullable<DecidedPreferences[K]> };

export const DEFAULT_PREFERENCES: Preferences = {
  notifyMinutesBefore: 10,
  clipboardClearSeconds: 60,
  renew: 'silent',
  onDemandSignIn: 'ask',
  uploadKilobytesPerSecond: 0,
  downloadKilobytesPerSecond: 0,
  transfersAtOnce: 3,
  requestsAtOnce: 0,
};

/** Names of AWS accounts, by their id: what people call them. */
const Accounts = z.record(
  z.string().regex(/^\d{12}$/, 'an account id has twelve digits'),
  z.strictObject({ name: z.string().min(1).max(100) }),
);

export const Settings = z
  .strictObject({
    $schema: z.string().optional(),
    version: z.literal(1, {
      error: ({ input }) =>
        typeof input === 'number' && input > 1 ? 'is newer: this Daypass reads version 1' : 'must be 1',
    }),
    organisations: z.array(Organisation).max(100).default([]),
    passes: z.array(Pass).max(500).default([]),
    preferences: DecidedPreferences.default({}),
    accounts: Accounts.default({}),
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
/** A document that fits the schema, with nothing filled in: what edits work on. */
export type SettingsDocument = z.input<typeof Settings>;

/** A role that an import named: kept as a pass as soon as a sign-in offers it and the person agrees. */
export const WantedRole = Pass.pick({ label: true, roleArn: true, durationSeconds: true }).extend({
  region: Region.optional(),
});
export type WantedRole = z.infer<typeof WantedRole>;

export const MOST_LEARNED_PASSES = 500;
const Order = z.array(Id).max(2000);

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
const Pin = z.string().min(1).max(2048);
const PinsOfOrganisation = z.strictObject({
  origins: z.array(Pin).max(MOST_PINNED.origins),
  issuers: z.array(Pin).max(MOST_PINNED.issuers),
  accounts: z.array(z.string().regex(/^\d{12}$/)).max(MOST_PINNED.accounts),
});

export const State = z.strictObject({
  version: z.literal(1),
  /** Passes kept from sign-ins; those of the settings file win by id. */
  passes: z.array(Pass).max(MOST_LEARNED_PASSES).default([]),
  /** The person's own order; what it does not name comes after. */
  order: z.strictObject({ organisations: Order.default([]), passes: Order.default([]) }).prefault({}),
  wanted: z.array(WantedRole).max(500).default([]),
  /** Passes with an entry in the keychain: written before the entry, so that none is ever forgotten. */
  keychainIndex: z.array(Id).max(2000).default([]),
  /** Passes that were signed out by hand and had no session since: no tool's question may undo that. */
  signedOut: z.array(Id).max(2000).default([]),
  /** What STS took after it had refused more, by role ARN. */
  durations: z.record(z.string().max(2048), LearnedDuration).default({}),
  /** How far this machine's clock was behind AWS's, and the true time of that measurement. */
  clock: z.strictObject({ errorMs: z.number().int(), measuredAt: z.number() }).optional(),
  /** Longest time an organisation took to answer without a person, ms, by its id. */
  silentAnswers: z.record(Id, z.number().int().min(0).max(3_600_000)).default({}),
  /** By organisation: who answered before, so that another one is asked about. */
  pins: z.record(Id, PinsOfOrganisation).default({}),
  /** What AWS calls an account, by its id; null when it has no alias or the role may not ask. Epoch ms. */
  accountAliases: z
    .record(
      z.string().regex(/^\d{12}$/),
      z.strictObject({ alias: z.string().max(63).nullable(), askedAt: z.number() }),
    )
    .default({}),
  bookmarks: z.array(KeptPlace).max(MOST_BOOKMARKS).default([]),
  /** Places that were opened, the newest first. */
  recents: z.array(KeptPlace).max(MOST_RECENTS).default([]),
  copyFormat: WholeFormat.optional(),
  window: z.strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).optional(),
  /** Whether the demo organisation was chosen in first run. */
  demo: z.boolean().default(false),
});
export type State = z.infer<typeof State>;

export const DEFAULT_DURATION_SECONDS = 43_200;
