import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOf, lineOfSyntaxError } from './json-lines.ts';

const text = `{
  "version": 1,
  "organisations": [
    { "id": "a", "name": "}]" },
    {
      "id": "b",
      "endpoints": {
        "sts": "https:\\/\\/x",
        "deep": [1, [2, 3], {"k": null}]
      }
    }
  ],
  "a\\u0062": true
}`;

describe('where a value stands', () => {
  it.each<[PropertyKey[], number]>([
    [[], 1],
    [['version'], 2],
    [['organisations'], 3],
    [['organisations', 0], 4],
    [['organisations', 0, 'name'], 4],
    [['organisations', 1], 5],
    [['organisations', 1, 'id'], 6],
    [['organisations', 1, 'endpoints', 'sts'], 8],
    [['organisations', 1, 'endpoints', 'deep', 2, 'k'], 9],
    [['organisations', 1, 'region'], 5],
    [['organisations', 7, 'region'], 3],
    [['ab'], 13],
    [['nothing'], 1],
  ])('%j is in line %d', (path, line) => {
    expect(lineOf(text, path)).toBe(line);
  });
});

describe('where a text stops being JSON', () => {
  it.each([
    ['{ "version": 1,', 1],
    ['{\n  "version": 1\n  "organisations": []\n}', 3],
    ['{\n  "version": 1,\n}', 3],
    ['{\n  // a comment\n  "version": 1\n}', 2],
    ['{\n  "a": [1, 2\n}', 3],
    ['{\n  "a": 1,\n  b: 2\n}', 3],
    ['[1 2]', 1],
    ['{\n  "a": "never ends\n}', 2],
    ['oh', 1],
    ['', 1],
  ])('%j: line %d', (broken, line) => {
    expect(() => JSON.parse(broken)).toThrow();
    expect(lineOfSyntaxError(broken)).toBe(line);
  });

  it('a good text is good to its end, whatever is in it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const good = JSON.stringify(value, null, 2);
        expect(lineOfSyntaxError(good)).toBe(good.split('\n').length);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});
