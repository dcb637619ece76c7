/**
 * What the screen may know: one value, pushed whole, built field by field in `ipc/publish.ts`.
 * SECURITY: no secret access key, session token, assertion or password has a field here. Pure.
 */
import type { ActivityView } from './activity.ts';
import type { CopiedThing, WholeFormat } from './copy-format.ts';
import type { Failure } from './failure.ts';
import type { HandoutView } from './handout.ts';
import type { PlacesView } from './places.ts';
import type { Scope } from './scope.ts';
import type { TransferProgress, TransferTotals } from './transfer.ts';

export type Platform = 'linux' | 'darwin' | 'win32';

export interface OrganisationView {
  id: string;
  name: string;
  /** Host of the sign-in page, as a person reads it (punycode when not plain). */
  host: string;
  /** Named on screen when credentials are asked from somewhere that is neither AWS nor loopback. */
  foreignStsHost: string | null;
  signInUrl: string;
  region: string;
  /** An S3 endpoint of its own; null: AWS's. */
  s3Endpoint: string | null;
  /** Where its sign-in page opens. */
  browser: 'window' | 'system';
  /** Whether its pages remember the person over a restart. */
  keepSignedIn: boolean;
  /** Set by the administrator: nothing of it can be changed here. */
  managed: boolean;
  /** Names of further fields that stand in the file and no screen edits. */
  byHand: string[];
  demo: boolean;
  /** Set when this organisation can't be served here (unofficial runtime, insecure address). */
  refusal: Failure | null;
}

export type SessionView =
  | { kind: 'none' }
  | {
      kind: 'active';
      startedAt: number;
      expiresAt: number;
      /** `memory`: the keychain is missing or locked; gone when Daypass quits. */
      kept: 'keychain' | 'memory';
      scope: Scope;
    }
  | { kind: 'ended'; endedAt: number; startedAt: number };

export interface PassView {
  id: string;
  organisation: string;
  label: string;
  accountId: string;
  /** What people call the account; null when nobody named it. */
  accountName: string | null;
  /** Role name without its path. */
  roleName: string;
  /** Path with both slashes, `/` when there is none. */
  rolePath: string;
  roleArn: string;
  region: string;
  /** What the next sign-in asks for; `scopeNow` tells what holds at this moment. */
  scope: Scope;
  /** The second role that is assumed with the first one's session: at most an hour. */
  chained: { roleArn: string; accountId: string; roleName: string } | null;
  /** The person's own ceiling; null: as long as the role allows. */
  durationSeconds: number | null;
  /** Production: what can't be undone is confirmed by the bucket's name, typed. */
  guarded: boolean;
  managed: boolean;
  /** Its container credentials endpoint is open. */
  endpoint: boolean;
  /** The profile of AWS's tools that stands for this pass; null: none. */
  awsProfile: string | null;
  session: SessionView;
  /** A renewal without a person is under way; the session goes on meanwhile. */
  renewing: boolean;
  /** Why the last try for this pass did not bring a session; null after one that did. */
  failure: Failure | null;
}

export interface OfferView {
  roleArn: string;
  providerArn: string;
  accountId: string;
  accountName: string | null;
  roleName: string;
  rolePath: string;
  /** Named by an import: to be chosen already when the picker opens. */
  wanted: boolean;
  /** The pass that already keeps this role, if there is one. */
  pass: string | null;
}

export type TradeState = { kind: 'pending' } | { kind: 'saved' } | { kind: 'failed'; failure: Failure };

/** An answer unlike those before: only what differs is there. `now` null: it could not be known. */
export interface DoubtView {
  origin: { known: string[]; now: string | null } | null;
  issuer: { known: string[]; now: string | null } | null;
  accounts: { known: string[]; now: string[] } | null;
}
/** Browsers that can be driven as the second road. */
export type BrowserName = 'Chrome' | 'Edge' | 'Brave' | 'Chromium';

export type SigninView =
  | { kind: 'idle' }
  | {
      kind: 'waitingForIdp';
      organisation: string;
      /** Hosts the sign-in has been on, in order, the present one last; at least one. */
      hosts: string[];
      /** `loopback`: plain http on this machine, the demo organisation. */
      channel: 'https' | 'loopback';
      /** Where the company's page is: in a window of ours, or in the person's own browser. */
      where: 'window' | BrowserName;
    }
  | {
      kind: 'confirming';
      organisation: string;
      doubt: DoubtView;
      /** When AWS stops taking this answer of the identity provider. */
      validUntil: number;
    }
  | {
      kind: 'choosingRoles';
      organisation: string;
      offers: OfferView[];
      /** How many role values of the answer could not be read. */
      ignored: number;
      /** When AWS stops taking this answer of the identity provider. */
      validUntil: number;
    }
  | { kind: 'trading'; organisation: string; passes: Record<string, TradeState> }
  | { kind: 'done'; organisation: string; passes: Record<string, TradeState> }
  | { kind: 'failed'; organisation: string; failure: Failure };

