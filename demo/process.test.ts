// The demo's process as it is shipped: bundled to CommonJS by Vite, then forked.

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { REPORT } from './messages.ts';

let folder: string;
let child: ChildProcess;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'larkfield-'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      target: 'node20',
      minify: false,
      lib: {
        entry: join(import.meta.dirname, 'process.ts'),
        formats: ['cjs'],
        fileName: () => 'process.cjs',
      },
      rollupOptions: { external: isBuiltin },
    },
    resolve: { conditions: ['node', 'import', 'default'], mainFields: ['module', 'main'] },
  });
  child = fork(join(folder, 'process.cjs'), { execArgv: [] });
}, 30_000);

afterAll(async () => {
  const ended = once(child, 'exit');
  child.disconnect();
  await ended;
  await rm(folder, { recursive: true });
});

async function tell(message: object) {
  const [answer] = await Promise.all([once(child, 'message'), child.send(message)]);
  return REPORT.parse(answer[0]);
}

it('refuses an order it does not know', async () => {
  expect(await tell({ kind: 'explode' })).toEqual({
    kind: 'failed',
    message: 'The order was not understood',
  });
});

it('starts once, and its Date header follows the clock it is told', async () => {
  const hour = 3_600_000;
  const start = { kind: 'start', dataFolder: folder, clockOffsetMs: hour };
  const report = await tell(start);
  if (report.kind !== 'ready') throw new Error(report.kind);
  const dateNow = async () => {
    const response = await fetch(report.organisation.signInUrl);
    return Date.parse(response.headers.get('date') ?? '') - Date.now();
  };
  expect(Math.abs((await dateNow()) - hour)).toBeLessThan(hour / 2);

  expect(await tell({ kind: 'clock', offsetMs: 10 * hour })).toEqual({ kind: 'moved', offsetMs: 10 * hour });
  expect(await tell(start)).toEqual({ kind: 'failed', message: 'The demo was started already' });
  expect(Math.abs((await dateNow()) - 10 * hour)).toBeLessThan(hour / 2);
});
