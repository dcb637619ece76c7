// Two kinds of tests: `unit` beside the code, in plain Node; `app` drives the real app, one file at a time.
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
          include: ['{electron,renderer,demo,scripts,tests,bench}/**/*.test.{ts,tsx}'],
        },
      },
      {
        define,
        test: {
          name: 'app',
          environment: 'node',
          include: ['tests/**/*.app.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // The usual second is a test of the machine's speed.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
