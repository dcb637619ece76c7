import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CopySource, Target } from '../../contract/s3-work.ts';
import { doWork } from './do-work.test-parts.ts';
import { openTestS3, type TestS3 } from './s3-server.test-parts.ts';
import { Store } from './store.test-parts.ts';

let s3: TestS3;
// Many requests each, on machines that do other things too.
vi.setConfig({ testTimeout: 120_000 });
beforeAll(async () => {
  s3 = await openTestS3();
  s3.pageSize = 3;
});
afterAll(() => s3.close());

const signs = fc.constantFrom('a', 'b', '/', '/', '+', '%', ' ', '\u0001', '\n', '🪁', '?');
const key = fc.string({ unit: signs, minLength: 1, maxLength: 6 });
const prefix = fc
  .string({ unit: fc.constantFrom('a', 'b', '/'), minLength: 1, maxLength: 4 })
  .map((text) => (text.endsWith('/') ? text : `${text}/`));
const tree = fc.uniqueArray(
  fc.oneof(
    key,
    fc.tuple(prefix, key).map(([folder, name]) => folder + name),
  ),
  { minLength: 1, maxLength: 14 },
);
type Bodies = Map<string, string>;

const isInside = (name: string, target: Target) =>
  target.kind === 'folder' ? name.startsWith(target.prefix) : name === target.key;

/** Fills the bucket; answers what is there. */
function plant(keys: readonly string[], versioned: boolean): Bodies {
  const store = s3.store('bucket');
  Object.assign(store, new Store(), { versioned });
  for (const one of keys) store.put(one, `body of ${one}`);
  return new Map(Object.entries(store.present()));
}
const present = () => new Map(Object.entries(s3.store('bucket').present()));
const sorted = (bodies: Bodies) => [...bodies].sort(([a], [b]) => (a < b ? -1 : 1));

describe('whatever the keys', () => {
  it('a delete takes what was chosen and nothing else, and where versions are kept the undo brings it back', async () => {
    const target: fc.Arbitrary<Target> = fc.oneof(
      key.map((one): Target => ({ kind: 'object', key: one, version: null })),
      prefix.map((one): Target => ({ kind: 'folder', prefix: one })),
    );
    await fc.assert(
      fc.asyncProperty(
        tree,
        fc.array(target, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        async (keys, targets, versioned) => {
          const before = plant(keys, versioned);
          const told = await doWork(s3.parts, { task: 'delete', targets, everyVersion: false });
          expect(told).toMatchObject({ ended: 'done', failed: 0 });
          const left = [...before].filter(([one]) => !targets.some((one2) => isInside(one, one2)));
          expect(sorted(present())).toEqual(sorted(new Map(left)));
          if (!versioned || told.undo.length === 0) return;
          await doWork(s3.parts, { task: 'undelete', markers: told.undo });
          expect(sorted(present())).toEqual(sorted(before));
        },
      ),
      { numRuns: 60, seed: 1 },
    );
  });

  it('a copy or move brings what was there before it to where it was sent, or is refused whole', async () => {
    const source: fc.Arbitrary<CopySource> = fc.oneof(
      fc
        .tuple(key, key)
        .map(([one, toKey]): CopySource => ({ kind: 'object', key: one, version: null, toKey })),
      fc
        .tuple(prefix, prefix)
        .map(([one, toPrefix]): CopySource => ({ kind: 'folder', prefix: one, toPrefix })),
    );
    let done = 0;
    await fc.assert(
      fc.asyncProperty(
        tree,
        fc.array(source, { minLength: 1, maxLength: 2 }),
        fc.boolean(),
        async (keys, sources, move) => {
          const before = plant(keys, false);
          const told = await doWork(s3.parts, {
            task: 'copy',
            toBucket: 'bucket',
            sources,
            move,
            replace: true,
          });
          if (told.refusal !== null) {
            expect(sorted(present())).toEqual(sorted(before));
            return;
          }
          if (told.failed === 0) done++;
          expect(told.codes.every((code) => code === 's3-no-such-key')).toBe(true);
          expect(sorted(present())).toEqual(sorted(expected(before, sources, move)));
        },
      ),
      { numRuns: 150, seed: 2 },
    );
    expect(done).toBeGreaterThan(20);
  });
});

/** As if all had been read before anything is written. */
function expected(before: Bodies, sources: readonly CopySource[], move: boolean): Bodies {
  const after = new Map(before);
  const written: [string, string][] = [];
  for (const source of sources)
    for (const [one, body] of before) {
      const isIt = source.kind === 'folder' ? one.startsWith(source.prefix) : one === source.key;
      if (!isIt) continue;
      if (move) after.delete(one);
      written.push([
        source.kind === 'folder' ? source.toPrefix + one.slice(source.prefix.length) : source.toKey,
        body,
      ]);
    }
  for (const [one, body] of written) after.set(one, body);
  return after;
}
