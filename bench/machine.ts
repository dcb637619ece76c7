/** The machine of a run, in one line: figures mean nothing without it. */
import { cpus, loadavg, totalmem } from 'node:os';

export function machine(): string {
  const all = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${all.length} × ${all[0]?.model.trim() ?? 'unknown'}, ${memory} GiB, load ${loadavg()[0]?.toFixed(1)}`;
}
