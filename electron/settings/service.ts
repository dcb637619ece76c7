/**
 * Holds settings and state as they are now, and writes what the app learns and what people edit. Gives whole
 * new values; nobody outside changes one in place. Knows the files, no screen and no session.
 */
import { join } from 'node:path';
import type { WholeFormat } from '../contract/copy-format.ts';
import type { Scope } from '../contract/scope.ts';
import type { NoticeView } from '../contract/snapshot.ts';
import { readStore, writeStore } from '../lib/store.ts';
import type { RoleOffer } from '../signin/assertion.ts';
import { durationFor } from './duration.ts';
import { createEditor, type SettingsEditor } from './editor.ts';
import { inOrder } from './edits.ts';
import { keptPass } from './keep.ts';
import type { ManagedSource } from './managed.ts';
import { type MergedSettings, mergeSettings } from './merge.ts';
import { createPlaces, type PlacesKeeper } from './places.ts';
import {
  DEFAULT_DURATION_SECONDS,
  type Organisation,
  type Pass,
  type Preferences,
  Settings,
  State,
} from './schema.ts';
import { openSettingsFile } from './settings-file.ts';

export interface SettingsService extends SettingsEditor, PlacesKeeper {
  file: string;
  /** Null where no administrator's file counts. */
  managedFile(): string | null;
  /** In the person's order; the demo organisation while it runs, last unless it was moved. */
  organisations(): readonly Organisation[];
  organisation(id: string): Organisation | undefined;
  passes(): readonly Pass[];
  pass(id: string): Pass | undefined;
  preferences(): Preferences;
  /** What nobody but the administrator can change. */
  locked(): MergedSettings['locked'];
  /** What people call an account; null when nobody named it. */
  accountName(accountId: string): string | null;
  state(): State;
  notices(): readonly NoticeView[];
  dismissNotice(id: string): void;
  /** Reads the settings file and the administrator's again; what can't be read is said. */
  reload(): void;
  isDemo(id: string): boolean;
  /** The demo organisation is computed at each start, never written. */
  setDemo(organisation: Organisation | null): void;
  /** Keeps a role as a pass; the same role of the same organisation in the same scope stays the same pass. */
  keep(organisation: Organisation, offer: RoleOffer, scope?: Scope): Pass;
  /** Seconds to ask STS for first: the ceiling, or less when STS refused it before. */
  durationFor(pass: Pass): number;
  learn(
    change: Partial<
      Pick<
        State,
        'accountAliases' | 'keychainIndex' | 'signedOut' | 'copyFormat' | 'window' | 'demo' | 'clock' | 'pins'
      >
    >,
  ): void;
  /** STS took `seconds` after it had refused `refusedSeconds`. */
  learnDuration(roleArn: string, seconds: number, refusedSeconds: number): void;
  /** An organisation answered without a person after this long; the longest is kept. */
  learnSilentAnswer(organisation: string, tookMs: number): void;
  copyFormat(): WholeFormat;
  /** Begins anew in memory, from what is in the files now; writes nothing. */
  forget(): void;
}

type NoticeCode = 'settings-broken' | 'settings-newer' | 'state-broken' | 'managed-refused';

