// Two kinds of tests: `unit` beside the code, in plain Node; `app` drives the real app.
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const define = { __FLAVOUR__: '"test"', __FALLBACK_RUNTIME__: 'false' };

export default defineConfig({
  test: {
    projects: [
      {
        define,
        test: {
          name: 'unit',
          environment: 'node',
          // The usual one fewer leaves a core idle.
          maxWorkers: availableParallelism(),
          include: ['{electron,renderer,demo,scripts,tests,bench}/**/*.test.{ts,tsx}'],
        },
      },
      {
        define,
        test: {
          name: 'app',
          environment: 'node',
          include: ['tests/**/*.app.ts'],
          // A file is a desk of its own with an app's many processes, which keep two cores busy.
          maxWorkers: Math.max(1, Math.min(4, availableParallelism() >> 1)),
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // The usual second is a test of the machine's speed.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
