/**
 * Owns the outside programs of one desk: starts them as the desk's user with an environment of their
 * own, and ends each by its pid. Knows no program by name.
 */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { prefixCommand } from '../../scripts/lib/unprivileged.mjs';

export interface Account {
  uid: number;
  gid: number;
  name: string;
}

export interface Finished {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export function startAs(
  account: Account | null,
  command: string,
  args: readonly string[],
  options: SpawnOptions,
): ChildProcess {
  const [program = command, ...rest] = [...prefixCommand(account), command, ...args];
  return spawn(program, rest, options);
}

export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

export function ended(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
}

/** Asks the process to end, insists after `graceMs`; resolves when it is gone. */
export async function end(child: ChildProcess, graceMs = 3000): Promise<void> {
  if (child.pid === undefined || hasEnded(child)) return;
  const gone = ended(child);
  child.kill('SIGTERM');
  const insist = setTimeout(() => child.kill('SIGKILL'), graceMs);
  await gone;
  clearTimeout(insist);
}

/** The first line a stream gives; rejects when it closes before. */
export function firstLine(stream: NodeJS.ReadableStream, what: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let seen = '';
    stream.on('data', (chunk: Buffer) => {
      seen += chunk.toString();
      const at = seen.indexOf('\n');
      if (at >= 0) resolve(seen.slice(0, at).trim());
    });
    stream.once('close', () => reject(new Error(`${what} ended before it said where it is`)));
  });
}

/** Runs to the end and answers with everything that was said. */
export function collect(child: ChildProcess, input?: string): Promise<Finished> {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  // A program may end without reading what it is given; its exit code tells, not the broken pipe.
  child.stdin?.on('error', () => undefined);
  if (input === undefined) child.stdin?.end();
  else child.stdin?.end(input);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}
