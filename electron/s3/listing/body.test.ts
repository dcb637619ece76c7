import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AppError } from '../../lib/app-error.ts';
import { withBody } from './body.ts';

const copy = (bytes: Uint8Array) => Buffer.from(bytes);

it('a body is whole however it was cut, and nothing of the one before is in it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 20 }), async (chunks) => {
      expect(await withBody(Readable.from(chunks), 10_000, copy)).toEqual(Buffer.concat(chunks));
    }),
    { numRuns: 200 },
  );
});

it('a body longer than the memory kept for one is whole too', async () => {
  const chunks = Array.from({ length: 40 }, (_, i) => Buffer.alloc(65_536, i));
  const body = await withBody(Readable.from(chunks), 40 * 65_536, copy);
  expect(body.equals(Buffer.concat(chunks))).toBe(true);
});

it('at the first byte too many it is refused, and the rest is not waited for', async () => {
  let asked = 0;
  const endless = Readable.from(
    (function* () {
      for (;;) {
        asked++;
        yield Buffer.alloc(1000);
      }
    })(),
  );
  await expect(withBody(endless, 2000, copy)).rejects.toThrow(AppError);
  expect(endless.destroyed).toBe(true);
  expect(asked).toBeLessThan(100);
});

it('a body that breaks off is an error, and its bytes are not in the next', async () => {
  const broken = Readable.from(
    (function* () {
      yield Buffer.from('half of it');
      throw new Error('aborted');
    })(),
  );
  await expect(withBody(broken, 1000, copy)).rejects.toThrow('aborted');
  expect((await withBody(Readable.from([Buffer.from('ab')]), 1000, copy)).toString()).toBe('ab');
});
