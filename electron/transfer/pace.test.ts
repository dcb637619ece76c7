import { expect, it } from 'vitest';
import { createSharedPace } from './pace.ts';

const tick = () => new Promise((done) => setImmediate(done));

/** Work that ends when it is told to, and who began in which order. */
function bench(parts: { first: number; most: number }) {
  const pace = createSharedPace(parts);
  const begun: string[] = [];
  const ends: ((good: boolean) => void)[] = [];
  const order = (lane: ReturnType<typeof pace.lane>, name: string) =>
    lane
      .run(() => {
        begun.push(name);
        return new Promise<void>((resolve, reject) => {
          ends.push((good) => (good ? resolve() : reject(new Error('no'))));
        });
      })
      .catch(() => undefined);
  const end = async (count: number, good = true) => {
    for (const one of ends.splice(0, count)) one(good);
    await tick();
  };
  return { pace, begun, order, end };
}

it('lanes take turns, and each keeps its own order', async () => {
  const { pace, begun, order, end } = bench({ first: 1, most: 1 });
  const [one, two] = [pace.lane(), pace.lane()];
  for (let i = 1; i <= 4; i++) void order(one, `a${i}`);
  for (let i = 1; i <= 2; i++) void order(two, `b${i}`);
  for (let i = 0; i < 6; i++) await end(1);
  expect(begun).toEqual(['a1', 'a2', 'b1', 'a3', 'b2', 'a4']);
});

it('doubles with each window until it is asked for fewer, then grows by one a window', async () => {
  const { pace, begun, order, end } = bench({ first: 2, most: 100 });
  const lane = pace.lane();
  for (let i = 0; i < 200; i++) void order(lane, String(i));
  await end(2);
  expect(lane.width).toBe(4);
  await end(4);
  expect(lane.width).toBe(8);
  lane.slower();
  lane.slower();
  expect(lane.width).toBe(4);
  // Those that were under way say nothing of the new width.
  await end(8);
  expect(lane.width).toBe(4);
  await end(4);
  expect(lane.width).toBe(5);
  expect(begun.length).toBeGreaterThan(14);
});

it('grows no further than its limit', async () => {
  const { pace, order, end } = bench({ first: 4, most: 6 });
  const lane = pace.lane();
  for (let i = 0; i < 40; i++) void order(lane, String(i));
  await end(4);
  await end(6);
  expect(lane.width).toBe(6);
});

it('a person’s limit counts at once for what comes, and is gone when it is lifted', async () => {
  const { pace, begun, order, end } = bench({ first: 4, most: 6 });
  const lane = pace.lane();
  for (let i = 0; i < 40; i++) void order(lane, String(i));
  expect(begun).toHaveLength(4);
  pace.limit(1);
  await end(3);
  expect(begun).toHaveLength(4);
  await end(1);
  expect(begun).toHaveLength(5);
  pace.limit(0.2);
  await end(1);
  expect(begun).toHaveLength(6);
  pace.limit(Number.POSITIVE_INFINITY);
  expect(lane.width).toBe(4);
  expect(begun).toHaveLength(9);
});
