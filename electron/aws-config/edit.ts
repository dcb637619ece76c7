/**
 * Puts a section of ours into the text of a config file, changes it there, takes it out again. Every byte that
 * is not ours stays; what was put and then removed leaves the very bytes that were there. Pure.
 */
import {
  broughtBack,
  headerText,
  isKeptAside,
  keptAside,
  type Made,
  type Marker,
  markerText,
  type OwnSection,
  optionTexts,
  ownSections,
  readMarker,
  type WantedOption,
  type WantedSection,
} from './own-section.ts';
import {
  type ConfigText,
  type Line,
  readable,
  readConfigText,
  type Section,
  writeLines,
} from './sections.ts';

/** Why an edit was not made, for a person; line numbers count from 1. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

type Written = Pick<Line, 'text' | 'end'>;

/** Each line of the text with what becomes of it. */
class Draft {
  readonly lines: Written[][];
  constructor(private readonly config: ConfigText) {
    this.lines = config.lines.map((line) => [line]);
  }
  set(at: number, ...written: Written[]): void {
    if (at >= 0 && at < this.lines.length) this.lines[at] = written;
  }
  /** Below line `at`; the last line of a file may have no end to be followed by. */
  addBelow(at: number, texts: readonly string[], end: string): void {
    if (texts.length === 0) return;
    const here = this.lines[at] ?? [];
    const last = here.at(-1);
    const ends = last?.end === '' ? [...texts.slice(1).map(() => end), ''] : texts.map(() => end);
    if (last?.end === '') here[here.length - 1] = { text: last.text, end };
    here.push(...texts.map((text, index) => ({ text, end: ends[index] ?? end })));
    this.lines[at] = here;
  }
  isEmptyFrom(at: number): boolean {
    return this.lines.slice(at).every((written) => written.length === 0);
  }
  write(): string {
    return writeLines(this.config.mark, this.lines.flat());
  }
}

/** Sections that any tool may read by this name, and that are not ours. */
export function sectionsNamed(config: ConfigText, name: string, tag: string): Section[] {
  const own = new Set(ownSections(config, tag).map(({ section }) => section.from));
  return config.sections.filter(({ names, from }) => names.includes(name) && !own.has(from));
}

export function append(bytes: string, wanted: WantedSection, tag: string, made: Made = 'nothing'): string {
  const config = readConfigText(bytes);
  const last = config.lines.at(-1);
  const end = endIn(config);
  const above = last === undefined ? 'nothing' : last.end === '' ? 'end' : 'blank';
  const head = above === 'nothing' ? '' : end;
  const texts = sectionTexts(wanted, { tag, name: wanted.name, pass: wanted.pass, above, made });
  return bytes + head + texts.map((text) => text + end).join('');
}

/** In the place of somebody else's section, whose lines stay below as comments and come back with `takeOut`. */
export function replace(bytes: string, wanted: WantedSection, tag: string): string {
  const config = readConfigText(bytes);
  const [theirs, second] = sectionsNamed(config, wanted.name, tag);
  if (!theirs) return append(bytes, wanted, tag);
  if (second)
    throw new Refusal(
      `The section stands twice, in lines ${theirs.from + 1} and ${second.from + 1}. Take one of them out.`,
    );
  refuseIndented(config, theirs.from);
  refuseIndented(config, theirs.to);
  const draft = new Draft(config);
  const end = config.lines[theirs.from]?.end || endIn(config);
  const marker: Marker = { tag, name: wanted.name, pass: wanted.pass, above: 'nothing', made: 'nothing' };
  const last = lastWithWords(config, theirs);
  for (let at = theirs.from; at <= last; at++) {
    const line = config.lines[at];
    if (line) draft.set(at, { text: keptAside(line.text), end: line.end });
  }
  draft.lines[theirs.from]?.unshift(...sectionTexts(wanted, marker).map((text) => ({ text, end })));
  return draft.write();
}

/** Ours as it should be; lines that others wrote into it stay. Answers the same bytes when nothing is to do. */
export function update(bytes: string, own: OwnSection, wanted: WantedSection): string {
  const config = readConfigText(bytes);
  const draft = new Draft(config);
  const end = endIn(config);
  const { name, pass } = wanted;
  const isMoved = own.marker.name !== name;
  if (own.marker.pass !== pass || isMoved)
    rewrite(draft, config, own.markerAt, markerText({ ...own.marker, name, pass }));
  if (isMoved) rewrite(draft, config, own.section.from, headerText(wanted.name));
  let above = own.markerAt;
  for (const option of wanted.options) {
    const at = own.options.get(option.key);
    // A person's own `services` stays theirs: a second one would make the file unreadable.
    if (!at && hasForeign(config, own, option.key)) continue;
    if (!at) draft.addBelow(above, optionTexts(option), end);
    else if (!stands(config, at, option)) {
      refuseTangled(config, own, option.key);
      rewriteAll(draft, config, at, optionTexts(option));
    }
    above = at?.at(-1) ?? above;
  }
  for (const [key, at] of own.options) {
    if (wanted.options.some((option) => option.key === key)) continue;
    refuseTangled(config, own, key);
    for (const line of at) draft.set(line);
  }
  return draft.write();
}

