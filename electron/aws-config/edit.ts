/**
 * Puts a section of ours into the text of a config file, or changes it there. Every byte that is not ours stays.
 * Pure.
 */
import { Draft, endIn } from './draft.ts';
import {
  headerText,
  isKeptAside,
  keptAside,
  type Made,
  type Marker,
  markerText,
  type OwnSection,
  optionTexts,
  ownSections,
  type WantedOption,
  type WantedSection,
} from './own-section.ts';
import { Refusal, refuseIndented, refuseTangled } from './refusal.ts';
import { type ConfigText, readable, readConfigText, type Section } from './sections.ts';

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

/** Comments and blank lines at a section's end lead over to the next one; those that would be taken for ours go along. */
function lastWithWords({ lines }: ConfigText, { from, to }: Section): number {
  for (let at = to - 1; at > from; at--) {
    const line = lines[at];
    if (line && ((line.kind !== 'blank' && line.kind !== 'comment') || isKeptAside(line.text))) return at;
  }
  return from;
}