export interface KeychainView {
  kind: 'unknown' | 'ok' | 'locked' | 'missing';
}

/** Something a person should know until it is dismissed, such as settings that could not be read. */
export interface NoticeView {
  id: string;
  failure: Failure;
}

/** A certificate that a person may show to a site; `id` is its fingerprint. */
export interface CertificateView {
  id: string;
  subject: string;
  issuer: string;
  /** Epoch ms. */
  validUntil: number;
}

/** Something the company's network asks the person; `host` and `realm` are the other side's own words. */
export type PromptView =
  | {
      id: string;
      kind: 'proxyPassword' | 'sitePassword';
      organisation: string | null;
      /** With its port. */
      host: string;
      realm: string;
      /** 3 at first; fewer after one that was not taken. */
      triesLeft: number;
    }
  | {
      id: string;
      kind: 'clientCertificate';
      organisation: string;
      host: string;
      certificates: readonly CertificateView[];
    };

/** One upload or download of files, as it was ordered and how far it is. */
export interface TransferView {
  id: string;
  kind: 'upload' | 'download';
  pass: string;
  bucket: string;
  /** Of the first file or folder; `count` of them were ordered. No path of this computer. */
  name: string;
  count: number;
  /** Where in the bucket. */
  prefix: string;
  /** The key of the one object that is downloaded; null when there are several, or folders. */
  object: string | null;
  orderedAt: number;
  /** Null until its process has said something. */
  progress: TransferProgress | null;
}

/** `notExcluded`: this Electron can't ask clipboard histories to leave credentials out. */
export type ClipboardHistory = 'excluded' | 'notExcluded';

/** What a person decides for all passes. */
export interface PreferencesView {
  notifyMinutesBefore: number;
  clipboardClearSeconds: number;
  renew: 'silent' | 'ask' | 'off';
  /** What happens when a tool asks and the session is over. */
  onDemandSignIn: 'ask' | 'silent' | 'never';
  /** Of all transfers of the way; 0: no limit. */
  uploadKilobytesPerSecond: number;
  downloadKilobytesPerSecond: number;
  transfersAtOnce: number;
  /** Of transfers, each way; 0: as many as S3 takes. */
  requestsAtOnce: number;
}

export interface Snapshot {
  revision: number;
  /** Main's clock at publication, epoch ms; the screen counts on from here. */
  at: number;
  app: {
    version: string;
    platform: Platform;
    runtime: { electron: string; official: boolean };
    demo: 'off' | 'starting' | 'on' | 'failed';
    /** False: the first-run screen, nothing is configured. */
    configured: boolean;
    settingsFile: string;
    dataFolder: string;
    clipboardHistory: ClipboardHistory;
  };
  organisations: OrganisationView[];
  passes: PassView[];
  signin: SigninView;
  /** Another program that a sign-in page asks for; `program` is the name of its scheme. */
  programQuestion: { organisation: string; program: string; host: string } | null;
  keychain: KeychainView;
  notices: NoticeView[];
  /** Bookmarks and recent places of the passes that are there. */
  places: PlacesView;
  /** A hundred of them at most: those that have begun in the order they came, then those that wait for their turn. */
  transfers: TransferView[];
  /** `from`: so many stand before the first that is told. */
  transferTotals: TransferTotals & { from: number };
  /** What is asked now, oldest first. */
  prompts: PromptView[];
  /** The newest hundred, newest first; earlier ones are asked for. */
  activity: { newest: ActivityView[]; total: number };
  preferences: PreferencesView & {
    /** What *Copy* does: the last form that held a whole session. */
    copyFormat: WholeFormat;
  };
  /** What the administrator's file sets; null where there is none that counts. */
  managed: {
    file: string;
    preferences: (keyof PreferencesView)[];
  } | null;
  /** Set while something secret that we copied may still be on the clipboard. */
  clipboard: { pass: string; format: CopiedThing; clearsAt: number } | null;
  /** The newest fifty, newest first. */
  handouts: HandoutView[];
  /** Where the `daypass` command is, whether its name alone finds it, and why it can't be used if so. */
  command: { path: string; onPath: boolean; failure: Failure | null };
  /** What main asks the screen to show; `seq` grows with each ask. `address`: an S3 one, as it was typed; opens in `pass` if one is named. */
  show: { seq: number; pass: string | null; address?: string };
}
