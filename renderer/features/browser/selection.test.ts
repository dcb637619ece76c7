import { beforeEach, expect, test } from 'vitest';
import { arrangedOrder } from './columns/order.ts';
import { createSelector, type Selection, type Selector } from './selection.ts';

const order = arrangedOrder(Uint32Array.of(50, 3, 7, 900, 1));
let selector: Selector;
beforeEach(() => {
  selector = createSelector(
    (number) => number,
    (bits) =>
      [...bits.keys()]
        .flatMap((at) => [...bitsOf(bits[at] ?? 0)].map((bit) => at * 32 + bit))
        .reduce((a, b) => a + b, 0),
  );
});
function* bitsOf(word: number): Generator<number> {
  for (let bit = 0; bit < 32; bit++) if ((word >>> bit) & 1) yield bit;
}
const rows = (selection: Selection) => [50, 3, 7, 900, 1].filter((number) => selection.has(number));

test('one row takes the place of the others', () => {
  selector.only(3);
  const selection = selector.only(900);
  expect(rows(selection)).toEqual([900]);
  expect(selection).toMatchObject({ count: 1, sizeBytes: 900 });
});

test('single rows are put to it and taken away', () => {
  selector.only(3);
  selector.toggle(900);
  expect(rows(selector.toggle(50))).toEqual([50, 3, 900]);
  const selection = selector.toggle(3);
  expect(rows(selection)).toEqual([50, 900]);
  expect(selection).toMatchObject({ count: 2, sizeBytes: 950 });
});

test('a range grows, shrinks and turns around the row it began at', () => {
  selector.only(7);
  expect(rows(selector.extend(order, 4))).toEqual([7, 900, 1]);
  expect(rows(selector.extend(order, 3))).toEqual([7, 900]);
  const selection = selector.extend(order, 0);
  expect(rows(selection)).toEqual([50, 3, 7]);
  expect(selection).toMatchObject({ count: 3, sizeBytes: 60 });
});

test('a range after another order is that of the rows that stand there now', () => {
  selector.only(7);
  selector.extend(order, 4);
  const other = arrangedOrder(Uint32Array.of(7, 1, 3, 50, 900));
  expect(rows(selector.extend(other, 2))).toEqual([3, 7, 1]);
});

test('all are those of the order, and come in it', () => {
  const some = arrangedOrder(Uint32Array.of(7, 900));
  expect(selector.all(some)).toMatchObject({ count: 2, sizeBytes: 907 });
  expect([...selector.inOrder(order)]).toEqual([7, 900]);
});

test('however many are selected, they come in the order of the list, and only those in it', () => {
  const shuffled = arrangedOrder(Uint32Array.from({ length: 1000 }, (_, i) => (i * 7) % 1000));
  for (const chosen of [[64, 31, 999, 0, 32], Array.from({ length: 40 }, (_, i) => i * 20)]) {
    selector.only(chosen[0] ?? 0);
    for (const number of chosen.slice(1)) selector.toggle(number);
    selector.toggle(1000);
    const inOrder = [...selector.inOrder(shuffled)];
    const places = inOrder.map((number) => shuffled.placeOf(number));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect([...inOrder].sort((a, b) => a - b)).toEqual([...chosen].sort((a, b) => a - b));
  }
});

test('many at once are added up to the same', () => {
  const many = arrangedOrder(Uint32Array.from({ length: 50_000 }, (_, i) => (i * 7_919) % 50_000));
  const selection = selector.all(many);
  expect(selection).toMatchObject({ count: 50_000, sizeBytes: (49_999 * 50_000) / 2 });
  selector.only(many.at(0));
  selector.extend(many, 49_999);
  expect(selector.extend(many, 1)).toMatchObject({ count: 2, sizeBytes: 7_919 });
});
