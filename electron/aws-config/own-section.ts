/**
 * How a section of ours is written and known again: by a comment of its own inside it, right below the header.
 * Above the header `aws configure set` would part the two; inside it leaves comments alone. The comment has no
 * `=` and no `:`, by which that tool takes any line for an option. Pure.
 */
import type { ConfigText, Section } from './sections.ts';

/** A section as it should stand: `profile NAME` or `services NAME`. */
export interface WantedSection {
  name: string;
  pass: string;
  options: readonly WantedOption[];
}

export interface WantedOption {
  key: string;
  value: string;
  /** One option further in, below it. */
  inner?: { key: string; value: string };
}

/**
 * What was added above the header, so that removal leaves the very bytes: a blank line, the end of a line that
 * had none, or nothing. `made`: what was not there before the first section of ours.
 */
export interface Marker {
  tag: string;
  /** Of the section: below another header it marks nothing. */
  name: string;
  pass: string;
  above: 'blank' | 'end' | 'nothing';
  made: Made;
}
export type Made = 'nothing' | 'file' | 'folder';

export interface OwnSection {
  section: Section;
  marker: Marker;
  markerAt: number;
  /** Our options by key → the lines they stand in. */
  options: ReadonlyMap<string, readonly number[]>;
  /** Lines that hold, as comments, the section that stood here before. */
  before: readonly number[];
  /** Options and other words that somebody else wrote into the section. */
  foreign: readonly number[];
}

const MARKER =
  /^# Daypass ([0-9a-f]{6}) keeps ((?:profile|services) \S+) for the pass ([A-Za-z0-9_-]{1,64}) \(/;
const SAYS = {
  end: ' The line above had no end.',
  nothing: ' Nothing was added above.',
  file: ' There was no file.',
  folder: ' There was no folder.',
} as const;
const BEFORE = '# before Daypass| ';

export function markerText({ tag, name, pass, above, made }: Marker): string {
  const more = (above === 'blank' ? '' : SAYS[above]) + (made === 'nothing' ? '' : SAYS[made]);
  return `# Daypass ${tag} keeps ${name} for the pass ${pass} (change or remove it there).${more}`;
}

export function readMarker(text: string): Marker | null {
  const [, tag, name, pass] = MARKER.exec(text) ?? [];
  if (tag === undefined || name === undefined || pass === undefined) return null;
  const says = (what: keyof typeof SAYS) => text.includes(SAYS[what]);
  return {
    tag,
    name,
    pass,
    above: says('end') ? 'end' : says('nothing') ? 'nothing' : 'blank',
    made: says('folder') ? 'folder' : says('file') ? 'file' : 'nothing',
  };
}

/** Of this Daypass or another one. */
export const hasAnyMarker = (bytes: string) => /(^|[\r\n])# Daypass [0-9a-f]{6} keeps /.test(bytes);

export const keptAside = (text: string) => BEFORE + text;
export const isKeptAside = (text: string) => text.startsWith(BEFORE);
export const broughtBack = (text: string) => text.slice(BEFORE.length);

export const headerText = (name: string) => (name === 'profile default' ? '[default]' : `[${name}]`);

/** UTF-8 as a byte string, as the file is held. */
export const bytesOf = (text: string) => String.fromCharCode(...new TextEncoder().encode(text));

export function optionTexts({ key, value, inner }: WantedOption): string[] {
  // A line that became two could say anything; a folder's name may hold whatever it likes.
  if (/[\r\n\0]/.test(value + (inner?.value ?? ''))) throw new Error(`${key} has more than one line`);
  if (!inner) return [bytesOf(`${key} = ${value}`)];
  return [`${key} =`, bytesOf(`  ${inner.key} = ${inner.value}`)];
}

/** Sections with a marker of ours. Without it a section is somebody else's, whatever it says. */
export function ownSections(config: ConfigText, tag: string): OwnSection[] {
  return config.sections.flatMap((section) => {
    const own = ownSection(config, section);
    return own && own.marker.tag === tag ? [own] : [];
  });
}

function ownSection({ lines }: ConfigText, section: Section): OwnSection | null {
  const within = lines
    .slice(section.from + 1, section.to)
    .map((line, at) => ({ line, at: section.from + 1 + at }));
  const markerAt = within.find(({ line }) => line.kind === 'comment' && readMarker(line.text))?.at;
  const marker = markerAt === undefined ? null : readMarker(lines[markerAt]?.text ?? '');
  if (!marker || markerAt === undefined || section.names[0] !== marker.name) return null;

  const options = new Map<string, number[]>();
  const before: number[] = [];
  const foreign: number[] = [];
  /** The option of ours that indented lines now belong to. */
  let open: number[] | null = null;
  for (const { line, at } of within) {
    if (line.kind === 'comment' && isKeptAside(line.text)) before.push(at);
    else if (line.kind === 'inner' && open) open.push(at);
    else if (
      line.kind === 'option' &&
      isOurs(marker.name, line.key, line.value) &&
      !options.has(line.key ?? '')
    ) {
      open = [at];
      options.set(line.key ?? '', open);
    } else if (line.kind !== 'comment' && line.kind !== 'blank') {
      foreign.push(at);
      open = null;
    }
  }
  return { section, marker, markerAt, options, before, foreign };
}

/** Of `services` only what names a section of ours. */
function isOurs(section: string, key: string | null, value: string): boolean {
  if (section.startsWith('services ')) return key === 's3';
  return (
    key === 'credential_process' || key === 'region' || (key === 'services' && value.startsWith('daypass-'))
  );
}
