import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DiskRules, nameOf, namesOf, segmentOf } from './names-on-disk.ts';

const rules: DiskRules[] = ['posix', 'windows'];

describe.each(rules)('names on a disk of %s', (system) => {
  it('can be told back, whatever a key holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const segment = text.replaceAll('/', '');
        expect(segmentOf(nameOf(segment, system))).toBe(segment);
      }),
    );
  });

  it('lead nowhere but into the folder', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('.', '..', '', 'a', 'C:', '\\', '\0', 'CON', '~')), (segments) => {
        for (const name of namesOf(segments.join('/'), '', system)) {
          expect(['', '.', '..']).not.toContain(name);
          expect(name).not.toMatch(system === 'windows' ? /[/\\:]/ : /\//);
        }
      }),
    );
  });
});

it.each([
  ['report.csv', 'report.csv'],
  ['a%2Fb', 'a%252Fb'],
  ['100%', '100%'],
  ['..', '%2E%2E'],
  ['', '%2F'],
])('%j is saved as %s on every system', (segment, name) => {
  for (const system of rules) expect(nameOf(segment, system)).toBe(name);
});

it.each([
  ['CON', '%43ON'],
  ['nul.txt', '%6Eul.txt'],
  ['console', 'console'],
  ['a:b', 'a%3Ab'],
  ['x.', 'x%2E'],
  ['x ', 'x%20'],
])('%j is saved as %s on Windows', (segment, name) => {
  expect(nameOf(segment, 'windows')).toBe(name);
});
