/** The promise itself: what was put, changed, moved and removed leaves the very bytes that were there. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bringInLine, type Order } from './bring-in-line.ts';
import type { WantedSection } from './own-section.ts';
import { configBytes, profile, TAG, withServices } from './profiles.test-parts.ts';
import { Refusal } from './refusal.ts';

const put = (bytes: string, wanted: readonly WantedSection[], more: Partial<Order> = {}) =>
  bringInLine(bytes, { wanted, tag: TAG, ...more });
const runs = { numRuns: 1500 };

const names = fc.uniqueArray(fc.constantFrom('reports', 'b', 'c.d', 'e@f'), { minLength: 1, maxLength: 4 });
const steps = fc.array(names, { minLength: 1, maxLength: 6 });

describe('whatever stands in the file', { timeout: 60_000 }, () => {
  it('what was put and removed leaves the very bytes', () => {
    fc.assert(
      fc.property(configBytes, fc.boolean(), (before, services) => {
        const wanted = services ? withServices('reports') : [profile('reports')];
        const { bytes } = put(before, wanted);
        expect(bytes.startsWith(before)).toBe(true);
        expect(put(bytes, []).bytes).toBe(before);
      }),
      runs,
    );
  });

  it('in any order of passes that come, change and go', () => {
    fc.assert(
      fc.property(configBytes, steps, fc.boolean(), (before, orders, services) => {
        let bytes = before;
        for (const [at, present] of orders.entries()) {
          const wanted = present.flatMap((name) =>
            services
              ? withServices(name, `https://s3-${at}.corp.example`)
              : [profile(name, undefined, `eu-${at}`)],
          );
          bytes = put(bytes, wanted).bytes;
          expect(put(bytes, wanted).bytes).toBe(bytes);
        }
        expect(put(bytes, [])).toEqual({ bytes: before, taken: [], hasOwn: false, made: 'nothing' });
      }),
      { numRuns: 250 },
    );
  });

  it('another name moves the section, and removal still leaves the very bytes', () => {
    fc.assert(
      fc.property(configBytes, (before) => {
        const first = put(before, [profile('reports', 'p')]).bytes;
        const moved = put(first, [profile('b', 'p')]).bytes;
        expect(moved).toBe(first.replaceAll('profile reports', 'profile b'));
        expect(put(moved, []).bytes).toBe(before);
      }),
      runs,
    );
  });

  it('a section that was replaced comes back where it stood', () => {
    const mayReplace = new Set(['profile other', 'profile default']);
    let replaced = 0;
    fc.assert(
      fc.property(configBytes, fc.constantFrom('other', 'default'), (before, name) => {
        try {
          const { bytes, taken } = put(before, [profile(name)], { mayReplace });
          expect(taken).toEqual([]);
          replaced += Number(!bytes.startsWith(before));
          const changed = put(bytes, [profile(name, undefined, 'ap-south-1')]).bytes;
          expect(put(changed, []).bytes).toBe(before);
        } catch (error) {
          // Twice there, or where tools disagree: then nothing is written at all.
          if (!(error instanceof Refusal)) throw error;
        }
      }),
      runs,
    );
    expect(replaced).toBeGreaterThan(runs.numRuns / 20);
  });

  it('lines that others add anywhere are there afterwards, in their order', () => {
    const added = ['output = json', '# a note', '', '[profile new]', 'cli_pager = x', '  inner = 1'];
    let refused = 0;
    fc.assert(
      fc.property(configBytes, fc.nat(30), fc.constantFrom(...added), (before, at, text) => {
        const wanted = [profile('reports'), profile('b')];
        const first = put(before, wanted).bytes;
        const mark = first.startsWith('\xef\xbb\xbf') ? 3 : 0;
        const lines = first.slice(mark).split(/(?<=\n|\r(?!\n))/);
        const place = Math.min(lines.length, at);
        const [above, below] = [lines.slice(0, place).join(''), lines.slice(place).join('')];
        const end = /\r\n|\r|\n/.exec(before)?.[0] ?? '\n';
        const meanwhile = `${first.slice(0, mark)}${above}${text}${end}${below}`;
        // A header in the midst of ours makes what is below it somebody else's.
        if (text.startsWith('[')) {
          const again = put(meanwhile, wanted);
          fc.pre(again.bytes === meanwhile && again.taken.length === 0);
        }
        try {
          const after = put(put(meanwhile, [profile('reports', undefined, 'x-1')]).bytes, []).bytes;
          const theirs = (bytes: string) =>
            bytes
              .slice(mark)
              .split(/\r\n|\r|\n/)
              .filter((each) => each.trim() !== '');
          const expected = theirs(`${before}${/[\r\n]$|^$/.test(before) ? '' : end}`);
          const left = theirs(after).filter((each) => !/^\[profile (reports|b)\]$/.test(each));
          expect([...left].sort()).toEqual([...expected, ...(text === '' ? [] : [text])].sort());
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          refused++;
        }
      }),
      { ...runs, examples: [['', 4, '  inner = 1']] },
    );
    expect(refused).toBeGreaterThan(0);
  });
});
