/**
 * A spoiled response is read or refused by an `AppError`, within the bounds of bytes, nodes and depth, and offers
 * nothing that another reader does not find in it.
 */
import fc, { type IProperty } from 'fast-check';
import { bytesOf, corpus } from './corpus/cases.ts';
import { NOW } from './corpus/write-response.ts';
import { metered, startMeter } from './meter.ts';
import { mutate, mutationNames } from './mutations.ts';
import { disagreement } from './oracle.ts';
import { read } from './targets.ts';

const MOST_BYTES = 75_000;
const DEEPEST = 64;
const MOST_NODES = 20_000;
const LARGE_BYTES = 20_000;

const place = fc.nat(200_000);
const step = fc.record({ how: fc.constantFrom(...mutationNames), a: place, b: place });
/** Bytes overwritten at last, so that encodings break as well. */
const flips = fc.array(fc.tuple(place, fc.nat(255)), { maxLength: 2 });
const indexes = corpus.map((_, index) => index);
const isLarge = (index: number) => bytesOf(corpus[index] ?? { xml: '' }).length > LARGE_BYTES;
/** Large ones cost a hundred times as much and teach little more. */
const from = fc.oneof(
  { weight: 49, arbitrary: fc.constantFrom(...indexes.filter((index) => !isLarge(index))) },
  { weight: 1, arbitrary: fc.constantFrom(...indexes.filter(isLarge)) },
);
const spoiled = fc.record({
  from,
  steps: fc.array(step, { minLength: 1, maxLength: 6 }),
  flips: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: flips }),
});
type Spoiled = typeof spoiled extends fc.Arbitrary<infer T> ? T : never;

export function responseProperty(): IProperty<unknown> {
  startMeter();
  return fc.property(spoiled, (how) => check(spoil(how))) as IProperty<unknown>;
}

export function spoil({ from: index, steps, flips: changes }: Spoiled): Uint8Array {
  const one = corpus[index];
  if (!one) throw new Error('the corpus is empty');
  const bytes = Buffer.from(typeof one.xml === 'string' ? mutate(one.xml, steps) : bytesOf(one));
  for (const [at, value] of changes) if (bytes.length > 0) bytes[at % bytes.length] = value;
  return bytes;
}

export function check(bytes: Uint8Array): void {
  const { result, cost } = metered(() => read(bytes, NOW));
  if (bytes.length > MOST_BYTES && cost.elements > 0) throw new Error(`${bytes.length} bytes were parsed`);
  if (cost.elements > MOST_NODES + 1) throw new Error(`${cost.elements} elements were looked at`);
  if (cost.deepest > DEEPEST + 1) throw new Error(`${cost.deepest} elements were open at once`);
  if (cost.texts > 2 * MOST_BYTES) throw new Error(`${cost.texts} pieces of text were looked at`);
  if (typeof result === 'string') return;
  if (result.offers.length === 0) throw new Error('it was taken without an offer');
  const problem = disagreement(bytes, result.offers);
  if (problem) throw new Error(`an offer was invented: ${problem}`);
}
