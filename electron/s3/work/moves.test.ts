import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { doWork } from './do-work.test-parts.ts';
import { type Asked, type Fault, openTestS3, type TestS3 } from './s3-server.test-parts.ts';
import { Store } from './store.test-parts.ts';

let s3: TestS3;
// Many requests each, on machines that do other things too.
vi.setConfig({ testTimeout: 120_000 });
beforeAll(async () => {
  s3 = await openTestS3();
});
beforeEach(() => {
  s3.fault = () => undefined;
  s3.pageSize = 3;
});
afterAll(() => s3.close());

const GIB = 1024 ** 3;
const fault = fc.constantFrom<Fault | undefined>(
  ...([undefined, undefined, undefined, 'slow', 'cut', 'lost', 'error', 'late'] as const),
  { status: 403, code: 'AccessDenied' },
  { status: 404, code: 'NoSuchUpload' },
  { status: 400, code: 'ExpiredToken' },
);
/** All requests, or those alone that begin or end something. */
const met = fc.constantFrom<(asked: Asked) => boolean>(
  () => true,
  ({ method, query }) => method !== 'GET' && method !== 'HEAD' && !query.has('partNumber'),
  ({ method, query }) => method === 'POST' && query.has('uploadId'),
);
const name = fc.string({
  unit: fc.constantFrom('a', 'b', '/', ' ', '+', '%', '\n', '\u0001', 'é'),
  minLength: 1,
  maxLength: 4,
});

describe('a move', () => {
  it('never loses an object, whatever S3 and the network do', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(name, { minLength: 1, maxLength: 6 }),
        fc.array(fault, { minLength: 1, maxLength: 40 }),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        met,
        async (names, faults, versioned, replace, large, meets) => {
          const store = s3.store('bucket');
          Object.assign(store, new Store(), { versioned });
          for (const [at, one] of names.entries())
            store.put(`a/${one}`, `body of ${one}`, large && at % 2 === 0 ? { sizeBytes: 6 * GIB } : {});
          const run = () =>
            doWork(s3.parts, {
              task: 'copy',
              toBucket: 'bucket',
              sources: [{ kind: 'folder', prefix: 'a/', toPrefix: 'b/' }],
              move: true,
              replace,
            });
          s3.asked = [];
          let at = 0;
          s3.fault = (asked) => (meets(asked) ? faults[at++] : undefined);
          const told = await run();
          s3.fault = () => undefined;
          const whole = (key: string, one: string) => store.get(key)?.body === `body of ${one}`;
          const moved = names.filter((one) => !store.get(`a/${one}`));
          for (const one of names) expect(whole(`a/${one}`, one) || whole(`b/${one}`, one)).toBe(true);
          for (const one of moved) expect(whole(`b/${one}`, one)).toBe(true);
          // What is said to be done is done.
          expect(told.done).toBeLessThanOrEqual(moved.length);
          if (told.ended === 'done' && told.failed === 0 && told.skipped === 0)
            expect(moved).toHaveLength(names.length);
          // It can be begun again, and ends well.
          if (replace) {
            expect(await run()).toMatchObject({ ended: 'done', failed: 0 });
            expect(names.every((one) => whole(`b/${one}`, one) && !store.get(`a/${one}`))).toBe(true);
          }
        },
      ),
      { numRuns: 40, seed: 7 },
    );
  });
});