/** Without our lines. What others wrote into the section keeps its header. */
export function takeOut(bytes: string, own: OwnSection, tag: string): string {
  const config = readConfigText(bytes);
  const draft = new Draft(config);
  refuseIndented(config, own.section.to);
  draft.set(own.markerAt);
  for (const [key, at] of own.options) {
    refuseTangled(config, own, key);
    for (const line of at) draft.set(line);
  }
  for (const at of own.before) draft.set(at);
  const header = own.section.from;
  if (own.before.length > 0) {
    draft.set(header, ...restored(config, own));
    giveEnds(draft, header, endIn(config));
  } else if (own.foreign.length === 0) {
    draft.set(header);
    closeGap(config, draft, own, tag);
  }
  return draft.write();
}

/** Lets a section of ours remember what was made for the first of them. */
export function remember(bytes: string, own: OwnSection, made: Made): string {
  const config = readConfigText(bytes);
  const draft = new Draft(config);
  rewrite(draft, config, own.markerAt, markerText({ ...own.marker, made }));
  return draft.write();
}

function sectionTexts({ name, options }: WantedSection, marker: Marker): string[] {
  return [headerText(name), markerText(marker), ...options.flatMap(optionTexts)];
}

/** Takes back what was added above the header. */
function closeGap({ lines }: ConfigText, draft: Draft, own: OwnSection, tag: string): void {
  const at = own.section.from - 1;
  const above = lines[at];
  if (!above || own.marker.above === 'nothing') return;
  if (own.marker.above === 'blank') {
    if (above.text === '') draft.set(at);
    return;
  }
  if (draft.isEmptyFrom(own.section.from)) {
    draft.set(at, { text: above.text, end: '' });
    return;
  }
  // Our next section stands right behind: it takes over that the line above had no end.
  const gap = draft.lines.findIndex((written, index) => index > at && written.length > 0);
  const marker = readMarker(lines[gap + 2]?.text ?? '');
  const isNext = lines[gap]?.text === '' && lines[gap + 1]?.kind === 'section';
  if (!isNext || marker?.tag !== tag || marker.above !== 'blank') return;
  draft.set(gap);
  draft.set(gap + 2, { text: markerText({ ...marker, above: 'end' }), end: lines[gap + 2]?.end ?? '' });
}

const restored = ({ lines }: ConfigText, { before }: OwnSection): Written[] =>
  before.flatMap((at) => {
    const line = lines[at];
    return line ? [{ text: broughtBack(line.text), end: line.end }] : [];
  });

/** What was the last line of the file may no longer be: then it needs an end. */
function giveEnds(draft: Draft, at: number, end: string): void {
  const last = draft.lines[at]?.at(-1);
  if (last?.end === '' && !draft.isEmptyFrom(at + 1)) last.end = end;
}

function stands({ lines }: ConfigText, at: readonly number[], { value, inner }: WantedOption): boolean {
  const [first, second] = at.map((index) => lines[index]);
  if (!inner) return at.length === 1 && first?.value === value;
  const [, key, innerValue] = /^\s*([^=:]+?)\s*[=:]\s*(.*?)\s*$/.exec(readable(second?.text ?? '')) ?? [];
  return at.length === 2 && first?.value === '' && key === inner.key && innerValue === inner.value;
}

function rewrite(draft: Draft, { lines }: ConfigText, at: number, text: string): void {
  draft.set(at, { text, end: lines[at]?.end ?? '' });
}

/** As many lines as there are; further ones below the last. */
function rewriteAll(draft: Draft, config: ConfigText, at: readonly number[], texts: readonly string[]): void {
  const [first = -1, ...others] = at;
  for (const line of others) draft.set(line);
  rewrite(draft, config, first, texts[0] ?? '');
  draft.addBelow(first, texts.slice(1), endIn(config));
}

const hasForeign = ({ lines }: ConfigText, own: OwnSection, key: string) =>
  own.foreign.some((at) => lines[at]?.key === key);

/** Somebody's line goes on with an option of ours: changing that one would take theirs along. */
function refuseTangled({ lines }: ConfigText, own: OwnSection, key: string): void {
  const at = own.options.get(key) ?? [];
  const ours = own.marker.name.startsWith('services ') ? /^\s+endpoint_url\s*=/ : /^$/;
  const theirs = at.slice(1).find((index) => !ours.test(lines[index]?.text ?? ''));
  if (theirs === undefined) return;
  throw new Refusal(
    `Line ${theirs + 1} is indented below a line that Daypass wrote and goes on with it. Take it out, or move it to the left.`,
  );
}

/** To some tools an indented header is no header: what stands above it decides, so that is not touched. */
function refuseIndented({ lines }: ConfigText, at: number): void {
  if (!lines[at]?.indented) return;
  throw new Refusal(
    `The section in line ${at + 1} is indented, and tools disagree about what that means. Move it to the left.`,
  );
}

/** Comments and blank lines at a section's end lead over to the next one; those that would be taken for ours go along. */
function lastWithWords({ lines }: ConfigText, { from, to }: Section): number {
  for (let at = to - 1; at > from; at--) {
    const line = lines[at];
    if (line && ((line.kind !== 'blank' && line.kind !== 'comment') || isKeptAside(line.text))) return at;
  }
  return from;
}

function endIn({ lines }: ConfigText): string {
  return lines.at(-1)?.end || lines[0]?.end || '\n';
}
