/** What is not edited, because an edit could change what somebody else's lines mean. Pure. */
import type { OwnSection } from './own-section.ts';
import type { ConfigText } from './sections.ts';

/** Why an edit was not made, for a person; line numbers count from 1. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** Somebody's line goes on with an option of ours: changing that one would take theirs along. */
export function refuseTangled({ lines }: ConfigText, own: OwnSection, key: string): void {
  const at = own.options.get(key) ?? [];
  const ours = own.marker.name.startsWith('services ') ? /^\s+endpoint_url\s*=/ : /^$/;
  const theirs = at.slice(1).find((index) => !ours.test(lines[index]?.text ?? ''));
  if (theirs === undefined) return;
  throw new Refusal(
    `Line ${theirs + 1} is indented below a line that Daypass wrote and goes on with it. Take it out, or move it to the left.`,
  );
}

/** To some tools an indented header is no header: what stands above it decides, so that is not touched. */
export function refuseIndented({ lines }: ConfigText, at: number): void {
  if (!lines[at]?.indented) return;
  throw new Refusal(
    `The section in line ${at + 1} is indented, and tools disagree about what that means. Move it to the left.`,
  );
}
