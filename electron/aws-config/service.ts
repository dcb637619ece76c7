/**
 * Which pass has which profile in the config file of AWS's tools, and that the file says so: at the start, after
 * every change of the settings, and when a person asks. Knows no screen and no credentials.
 */
import type { AwsProfileView, SetAwsProfileAnswer } from '../contract/aws-profile.ts';
import type { Failure } from '../contract/failure.ts';
import { AppError } from '../lib/app-error.ts';
import type { Log } from '../lib/log.ts';
import type { Pass } from '../settings/schema.ts';
import type { SettingsService } from '../settings/service.ts';
import { bringInLine, type InLine } from './bring-in-line.ts';
import type { ConfigFile } from './config-file.ts';
import { lookAt, takenAnswer } from './look.ts';
import { hasAnyMarker, type OwnSection, type WantedSection } from './own-section.ts';
import { wantedSections } from './wanted-sections.ts';

export interface AwsProfiles {
  look(pass: string): AwsProfileView;
  /** Writes nothing when somebody else's section or the question about `default` is in the way. */
  set(pass: string, name: string | null, replace: boolean): Promise<SetAwsProfileAnswer>;
  /** Brings the file in line when the passes are not what they were. Never throws: it goes on by itself. */
  update(): void;
  /** Throws when sections of ours are in the file and can't be taken out. */
  removeAll(): Promise<void>;
}

interface Parts {
  file: ConfigFile;
  /** Where keys may stand under the same names; only names of sections are read. */
  credentialsFile: Pick<ConfigFile, 'read'>;
  /** Tells this Daypass from others of the same person: six signs that stay the same. */
  tag: string;
  settings: Pick<SettingsService, 'passes' | 'organisation' | 'editPass' | 'state' | 'notices' | 'locked'>;
  /** What AWS's tools run to get the pass's credentials, quoted as they want it. */
  commandFor: (pass: string) => string;
  toFailure: (error: unknown) => Failure;
  log: Log;
}

export function createAwsProfiles(parts: Parts): AwsProfiles {
  const { file, credentialsFile, tag, settings, commandFor, toFailure, log } = parts;
  let inLineWith = '';
  let lastFailure: Failure | null = null;
  /** Until there is nothing left that could come back by itself. */
  let isForgetting = false;
  let work: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const done = work.then(act);
    work = done.catch(() => undefined);
    return done;
  };

  /** Of several passes with one name the first has it. */
  const wantedBy = (passes: readonly Pass[]): WantedSection[] => {
    const firsts = passes.filter(
      ({ awsProfile }, at) => passes.findIndex((other) => other.awsProfile === awsProfile) === at,
    );
    return firsts.flatMap(sectionsOf);
  };
  const sectionsOf = (pass: Pass) =>
    wantedSections(pass, settings.organisation(pass.organisation), commandFor(pass.id));

  /** Passes of an organisation that is away for now (the demo) keep theirs, and so does all while the settings can't be read. */
  const stays = (own: OwnSection) =>
    settings.notices().some(({ failure }) => UNREAD.has(failure.code)) ||
    settings
      .state()
      .passes.some(({ id, awsProfile }) => id === own.marker.pass && awsProfile !== undefined && !isHere(id));
  const isHere = (id: string) => settings.passes().some((pass) => pass.id === id);

  const bring = async (
    wanted: readonly WantedSection[],
    order: { pass: string; mine: ReadonlySet<string>; mayReplace: boolean } | null = null,
  ) => {
    let result: InLine | null = null;
    await file.edit((bytes, missing) => {
      result = bringInLine(bytes, {
        wanted,
        tag,
        missing,
        // What a person orders for a pass is done in any case.
        stays: (own) => own.marker.pass !== order?.pass && stays(own),
        mayReplace: order?.mayReplace ? order.mine : NOBODY,
      });
      const isAsking = result.taken.some((name) => order?.mine.has(name));
      const next = isAsking ? bytes : result.bytes;
      return { bytes: next, hasOwn: hasAnyMarker(next), made: result.made };
    });
    lastFailure = null;
    return (result as InLine | null)?.taken ?? [];
  };

  const set: AwsProfiles['set'] = async (id, name, replace) => {
    const passes = settings.passes();
    const pass = passes.find((each) => each.id === id);
    if (!pass) throw new AppError('unknown-pass', { retry: 'never', subject: id });
    isForgetting = false;
    const locked = settings.locked().passes;
    const holder =
      name === null ? undefined : passes.find((each) => each.id !== id && each.awsProfile === name);
    const lockedOne = [id, ...(holder ? [holder.id] : [])].find((each) => locked.has(each));
    if (lockedOne !== undefined && name !== pass.awsProfile)
      throw new AppError('settings-locked', { retry: 'never', subject: lockedOne });
    if (holder && !replace) return takenAnswer(file, tag, `profile ${name}`, holder.label);
    if (name === 'default' && pass.awsProfile !== name && !replace) {
      const taken = takenAnswer(file, tag, 'profile default', null);
      return taken.line === 0 ? { kind: 'isDefault', file: file.path } : taken;
    }
    const { awsProfile: _before, ...rest } = pass;
    const next: Pass = name === null ? rest : { ...rest, awsProfile: name };
    const after = passes.filter((each) => each !== holder).map((each) => (each === pass ? next : each));
    const mine = new Set(sectionsOf(next).map((section) => section.name));
    const taken = await bring(wantedBy(after), { pass: id, mine, mayReplace: replace });
    const inTheWay = taken.find((each) => mine.has(each));
    if (inTheWay !== undefined) return takenAnswer(file, tag, inTheWay, null);
    try {
      if (holder) settings.editPass(holder.id, { awsProfile: null });
      if (name !== (pass.awsProfile ?? null)) settings.editPass(id, { awsProfile: name });
    } catch (error) {
      await bring(wantedBy(settings.passes()));
      throw error;
    }
    inLineWith = keyNow();
    return { kind: 'done' };
  };
  const keyNow = () =>
    JSON.stringify([wantedBy(settings.passes()), settings.state().passes.map(({ id }) => id)]);

  return {
    look: (id) =>
      lookAt({
        pass: settings.passes().find((pass) => pass.id === id),
        passes: settings.passes(),
        file,
        credentialsFile,
        tag,
        sectionsOf,
        lastFailure,
        toFailure,
      }),
    set: (id, name, replace) => inTurn(() => set(id, name, replace)),
    update() {
      const key = keyNow();
      if (key === inLineWith) return;
      inLineWith = key;
      if (isForgetting && wantedBy(settings.passes()).length > 0) return;
      isForgetting = false;
      void inTurn(() => bring(wantedBy(settings.passes()))).catch((error: unknown) => {
        lastFailure = toFailure(error);
        log('aws config not brought in line', { error });
      });
    },
    removeAll() {
      isForgetting = true;
      return inTurn(async () => {
        if (!mayHoldOurs()) return;
        await file.edit((bytes) => {
          const { bytes: left, made } = bringInLine(bytes, { wanted: [], tag });
          return { bytes: left, hasOwn: hasAnyMarker(left), made };
        });
      });
    },
  };

  /** A file that we refuse to read was never written by us. */
  function mayHoldOurs(): boolean {
    try {
      return hasAnyMarker(file.read());
    } catch (error) {
      log('aws config not read', { error });
      return false;
    }
  }
}

const NOBODY: ReadonlySet<string> = new Set();
const UNREAD: ReadonlySet<string> = new Set([
  'settings-broken',
  'settings-newer',
  'state-broken',
  'managed-refused',
]);
