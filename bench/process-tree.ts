/** The memory of a process and all below it, from Linux's /proc. */
import { readdirSync, readFileSync } from 'node:fs';

export interface ProcessMemory {
  pid: number;
  what: string;
  megabytes: number;
}

/** PSS: shared pages count by their part. One line a process, as big first. */
export function memoryOfTree(root: number): ProcessMemory[] {
  return tree(root)
    .flatMap((pid) => memoryOf(pid) ?? [])
    .sort((a, b) => b.megabytes - a.megabytes);
}

function tree(root: number): number[] {
  const parents = new Map(
    readdirSync('/proc').flatMap((name): [number, number][] => {
      const pid = Number(name);
      const parent = Number.isInteger(pid) ? parentOf(pid) : null;
      return parent === null ? [] : [[pid, parent]];
    }),
  );
  const found = [root];
  for (const pid of found) for (const [child, parent] of parents) if (parent === pid) found.push(child);
  return found;
}

/** proc(5): after the name in brackets come state and parent. */
function parentOf(pid: number): number | null {
  const text = read(`/proc/${pid}/stat`);
  const parent = text === null ? undefined : /\) \S (\d+) /.exec(text)?.[1];
  return parent === undefined ? null : Number(parent);
}

function memoryOf(pid: number): ProcessMemory | null {
  const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/smaps_rollup`) ?? '')?.[1];
  if (kilobytes === undefined) return null;
  const words = (read(`/proc/${pid}/cmdline`) ?? '').split('\0');
  const of = (name: string) => words.find((word) => word.startsWith(`--${name}=`))?.split('=')[1];
  const what = of('utility-sub-type') ?? of('type') ?? 'main';
  return { pid, what, megabytes: Number(kilobytes) / 1024 };
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null; // it ended while we looked
  }
}
