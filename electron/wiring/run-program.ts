/** Runs a program to its end within limits of time and output. */
import { execFile } from 'node:child_process';

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

export type RunProgram = (file: string, args: readonly string[], env: NodeJS.ProcessEnv) => Promise<Ran>;

const LONGEST_MS = 30_000;
const MOST_BYTES = 1_000_000;

export const runProgram: RunProgram = (file, args, env) =>
  new Promise((resolve) => {
    const limits = { timeout: LONGEST_MS, maxBuffer: MOST_BYTES, killSignal: 'SIGKILL' } as const;
    execFile(file, [...args], { env, ...limits, windowsHide: true }, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === 'number' ? error.code : null) : 0;
      resolve({ code, stdout, stderr });
    });
  });
