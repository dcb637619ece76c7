/** The figures as a table for a person and as one object for a machine. Pure. */
import type { Measured } from './figure.ts';

export type Results = ReadonlyMap<string, Measured>;

const HEAD = ['figure', 'value', 'unit', 'peer', 'ratio', 'aim', 'meets', 'note'];

export function table(results: Results): string {
  const rows = [...results].map(([name, one]) => [
    name,
    one.value.toFixed(1),
    one.unit,
    one.peer === null ? '–' : one.peer.toFixed(1),
    one.ratio === null ? '–' : `${one.ratio.toFixed(2)}×`,
    `${one.atLeast ? '≥' : '≤'} ${one.aim}${one.ratio === null ? ` ${one.unit}` : '×'}`,
    one.meets ? 'yes' : 'NO',
    one.note,
  ]);
  const all = [HEAD, ...rows];
  const widths = HEAD.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export function json(results: Results): string {
  return JSON.stringify(Object.fromEntries(results));
}