export function createSettings(
  folder: string,
  platform: NodeJS.Platform,
  now: () => number,
  managed: ManagedSource | null = null,
): SettingsService {
  const file = join(folder, 'settings.json');
  const stateFile = join(folder, 'state.json');
  const settingsFile = openSettingsFile(file, now);
  let notices: NoticeView[] = [];
  let demo: Organisation | null = null;
  let own = Settings.parse({ version: 1 });
  let theirs: Settings | null = null;
  let merged = mergeSettings(own, theirs);

  const say = (code: NoticeCode, reason: string, subject: string) => {
    const notice = {
      id: code,
      failure: { code, retry: 'never', subject, raw: reason.slice(0, 2000) },
    } as const;
    notices = [...notices.filter(({ id }) => id !== code), notice];
  };
  const readState = (): State => {
    const reading = readStore(stateFile, State, now);
    if (reading.kind === 'broken') say('state-broken', reading.reason, reading.keptAt);
    return reading.kind === 'read' ? reading.value : State.parse({ version: 1 });
  };
  const readOwn = (): Settings => {
    const reading = settingsFile.read();
    if (reading.kind === 'read') return reading.settings;
    if (reading.kind === 'newer') say('settings-newer', reading.reason, file);
    if (reading.kind === 'broken') say('settings-broken', reading.reason, reading.keptAt);
    return Settings.parse({ version: 1 });
  };
  const readManaged = (): Settings | null => {
    const reading = managed?.read() ?? { kind: 'absent' };
    if (reading.kind === 'refused') say('managed-refused', reading.reason, managed?.file ?? '');
    return reading.kind === 'read' ? reading.settings : null;
  };
  const take = (next: Settings) => {
    own = next;
    merged = mergeSettings(own, theirs);
  };
  const reload = () => {
    notices = notices.filter(({ id }) => id === 'state-broken');
    theirs = readManaged();
    take(readOwn());
  };
  let state = readState();
  reload();

  const change = (next: Partial<State>) => {
    state = { ...state, ...next };
    writeStore(stateFile, state);
  };
  const organisations = () => {
    const all = demo
      ? [...merged.organisations.filter(({ id }) => id !== demo?.id), demo]
      : merged.organisations;
    return inOrder(all, state.order.organisations);
  };
  const isDemo = (id: string) => demo?.id === id;
  const passes = () => {
    const decided = new Set(merged.passes.map(({ id }) => id));
    const known = new Set(organisations().map(({ id }) => id));
    const all = [...merged.passes, ...state.passes.filter(({ id }) => !decided.has(id))];
    return inOrder(all, state.order.passes).filter(({ organisation }) => known.has(organisation));
  };

  return {
    file,
    managedFile: () => (theirs && managed ? managed.file : null),
    organisations,
    organisation: (id) => organisations().find((organisation) => organisation.id === id),
    passes,
    pass: (id) => passes().find((pass) => pass.id === id),
    preferences: () => merged.preferences,
    locked: () => merged.locked,
    accountName: (accountId) =>
      merged.accounts[accountId]?.name ?? state.accountAliases[accountId]?.alias ?? null,
    state: () => state,
    notices: () => notices,
    dismissNotice: (id) => {
      notices = notices.filter((notice) => notice.id !== id);
    },
    reload,
    isDemo,
    setDemo: (organisation) => {
      demo = organisation;
    },
    keep: (organisation, offer, scope = 'full') => {
      const kept = keptPass(organisation, { ...offer, scope }, passes(), state);
      if (kept.change) change(kept.change);
      return kept.pass;
    },
    durationFor: (pass) =>
      durationFor(pass.durationSeconds ?? DEFAULT_DURATION_SECONDS, state.durations[pass.roleArn], now()),
    learn: change,
    learnDuration: (roleArn, seconds, refusedSeconds) => {
      const learned = { seconds, refusedSeconds, learnedAt: now() };
      change({ durations: { ...state.durations, [roleArn]: learned } });
    },
    learnSilentAnswer: (organisation, tookMs) => {
      const longest = state.silentAnswers[organisation] ?? -1;
      const ms = Math.round(Math.min(3_600_000, Math.max(0, tookMs)));
      if (ms > longest) change({ silentAnswers: { ...state.silentAnswers, [organisation]: ms } });
    },
    forget: () => {
      notices = [];
      demo = null;
      state = readState();
      reload();
    },
    copyFormat: () => state.copyFormat ?? (platform === 'win32' ? 'powershell' : 'bash'),
    ...createPlaces({ state: () => state, change, passes }),
    ...createEditor({
      file: settingsFile,
      own: () => own,
      merged: () => merged,
      organisations,
      passes,
      isDemo,
      state: () => state,
      change,
      take,
      reload,
    }),
  };
}
