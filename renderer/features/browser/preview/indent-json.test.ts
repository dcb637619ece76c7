import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indentJson } from './indent-json.ts';

describe('JSON', () => {
  const laidOut = (text: string, complete = true) => {
    const { lines, ...rest } = indentJson(text, complete);
    return { text: lines.map(({ depth, text }) => '  '.repeat(depth) + text).join('\n'), ...rest };
  };

  it('is laid out as JSON.stringify does it, and means the same', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const value: unknown = JSON.parse(json);
        const { text, error } = laidOut(JSON.stringify(value));
        expect(error).toBeNull();
        expect(text).toBe(JSON.stringify(value, null, 2));
      }),
    );
  });

  it('is refused where JSON.parse refuses it', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '1',
      '-',
      '01',
      '1.',
      'true',
      'nul',
      '"',
      '\\',
      ' ',
      '\n',
      '"\\u00"',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (some) => {
        const text = some.join('');
        const { error, documents } = indentJson(text, true);
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        if (valid) expect(error).toBeNull();
        else expect(error !== null || documents > 1).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('that is cut anywhere is no error before its end', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (json, at) => {
        expect(indentJson(json.slice(0, at % (json.length + 1)), false).error).toBeNull();
      }),
    );
  });

  it('keeps digits, double names and __proto__ as they are written', () => {
    const text = '{"__proto__":{"polluted":1},"n":12345678901234567890.10,"n":1e400}';
    expect(laidOut(text).text).toBe(
      '{\n  "__proto__": {\n    "polluted": 1\n  },\n  "n": 12345678901234567890.10,\n  "n": 1e400\n}',
    );
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('may be many documents', () => {
    expect(laidOut('{"a":1}\n{"a":2}\n[]\n')).toEqual({
      text: '{\n  "a": 1\n}\n{\n  "a": 2\n}\n[]',
      documents: 3,
      more: false,
      error: null,
    });
  });

  it.each([
    ['{"a":1,}', { line: 1, column: 8 }],
    ['{\n  "a": tru\n}', { line: 2, column: 8 }],
    ["{'a':1}", { line: 1, column: 2 }],
    ['[1 2]', { line: 1, column: 4 }],
    ['["a\nb"]', { line: 1, column: 2 }],
    ['', { line: 1, column: 1 }],
    ['{"a":', { line: 1, column: 6 }],
    ['NaN', { line: 1, column: 1 }],
  ])('%j is broken at %o', (text, error) => {
    expect(indentJson(text, true).error).toEqual(error);
  });

  it('that is very deep or very long stays within its lines', () => {
    const deep = indentJson('['.repeat(1_000_000), false, 1000);
    expect([deep.lines.length, deep.more]).toEqual([1000, true]);
    const long = indentJson(`[${'1,'.repeat(1_000_000)}1]`, true, 1000);
    expect([long.lines.length, long.more, long.error]).toEqual([1000, true, null]);
    expect(indentJson(`"${'x'.repeat(2_000_000)}"`, true).lines).toHaveLength(1);
  });
});
