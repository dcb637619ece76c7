import { expect, it } from 'vitest';
import { progressOf } from '../contract/transfer.test-parts.ts';
import type { TransferProgress } from '../contract/transfer.ts';
import { inTurn, PAGE, pageOf } from './page.ts';

interface Named {
  name: string;
  turn: number;
  progress: TransferProgress | null;
}
const named = (name: string, kind: 'queued' | 'running' | 'finished', turn = 0): Named => ({
  name,
  turn,
  progress: progressOf({ state: { kind } }),
});
const many = (count: number, kind: 'queued' | 'running' | 'finished') =>
  Array.from({ length: count }, (_, i) => named(`${kind} ${i}`, kind, i));
const names = (all: readonly Named[]) => all.map(({ name }) => name);

it('those that wait stand last, by their turn', () => {
  const all = [
    named('a', 'queued', 3),
    named('b', 'running'),
    named('c', 'queued', 1),
    named('d', 'finished'),
  ];
  expect(names(inTurn(all))).toEqual(['b', 'd', 'c', 'a']);
});

it('of a hundred all are told, as they stand', () => {
  const all = [named('a', 'running'), ...many(99, 'finished')];
  expect(pageOf(all, 50)).toEqual({ from: 0, page: all });
});

it('one that goes on is never hidden by those that are over, whenever it began', () => {
  const all = [named('early', 'running'), ...many(150, 'finished'), named('late', 'running')];
  const { from, page } = pageOf(all, null);
  expect([from, page.length]).toEqual([52, PAGE]);
  expect(names(page).slice(-2)).toEqual(['early', 'late']);
});

it('of very many that wait those are told that come next', () => {
  const { from, page } = pageOf(
    [...many(120, 'finished'), ...many(3, 'running'), ...many(500, 'queued')],
    null,
  );
  expect(from).toBe(120);
  expect(names(page).slice(0, 4)).toEqual(['running 0', 'running 1', 'running 2', 'queued 0']);
});

it('where the person looks counts, and the last page is a whole one', () => {
  const all = many(250, 'queued');
  expect(pageOf(all, 100).page[0]?.name).toBe('queued 100');
  expect(pageOf(all, 240).from).toBe(150);
});
