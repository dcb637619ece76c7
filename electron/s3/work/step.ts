/** What a task is made of. Pure. */
import type { Target } from '../../contract/s3-work.ts';
import type { Marker } from './tally.ts';

/** What became of each object of a step. */
export interface Report {
  done(bytes: number, marker?: Marker): void;
  skipped(): void;
  failed(target: Target, error: unknown): void;
}

/** Done at once, beside other steps. Throws when all its targets failed for one reason. */
export interface Step {
  targets: readonly Target[];
  run(report: Report): Promise<void>;
}

/** Everything before it is finished before anything after it is begun. */
export const FINISH_FIRST = 'finish first';

export type Steps = AsyncGenerator<Step | typeof FINISH_FIRST>;

export const objectTarget = (key: string, version: string | null): Target => ({
  kind: 'object',
  key,
  version,
});

/** A part of a task that can't even be begun. */
export const trouble = (target: Target, error: unknown): Step => ({
  targets: [target],
  run: async () => {
    throw error;
  },
});
