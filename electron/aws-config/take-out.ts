/** Takes a section of ours out of the text, so that what was there before it is there again. Pure. */
import { Draft, endIn, type Written } from './draft.ts';
import { broughtBack, markerText, type OwnSection, readMarker } from './own-section.ts';
import { refuseIndented, refuseTangled } from './refusal.ts';
import { type ConfigText, readConfigText } from './sections.ts';

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
