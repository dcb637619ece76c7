/** Owns what the guided tour leaves behind: numbered pictures, one line a step, `tour.json`. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Recorder {
  /** Does a step, prints its line, notes its time. What it answers is said in the line. */
  step<T>(words: string, act: () => Promise<T>, said?: (result: T) => string): Promise<T>;
  picture(name: string, bytes: Promise<Buffer>): Promise<void>;
  finish(facts: object): Promise<void>;
}

interface StepNote {
  step: string;
  ms: number;
  seen: string;
}

export async function startRecorder(folder: string): Promise<Recorder> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const steps: StepNote[] = [];
  const pictures: string[] = [];
  return {
    step: async (words, act, said) => {
      const startedAt = performance.now();
      const result = await act();
      const ms = Math.round(performance.now() - startedAt);
      const seen = said?.(result) ?? '';
      steps.push({ step: words, ms, seen });
      process.stdout.write(
        `  ${String(steps.length).padStart(2)}  ${words} (${ms} ms)${seen ? `: ${seen}` : ''}\n`,
      );
      return result;
    },
    picture: async (name, bytes) => {
      const file = `${String(pictures.length + 1).padStart(2, '0')}-${name}.png`;
      await writeFile(join(folder, file), await bytes);
      pictures.push(file);
    },
    finish: async (facts) => {
      const tour = { ...facts, steps, pictures };
      await writeFile(join(folder, 'tour.json'), `${JSON.stringify(tour, null, 2)}\n`);
    },
  };
}
