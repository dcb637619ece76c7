import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_LINE } from './limits.ts';
import { cutLine, textLines } from './text-lines.ts';

describe('lines', () => {
  const all = (text: string, most?: number) => {
    const lines = textLines(text, most);
    return { lines: Array.from({ length: lines.count }, (_, i) => lines.at(i).text), more: lines.more };
  };
  it.each<[string, string[]]>([
    ['', []],
    ['a', ['a']],
    ['a\nb', ['a', 'b']],
    ['a\r\nb\r\n', ['a', 'b']],
    ['\n', ['']],
    ['\n\n', ['', '']],
    ['a\rb\n', ['a\rb']],
  ])('of %j are %j', (text, lines) => {
    expect(all(text)).toEqual({ lines, more: false });
  });

  it('are bounded', () => {
    expect(all('a\nb\nc', 2)).toEqual({ lines: ['a', 'b'], more: true });
    expect(all('a\nb\n', 2)).toEqual({ lines: ['a', 'b'], more: false });
  });

  it('are the text again when they are joined', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string().map((line) => line.replace(/[\r\n]/g, '')),
          { minLength: 1 },
        ),
        (lines) => {
          const text = lines.join('\n');
          expect(all(`${text}\n`)).toEqual({ lines, more: false });
        },
      ),
    );
  });

  it('that are very long are cut, never through a character', () => {
    const line = `${'x'.repeat(LONGEST_LINE - 1)}\u{1f600}${'y'.repeat(90)}`;
    expect(cutLine(line)).toEqual({ text: 'x'.repeat(LONGEST_LINE - 1), hidden: 92 });
    expect(textLines(`${'z'.repeat(8_000_000)}\nend`).at(0).hidden).toBe(8_000_000 - LONGEST_LINE);
  });
});
