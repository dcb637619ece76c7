/** What a screen is shown of a pass's profile: its state, and the lines around it. Writes nothing. */
import type {
  AwsProfileView,
  SetAwsProfileAnswer,
  ShownLine,
  TakenProfile,
} from '../contract/aws-profile.ts';
import type { Failure } from '../contract/failure.ts';
import { AppError } from '../lib/app-error.ts';
import type { Pass } from '../settings/schema.ts';
import { bringInLine } from './bring-in-line.ts';
import type { ConfigFile } from './config-file.ts';
import { sectionsNamed } from './edit.ts';
import { headerText, type OwnSection, optionTexts, ownSections, type WantedSection } from './own-section.ts';
import { Refusal } from './refusal.ts';
import { type ConfigText, readConfigText, type Section } from './sections.ts';
import { shownLines } from './shown-lines.ts';

interface Looked {
  pass: Pass | undefined;
  passes: readonly Pass[];
  file: Pick<ConfigFile, 'path' | 'read'>;
  credentialsFile: Pick<ConfigFile, 'read'>;
  tag: string;
  sectionsOf: (pass: Pass) => WantedSection[];
  /** Why the file was not brought in line by itself. */
  lastFailure: Failure | null;
  toFailure: (error: unknown) => Failure;
}

export function lookAt(looked: Looked): AwsProfileView {
  const { pass, passes, file, tag, sectionsOf, toFailure } = looked;
  if (!pass) throw new AppError('unknown-pass', { retry: 'never' });
  const name = pass.awsProfile ?? null;
  const keys = keyNames(looked.credentialsFile);
  const nothing: AwsProfileView = {
    file: file.path,
    name,
    suggested: '',
    state: 'none',
    line: null,
    lines: [],
    otherLines: 0,
    alsoInCredentialsFile: name !== null && keys.has(name),
    failure: null,
  };
  let bytes: string;
  try {
    bytes = file.read();
  } catch (error) {
    const suggested = freeName(pass, passes, keys);
    return { ...nothing, suggested, state: 'refused', failure: toFailure(error) };
  }
  const config = readConfigText(bytes);
  const there = new Set([...keys, ...config.sections.flatMap(({ names }) => names.map(profileIn))]);
  const view = { ...nothing, suggested: freeName(pass, passes, there) };
  if (name === null) return view;

  const wanted = sectionsOf(pass);
  const own = ownSections(config, tag).find(({ marker }) => marker.name === `profile ${name}`);
  if (own && own.marker.pass === pass.id) {
    const isInLine = standsAs(bytes, wanted, tag);
    return {
      ...view,
      state: isInLine ? 'ours' : 'changed',
      line: own.section.from + 1,
      lines: shownLines(config, own.section, ownLines(own), textsOf(wanted)),
      otherLines: own.foreign.length,
      failure: isInLine ? null : looked.lastFailure,
    };
  }
  const section = own?.section ?? sectionsNamed(config, `profile ${name}`, tag)[0];
  if (!section) return { ...view, state: 'missing', failure: looked.lastFailure };
  return { ...view, state: 'taken', line: section.from + 1, lines: shown(config, section) };
}

/** `line` 0: it does not stand there (any more). */
export function takenAnswer(
  file: Pick<ConfigFile, 'path' | 'read'>,
  tag: string,
  name: string,
  byPass: string | null,
): Extract<SetAwsProfileAnswer, { kind: 'taken' }> & TakenProfile {
  const config = readConfigText(file.read());
  const own = ownSections(config, tag).find(({ marker }) => marker.name === name)?.section;
  const section = own ?? sectionsNamed(config, name, tag)[0];
  const lines = section ? shown(config, section) : [];
  return { kind: 'taken', file: file.path, line: section ? section.from + 1 : 0, lines, byPass };
}

function standsAs(bytes: string, wanted: readonly WantedSection[], tag: string): boolean {
  try {
    return bringInLine(bytes, { wanted, tag, stays: () => true }).bytes === bytes;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

const shown = (config: ConfigText, section: Section): ShownLine[] =>
  shownLines(config, section, new Set(), new Set());

/** Not those that keep somebody's former section. */
const ownLines = ({ section, markerAt, options }: OwnSection) =>
  new Set([section.from, markerAt, ...[...options.values()].flat()]);

const textsOf = (wanted: readonly WantedSection[]) =>
  new Set(wanted.flatMap(({ name, options }) => [headerText(name), ...options.flatMap(optionTexts)]));

function keyNames(credentialsFile: Pick<ConfigFile, 'read'>): Set<string> {
  try {
    const { sections } = readConfigText(credentialsFile.read());
    return new Set(sections.flatMap(({ names }) => names.map(profileIn)));
  } catch {
    return new Set();
  }
}

const profileIn = (section: string) => section.replace(/^profile /, '');

/** `Reports (EU)` → `reports-eu`, and `reports-eu-2` when that is taken. */
function freeName({ id, label }: Pass, passes: readonly Pass[], there: ReadonlySet<string>): string {
  const plain = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9_.@]+/g, '-')
    .slice(0, 56)
    .replace(/^-+|-+$/g, '');
  const base = plain === '' || plain === 'default' ? 'daypass' : plain;
  const isTaken = (name: string) =>
    there.has(name) || passes.some((pass) => pass.id !== id && pass.awsProfile === name);
  for (let n = 1; ; n++) {
    const name = n === 1 ? base : `${base}-${n}`;
    if (!isTaken(name)) return name;
  }
}
