/**
 * A spoiled response is read or refused by an `AppError`, within the bounds of bytes, nodes and depth, and offers
 * nothing that another reader does not find in it.
 */
import fc, { type IProperty } from 'fast-check';
import { bytesOf, corpus } from './corpus/cases.ts';
import { NOW } from './corpus/write-response.ts';
import { metered, startMeter } from './meter.ts';
import { type MutationName, mutate, mutationNames } from './mutations.ts';
import { disagreement } from './oracle.ts';
import { tally } from './tally.ts';
import { read } from './targets.ts';

const MOST_BYTES = 75_000;
const DEEPEST = 64;
const MOST_NODES = 20_000;
const LARGE_BYTES = 20_000;

const place = fc.nat(200_000);
const steps = (names: readonly MutationName[], maxLength: number) =>
  fc.array(fc.record({ how: fc.constantFrom(...names), a: place, b: place }), { minLength: 1, maxLength });
/** Most inputs stay well-formed, for the doors behind the parser. */
const GENTLE = [
  'movePart',
  'copyPart',
  'deletePart',
  'swapAttribute',
  'deleteAttribute',
  'renameNamespace',
  'insertMarkup',
  'insertInText',
  'nest',
  'wrapInSelf',
  'repeat',
] as const satisfies readonly MutationName[];
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
  steps: fc.oneof(
    { weight: 3, arbitrary: steps(GENTLE, 4) },
    { weight: 1, arbitrary: steps(mutationNames, 5) },
  ),
  flips: fc.oneof({ weight: 9, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: flips }),
});
type Spoiled = typeof spoiled extends fc.Arbitrary<infer T> ? T : never;

export function responseProperty(): IProperty<unknown> {
  startMeter();
  return fc.property(spoiled, (how) => check(spoil(how))) as IProperty<unknown>;
}

export function spoil({ from: index, steps: done, flips: changes }: Spoiled): Uint8Array {
  const one = corpus[index];
  if (!one) throw new Error('the corpus is empty');
  const bytes = Buffer.from(typeof one.xml === 'string' ? mutate(one.xml, done) : bytesOf(one));
  for (const [at, value] of changes) if (bytes.length > 0) bytes[at % bytes.length] = value;
  return bytes;
}

export function check(bytes: Uint8Array): void {
  const { result, cost } = metered(() => read(bytes, NOW));
  if (bytes.length > MOST_BYTES && cost.elements > 0) throw new Error(`${bytes.length} bytes were parsed`);
  if (cost.elements > MOST_NODES + 1) throw new Error(`${cost.elements} elements were looked at`);
  if (cost.deepest > DEEPEST + 1) throw new Error(`${cost.deepest} elements were open at once`);
  if (cost.texts > 2 * MOST_BYTES) throw new Error(`${cost.texts} pieces of text were looked at`);
  tally(typeof result === 'string' ? result : 'taken');
  if (typeof result === 'string') return;
  if (result.offers.length === 0) throw new Error('it was taken without an offer');
  const problem = disagreement(bytes, result.offers);
  if (problem) throw new Error(`an offer was invented: ${problem}`);
}
