/** The text of a config file brought in line with the passes that have a profile, all in one step. Pure. */
import { append, remember, replace, sectionsNamed, update } from './edit.ts';
import { type Made, type OwnSection, ownSections, type WantedSection } from './own-section.ts';
import { readConfigText } from './sections.ts';
import { takeOut } from './take-out.ts';

export interface Order {
  wanted: readonly WantedSection[];
  tag: string;
  /** Names that may take the place of somebody else's section. */
  mayReplace?: ReadonlySet<string>;
  /** Sections of ours that stay although nothing wants them now. */
  stays?: (own: OwnSection) => boolean;
  /** What is not there yet, when the text is that of no file. */
  missing?: Made;
}

export interface InLine {
  bytes: string;
  /** Names that somebody else's section has. */
  taken: readonly string[];
  /** Whether any section of ours is left. */
  hasOwn: boolean;
  /** What was made for sections of ours that are gone, and may go with them. */
  made: Made;
}

export function bringInLine(before: string, order: Order): InLine {
  const { wanted, tag, missing = 'nothing' } = order;
  const made = largest([missing, ...ownIn(before, tag).map(({ marker }) => marker.made)]);
  let bytes = withoutUnwanted(before, order);
  const taken: string[] = [];
  for (const each of wanted) {
    const own = ownIn(bytes, tag).find(({ marker }) => marker.name === each.name);
    const isFree = sectionsNamed(readConfigText(bytes), each.name, tag).length === 0;
    if (own) bytes = update(bytes, own, each);
    else if (isFree) bytes = append(bytes, each, tag);
    else if (order.mayReplace?.has(each.name)) bytes = replace(bytes, each, tag);
    else taken.push(each.name);
  }
  const [first, ...others] = ownIn(bytes, tag);
  if (first && made !== largest([first, ...others].map(({ marker }) => marker.made)))
    bytes = remember(bytes, first, made);
  return { bytes, taken, hasOwn: first !== undefined, made };
}

/** From the last to the first, so that what each added above it is still there. */
function withoutUnwanted(before: string, order: Order): string {
  const { wanted, tag, stays = () => false } = order;
  const names = new Set(wanted.map(({ name }) => name));
  let bytes = before;
  for (;;) {
    const unwanted = ownIn(bytes, tag).findLast((own) => !names.has(own.marker.name) && !stays(own));
    if (!unwanted) return bytes;
    const moved = newNameOf(bytes, unwanted, order);
    bytes = moved ? update(bytes, unwanted, moved) : takeOut(bytes, unwanted, tag);
  }
}

/** A pass that got another name keeps its section, with what others wrote into it. */
function newNameOf(bytes: string, own: OwnSection, { wanted, tag }: Order): WantedSection | undefined {
  const config = readConfigText(bytes);
  const kind = own.marker.name.split(' ')[0];
  const isFree = ({ name }: WantedSection) => !config.sections.some(({ names }) => names.includes(name));
  if (
    own.before.length > 0 ||
    ownIn(bytes, tag).filter(({ marker }) => marker.name === own.marker.name).length > 1
  )
    return;
  return wanted.find(
    (each) => each.pass === own.marker.pass && each.name.startsWith(`${kind} `) && isFree(each),
  );
}

const ownIn = (bytes: string, tag: string) => ownSections(readConfigText(bytes), tag);

const ORDER: readonly Made[] = ['nothing', 'file', 'folder'];
const largest = (made: readonly Made[]): Made =>
  ORDER[Math.max(0, ...made.map((each) => ORDER.indexOf(each)))] ?? 'nothing';
