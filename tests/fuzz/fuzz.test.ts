/** The short run of the fuzzer, 2,000 inputs with fixed seeds; `npm run soak` is the long one. */
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { fuzzed } from './properties.ts';

const RUNS = 2000;
const SEED = 20_260_304;

describe('whatever comes in is taken rightly or refused', () => {
  it.each(fuzzed)('$name', { timeout: 60_000 }, async ({ property, share }) => {
    await fc.assert(property(), { numRuns: Math.round(RUNS * share), seed: SEED });
  });
});
