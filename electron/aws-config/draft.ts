/** A text under edit: each of its lines with what becomes of it. Pure. */
import { type ConfigText, type Line, writeLines } from './sections.ts';

export type Written = Pick<Line, 'text' | 'end'>;

/** Each line of the text with what becomes of it. */
export class Draft {
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

/** How lines of ours end: as the last one does, which they follow; else as the first. */
export function endIn({ lines }: ConfigText): string {
  return lines.at(-1)?.end || lines[0]?.end || '\n';
}
