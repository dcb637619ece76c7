import { describe, expect, it } from 'vitest';
import { againstPeer, alone, median, quantile, spread } from './figure.ts';
import { memoryOfTree } from './process-tree.ts';
import { json, table } from './report.ts';

const launch = againstPeer(115, 100, { unit: 'ms', aim: 1.15, note: 'n' });
const signin = alone(60.4, { unit: 'ms', aim: 60, note: '' });
const results = new Map([
  ['launch', launch],
  ['signin', signin],
]);

describe('a figure', () => {
  it('meets its aim up to and including it', () => {
    expect(launch).toMatchObject({ ratio: 1.15, meets: true });
    expect(againstPeer(115.1, 100, { unit: 'ms', aim: 1.15, note: '' }).meets).toBe(false);
    expect(signin).toMatchObject({ value: 60.4, peer: null, ratio: null, meets: false });
  });

  it.each([
    [[3, 1, 2], 0.5, 2],
    [[5], 0.95, 5],
    [Array.from({ length: 100 }, (_, i) => i + 1), 0.95, 96],
  ])('of %j at %d is %d', (values, part, expected) => {
    expect(quantile(values, part)).toBe(expected);
  });

  it('says how far single measurements lie apart', () => {
    expect(spread([3.6, 1.2, 2], 'ms')).toBe('1–4 ms');
    expect(median([4, 1, 9])).toBe(4);
  });

  it('is refused without a measurement', () => {
    expect(() => median([])).toThrow('nothing was measured');
  });
});

describe('the report', () => {
  it('is one object on one line for a machine', () => {
    expect(JSON.parse(json(results))).toEqual({ launch, signin });
    expect(json(results)).not.toContain('\n');
  });

  it('is a table for a person, with a loud no', () => {
    const [head, first, second] = table(results).split('\n');
    expect(head).toMatch(/^figure +value +unit +peer +ratio +aim +meets +note$/);
    expect(first).toMatch(/^launch +115\.0 +ms +100\.0 +1\.15× +≤ 1\.15× +yes +n$/);
    expect(second).toMatch(/^signin +60\.4 +ms +– +– +≤ 60 ms +NO$/);
  });
});

it.runIf(process.platform === 'linux')('reads the memory of a process and those below it', () => {
  const [own] = memoryOfTree(process.pid);
  expect(own?.megabytes).toBeGreaterThan(1);
});
