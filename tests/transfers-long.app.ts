/** Many files, sessions that end on the way, and a process that is killed again and again: all bytes arrive, no file fails. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { rowOf } from './harness/actions.ts';
import type { RunningApp } from './harness/app.ts';
import type { Scene } from './harness/scene.ts';
import { goTo, seePhase } from './harness/screen.ts';
import { takeSession } from './harness/steps.ts';
import { sceneOfTest, WITHOUT_RENEWAL } from './harness/test-scene.ts';
import {
  contents,
  downloadRow,
  newestTransfer,
  SCRATCH,
  transferSays,
  untilProgress,
  uploadFolder,
  writeFiles,
} from './harness/transfers.ts';

const MANY = 2000;
const LONG = { timeout: 90_000 };
/** Past the end of the demo's sessions of two minutes. */
const PAST_THE_END_MS = 125_000;

const source = async (scene: Scene, count: number, bytesOf?: (i: number) => number) => {
  const folder = join(scene.desk.folder, 'many');
  await writeFiles(folder, count, bytesOf);
  return folder;
};
const atPercent = (app: RunningApp, percent: number) =>
  untilProgress(app, `${percent} %`, ({ files }) => files.done * 100 >= percent * MANY);
const whole = async (app: RunningApp, count: number) => {
  const { files } = await untilProgress(app, 'the end', ({ state }) => state.kind === 'finished');
  expect(files).toMatchObject({ found: count, done: count, failed: 0, skipped: 0 });
};

test('two thousand files go up and come down byte by byte, and folders open meanwhile', async () => {
  const scene = await sceneOfTest();
  const page = await takeSession(scene.app, scene.tray, 'alex');
  const from = await source(scene, MANY);
  await uploadFolder(scene, page, from);
  await untilProgress(scene.app, 'a begin', ({ files }) => files.done > 0);
  await goTo(page, 's3://lark-reports-prod/events/2026-06/');
  await page.getByText('2,600 objects. All listed.').first().waitFor();
  await transferSays(page, 'Uploaded', LONG);
  await whole(scene.app, MANY);

  const to = await scene.desk.makeFolder('received');
  await goTo(page, SCRATCH);
  await rowOf(page, 'many/').waitFor();
  await downloadRow(scene, page, 'many/', to);
  await transferSays(page, 'Downloaded', LONG);
  await whole(scene.app, MANY);
  expect(await contents(join(to, 'many'))).toEqual(await contents(from));
}, 240_000);

test('a session that ends at 40 % is renewed without anybody, and no file fails', async () => {
  const scene = await sceneOfTest();
  const page = await takeSession(scene.app, scene.tray, 'kim');
  const from = await source(scene, MANY);
  await uploadFolder(scene, page, from);
  await atPercent(scene.app, 40);
  await scene.app.control.moveClock(PAST_THE_END_MS);
  await transferSays(page, 'Uploaded', LONG);
  await whole(scene.app, MANY);
}, 240_000);

test('one that ends at 40 % waits for a person, and goes on after their sign-in', async () => {
  const scene = await sceneOfTest(WITHOUT_RENEWAL);
  const { app } = scene;
  const page = await takeSession(app, scene.tray, 'kim');
  await uploadFolder(scene, page, await source(scene, MANY));
  await atPercent(app, 40);
  await app.control.moveClock(PAST_THE_END_MS);
  await seePhase(page, 'ended');
  await transferSays(page, 'Waiting for sign-in', LONG);
  await newestTransfer(page).getByRole('button', { name: 'Sign in' }).click();
  await transferSays(page, 'Uploaded', LONG);
  await whole(app, MANY);
}, 240_000);

/** `npm run soak` wants more of them. The seed says when each kill comes. */
const ROUNDS = Number(process.env.DAYPASS_KILL_ROUNDS ?? 3);
const SEED = Number(process.env.DAYPASS_KILL_SEED ?? 1);
const FEW = 150;

test(`a transfer process that is killed at any moment loses nothing and leaves nothing behind (${ROUNDS} rounds, seed ${SEED})`, async () => {
  const scene = await sceneOfTest();
  const { app } = scene;
  const page = await takeSession(app, scene.tray, 'alex');
  const from = await source(scene, FEW, (i) => (i === 0 ? 9 * 1_048_576 : 2000));
  const sent = await contents(from);
  const pass = (await app.control.snapshot()).passes.find(({ session }) => session.kind === 'active')?.id;
  const common = { pass, bucket: 'lark-scratch', conflict: 'replace' };
  const random = seeded(SEED);
  const moveAndKill = async (name: string, path: string, input: object) => {
    await app.control.answerFileDialogs([path]);
    const reply = await run(page, name, { ...common, ...input });
    const after = Math.floor(random() * FEW);
    await untilProgress(app, `${after} files`, ({ id, files }) => id === reply && files.done >= after);
    await kill(app);
    await whole(app, FEW);
  };
  for (let round = 0; round < ROUNDS; round++) {
    await moveAndKill('transfer.upload', from, { toPrefix: 'killed/', what: 'folders' });
    const to = await scene.desk.makeFolder(`received-${round}`);
    const base = 'killed/many/';
    const sources = [{ kind: 'folder', prefix: base }];
    await moveAndKill('transfer.download', to, { base, sources, to: 'folder' });
    expect(await contents(to)).toEqual(sent);
    await rm(to, { recursive: true });
  }
  const { dataFolder } = (await app.control.snapshot()).app;
  await expect.poll(() => readdir(join(dataFolder, 'transfers'))).toEqual([]);
}, 1_800_000);

interface Inside {
  daypass: { run(name: string, input: object): Promise<{ value?: { transfer?: string } | null }> };
}

async function run(page: Page, name: string, input: object): Promise<string | undefined> {
  const order = { name, input };
  const reply = await page.evaluate(
    ({ name, input }) => (globalThis as unknown as Inside).daypass.run(name, input),
    order,
  );
  return reply.value?.transfer;
}

function kill({ electron }: RunningApp): Promise<void> {
  return electron.evaluate(({ app }) => {
    const pid = app.getAppMetrics().find(({ name }) => name === 'Daypass transfers')?.pid;
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  });
}

/** 0 to 1, the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
