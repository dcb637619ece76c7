import { expect, test, vi } from 'vitest';
import { byName } from './arrangement.ts';
import { inlineArranger } from './arranger.test-parts.ts';
import { type Arranger, createArranger, type View } from './arranger.ts';
import { columnsOf, object } from './columns.test-parts.ts';
import { packRows } from './pack.ts';

const views: View[] = [];
function begin(): { arranger: Arranger; ends: ReturnType<typeof inlineArranger> } {
  views.length = 0;
  const ends = inlineArranger();
  return {
    arranger: createArranger(ends.open, { arranged: (view) => views.push(view), failed: () => undefined }),
    ends,
  };
}
const of = (filter: string) => ({ filter, sort: byName });
const shown = (view: View | undefined) =>
  Array.from({ length: view?.order.count ?? 0 }, (_, place) => view?.columns.row(view.order.at(place)).key);

test('no worker is started before it is needed, and one does for a listing', async () => {
  const { arranger, ends } = begin();
  expect(ends.opened).toBe(0);
  const columns = columnsOf('', ['ab', 'b']);
  arranger.arrange(columns, of('b'));
  await vi.waitFor(() => expect(views).toHaveLength(1));
  arranger.arrange(columns, of('a'));
  await vi.waitFor(() => expect(views).toHaveLength(2));
  expect(ends.opened).toBe(1);
  expect(ends.orders.map(({ kind }) => kind)).toEqual(['begin', 'piece', 'arrange', 'arrange']);
  expect(views.map(shown)).toEqual([['ab', 'b'], ['ab']]);
});

test('of two wishes only the answer to the last is told', async () => {
  const { arranger, ends } = begin();
  const columns = columnsOf('', ['ab', 'b']);
  arranger.arrange(columns, of('b'));
  arranger.arrange(columns, of('a'));
  await vi.waitFor(() => expect(views).toHaveLength(1));
  await ends.quiet();
  expect(views.map(({ filter }) => filter)).toEqual(['a']);
});

test('what came meanwhile joins when it is asked for again, one job at a time', async () => {
  const { arranger, ends } = begin();
  const columns = columnsOf('', ['a1', 'b']);
  arranger.arrange(columns, of('a'));
  columns.add(packRows([object('a2')], ['STANDARD']));
  arranger.again();
  arranger.again();
  await vi.waitFor(() => expect(views.map(({ of }) => of).at(-1)).toBe(3));
  await ends.quiet();
  expect(ends.orders.filter(({ kind }) => kind === 'arrange').length).toBeLessThanOrEqual(2);
  columns.add(packRows([object('a3')], ['STANDARD']));
  arranger.again();
  await vi.waitFor(() => expect(shown(views.at(-1))).toEqual(['a1', 'a2', 'a3']));
});

test('the listing’s own columns are not touched by what the worker does with its copy', async () => {
  const { arranger } = begin();
  const columns = columnsOf('', ['ABC']);
  arranger.arrange(columns, of('abc'));
  await vi.waitFor(() => expect(shown(views[0])).toEqual(['ABC']));
});

test('resting ends the worker; the next wish starts another', async () => {
  const { arranger, ends } = begin();
  const columns = columnsOf('', ['a']);
  arranger.arrange(columns, of('a'));
  await vi.waitFor(() => expect(views).toHaveLength(1));
  arranger.rest();
  arranger.again();
  expect([ends.opened, ends.closed]).toEqual([1, 1]);
  arranger.arrange(columns, of('x'));
  await vi.waitFor(() => expect(views).toHaveLength(2));
  expect(ends.opened).toBe(2);
});

test('a large listing is copied in turns, and given up when another is wanted meanwhile', async () => {
  const { arranger, ends } = begin();
  const piece = () => packRows([object('k'.repeat(900_000))], ['STANDARD']);
  const large = columnsOf('');
  for (let i = 0; i < 9; i++) large.add(piece());
  arranger.arrange(large, of('k'));
  expect(ends.orders.filter(({ kind }) => kind === 'piece').length).toBeLessThan(9);
  arranger.arrange(columnsOf('', ['z']), of('z'));
  await vi.waitFor(() => expect(views.map(shown)).toEqual([['z']]));
});

test('a worker that can’t be started is told', async () => {
  const failed = vi.fn();
  const arranger = createArranger(
    () => {
      throw new TypeError('the page’s policy');
    },
    { arranged: (view) => views.push(view), failed: () => void [failed(), arranger.rest()] },
  );
  arranger.arrange(columnsOf('', ['a']), of('a'));
  await vi.waitFor(() => expect(failed).toHaveBeenCalledOnce());
});
