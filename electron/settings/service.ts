/**
 * Holds settings and state as they are now, and writes what the app learns. Gives whole new values; nobody
 * outside changes one in place. Knows the two files, no screen and no session.
 */
import { join } from 'node:path';
import type { CopyFormat, NoticeView } from '../contract/snapshot.ts';
import { readStore, writeStore } from '../lib/store.ts';
import type { RoleOffer } from '../signin/assertion.ts';
import { passOf } from './pass-of.ts';
import {
  DEFAULT_DURATION_SECONDS,
  type Organisation,
  type Pass,
  type Preferences,
  Settings,
  State,
} from './schema.ts';

export interface SettingsService {
  file: string;
  /** Organisations of the settings file, then the demo organisation while it runs. */
  organisations(): readonly Organisation[];
  organisation(id: string): Organisation | undefined;
  passes(): readonly Pass[];
  pass(id: string): Pass | undefined;
  preferences(): Preferences;
  /** What people call an account; null when nobody named it. */
  accountName(accountId: string): string | null;
  state(): State;
  notices(): readonly NoticeView[];
  dismissNotice(id: string): void;
  /** Reads the settings file again; broken ones are set aside and said. */
  reload(): void;
  /** The demo organisation is computed at each start, never written. */
  setDemo(organisation: Organisation | null): void;
  /** Keeps a role as a pass; the same role of the same organisation stays the same pass. */
  keep(organisation: Organisation, offer: RoleOffer): Pass;
  removePass(id: string): void;
  /** Seconds to ask STS for first: the ceiling, or less when STS refused it before. */
  durationFor(pass: Pass): number;
  learn(
    change: Partial<Pick<State, 'accountAliases' | 'keychainIndex' | 'copyFormat' | 'window' | 'demo'>>,
  ): void;
  learnDuration(roleArn: string, seconds: number): void;
  copyFormat(): CopyFormat;
}

export function createSettings(
  folder: string,
  platform: NodeJS.Platform,
  now: () => number,
): SettingsService {
  const file = join(folder, 'settings.json');
  const stateFile = join(folder, 'state.json');
  let notices: NoticeView[] = [];
  let demo: Organisation | null = null;
  let settings = Settings.parse({ version: 1 });

  const say = (
    code: 'settings-broken' | 'settings-newer' | 'state-broken',
    reason: string,
    keptAt: string,
  ) => {
    const notice = { id: code, failure: { code, retry: 'never', subject: keptAt, raw: reason } } as const;
    notices = [...notices.filter(({ id }) => id !== code), notice];
  };
  const readState = (): State => {
    const reading = readStore(stateFile, State, now);
    if (reading.kind === 'broken') say('state-broken', reading.reason, reading.keptAt);
    return reading.kind === 'read' ? reading.value : State.parse({ version: 1 });
  };
  const reload = () => {
    notices = notices.filter(({ id }) => id === 'state-broken');
    const reading = readStore(file, Settings, now);
    if (reading.kind === 'read') settings = reading.value;
    if (reading.kind === 'absent') settings = Settings.parse({ version: 1 });
    if (reading.kind === 'broken') {
      settings = Settings.parse({ version: 1 });
      say(
        /^version: is newer/.test(reading.reason) ? 'settings-newer' : 'settings-broken',
        reading.reason,
        reading.keptAt,
      );
    }
  };
  let state = readState();
  reload();

  const change = (next: Partial<State>) => {
    state = { ...state, ...next };
    writeStore(stateFile, state);
  };
  const organisations = () =>
    demo ? [...settings.organisations.filter(({ id }) => id !== demo?.id), demo] : settings.organisations;
  const passes = () => {
    const decided = new Set(settings.passes.map(({ id }) => id));
    const known = new Set(organisations().map(({ id }) => id));
    return [...settings.passes, ...state.passes.filter(({ id }) => !decided.has(id))].filter(
      ({ organisation }) => known.has(organisation),
    );
  };

  return {
    file,
    organisations,
    organisation: (id) => organisations().find((organisation) => organisation.id === id),
    passes,
    pass: (id) => passes().find((pass) => pass.id === id),
    preferences: () => settings.preferences,
    accountName: (accountId) => state.accountAliases[accountId]?.alias ?? null,
    state: () => state,
    notices: () => notices,
    dismissNotice: (id) => {
      notices = notices.filter((notice) => notice.id !== id);
    },
    reload,
    setDemo: (organisation) => {
      demo = organisation;
    },
    keep: (organisation, offer) => {
      const same = passes().find(
        (pass) => pass.organisation === organisation.id && pass.roleArn === offer.roleArn,
      );
      if (same && same.providerArn === offer.providerArn) return same;
      const pass = passOf(organisation, offer, passes());
      change({ passes: [...state.passes.filter(({ id }) => id !== pass.id), pass] });
      return pass;
    },
    removePass: (id) => change({ passes: state.passes.filter((pass) => pass.id !== id) }),
    durationFor: (pass) =>
      Math.min(
        pass.durationSeconds ?? DEFAULT_DURATION_SECONDS,
        state.durations[pass.roleArn] ?? Number.POSITIVE_INFINITY,
      ),
    learn: change,
    learnDuration: (roleArn, seconds) => change({ durations: { ...state.durations, [roleArn]: seconds } }),
    copyFormat: () => state.copyFormat ?? (platform === 'win32' ? 'powershell' : 'bash'),
  };
}
