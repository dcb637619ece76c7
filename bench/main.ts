/** `npm run bench`: measures the figures asked for and prints them. The last line is JSON when that was asked for. */
import { parseArgs } from 'node:util';
import type { Figure, Measured } from './figure.ts';
import { credentials } from './figures/credentials.ts';
import { p1 } from './figures/first-rows.ts';
import { idleMemory } from './figures/idle-memory.ts';
import { p10 } from './figures/interruptions.ts';
import { launch } from './figures/launch.ts';
import { p2, p3, p4, p5 } from './figures/listing.ts';
import { pickerFilter } from './figures/picker-filter.ts';
import { signin } from './figures/signin.ts';
import { p7, p8, p9 } from './figures/transfers.ts';
import { p6 } from './figures/window-gap.ts';
import { machine } from './machine.ts';
import { json, table } from './report.ts';

const figures: readonly Figure[] = [
  launch,
  idleMemory,
  signin,
  pickerFilter,
  credentials,
  p1,
  p2,
  p3,
  p4,
  p5,
  p6,
  p7,
  p8,
  p9,
  p10,
];

const { values } = parseArgs({
  options: { only: { type: 'string' }, json: { type: 'boolean', default: false } },
});
const results = new Map<string, Measured>();
process.stderr.write(`${machine()}\n`);
for (const figure of chosen(values.only)) {
  process.stderr.write(`${figure.name}: ${figure.says} …\n`);
  results.set(figure.name, await figure.measure());
}
process.stdout.write(`${values.json ? json(results) : table(results)}\n`);
// The bus library keeps a handle on a bus that has gone.
process.exit(0);

function chosen(only: string | undefined): readonly Figure[] {
  if (only === undefined) return figures;
  return only.split(',').map((name) => {
    const figure = figures.find((one) => one.name === name.trim());
    if (!figure) throw new Error(`no figure ${name}; there are ${figures.map((one) => one.name).join(', ')}`);
    return figure;
  });
}
