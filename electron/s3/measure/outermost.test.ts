import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Target } from '../../contract/s3-work.ts';
import { outermost } from './outermost.ts';

const part = fc.constantFrom('', 'a', 'b');
const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
const target: fc.Arbitrary<Target> = fc.oneof(
  path.map((prefix) => ({ kind: 'folder' as const, prefix: `${prefix}/` })),
  path.map((key) => ({ kind: 'object' as const, key: key || 'a', version: null })),
);
const universe = (all: readonly Target[]) => {
  const keys = all.map((each) => (each.kind === 'folder' ? `${each.prefix}x` : each.key));
  return [...new Set(keys)];
};
const timesCounted = (all: readonly Target[], key: string) =>
  all.filter((each) => (each.kind === 'folder' ? key.startsWith(each.prefix) : each.key === key)).length;

it('whatever was meant is counted once', () => {
  fc.assert(
    fc.property(fc.array(target, { maxLength: 8 }), (all) => {
      for (const key of universe(all)) expect([key, timesCounted(outermost(all), key)]).toEqual([key, 1]);
    }),
  );
});
