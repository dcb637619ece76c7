/**
 * A million objects of the demo in the real app: all listed and counted, reached, filtered, sorted, selected; stopped and
 * gone on with; and whole again after its worker and its process died. With DAYPASS_PICTURES=1 it leaves a picture.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DemoObject } from '../demo/s3/content/object.ts';
import { FIRST_EVENT, MILLION, telemetry } from '../demo/s3/million/telemetry.ts';
import { openScene, type Scene } from './harness/scene.ts';
import { goTo, readRows } from './harness/screen.ts';
import { takeSession } from './harness/steps.ts';

const PLACE = 's3://lark-telemetry/events/';
const ALL = '1,000,000 objects. All listed.';
/** Twenty pages of it a second, at most. */
const SLOW_PLACE = 's3://lark-slow-lane/trips/';
const SLOW_ALL = '60,000 objects. All listed.';
/** Whatever else the machine does. */
const PATIENCE = { timeout: 110_000 };
const MOST_CALLS = 1_300;
const MOST_MEMORY_MB = 400;

let scene: Scene;
let page: Page;
let events: DemoObject[];

beforeAll(async () => {
  const all = telemetry();
  events = Array.from({ length: MILLION }, (_, number) => all.at(FIRST_EVENT + number) as DemoObject);
  scene = await openScene();
  page = await takeSession(scene.app, scene.tray, 'alex');
  await watchWorkers(page);
});
afterAll(() => scene?.dispose());

const foot = (words: string | RegExp) => page.locator('.foot').getByText(words).first().waitFor(PATIENCE);
const cursor = (key: string) => page.locator(`[role=grid] .cur[data-key="${key}"]`).waitFor();
const footButton = (name: string) => page.locator('.foot').getByRole('button', { name });

/** The first click sorts upwards, the second the other way round. */
async function sortBy(column: string, direction: 'ascending' | 'descending'): Promise<void> {
  const head = page.getByRole('columnheader', { name: column });
  for (let clicks = 0; clicks < 2 && (await head.getAttribute('aria-sort')) !== direction; clicks++) {
    const before = await head.getAttribute('aria-sort');
    await head.getByRole('button').click();
    await expect.poll(() => head.getAttribute('aria-sort'), PATIENCE).not.toBe(before);
  }
  expect(await head.getAttribute('aria-sort')).toBe(direction);
}

async function focusGrid(): Promise<void> {
  await page.getByRole('grid').focus();
}

const COMING = /^[\d,]+ listed(, still listing|\. Slowed down by S3: it asks for fewer requests)\.$/;

interface WithWorkers {
  workers: Worker[];
}
/** What the window starts is remembered there, so that a test can break it. */
function watchWorkers(page: Page): Promise<void> {
  return page.evaluate(() => {
    const inside = globalThis as unknown as WithWorkers & { Worker: typeof Worker };
    inside.workers = [];
    inside.Worker = class extends Worker {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        inside.workers.push(this);
      }
    };
  });
}

interface Part {
  pid: number;
  name?: string;
  memory: { workingSetSize: number };
}
async function parts(): Promise<Part[]> {
  return scene.app.electron.evaluate(({ app }) => app.getAppMetrics() as Part[]);
}
/** Ends the S3 process, if it is there at this moment. */
async function killS3(): Promise<boolean> {
  const pid = (await parts()).find(({ name }) => name === 'Daypass S3')?.pid;
  if (pid !== undefined) process.kill(pid, 'SIGKILL');
  return pid !== undefined;
}

/** Of everything but the demo, in MB. */
async function memory(): Promise<number> {
  const all = (await parts()).filter(({ name }) => name !== 'Daypass demo organisation');
  return Math.round(all.reduce((sum, one) => sum + one.memory.workingSetSize, 0) / 1024);
}

test('all are listed and counted, in about a thousand requests, and the last is reached', async () => {
  await page.locator('[data-key="lark-telemetry"]').waitFor();
  const before = await memory();
  const startedAt = performance.now();
  await goTo(page, PLACE);
  await foot(ALL);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const cost = (await memory()) - before;
  const calls = await page.locator('.foot [title$="LIST requests"]').getAttribute('title');
  process.stdout.write(`a million names in ${seconds} s, ${calls}, ${cost} MB\n`);
  expect(Number(calls?.replace(/\D/g, ''))).toBeLessThan(MOST_CALLS);
  expect(cost).toBeLessThan(MOST_MEMORY_MB);
  expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe(String(MILLION + 1));
  expect((await readRows(page, 'Objects'))[0]).toBe(events[0]?.key);
  await focusGrid();
  await page.keyboard.press('End');
  await cursor(events.at(-1)?.key ?? '');
  await page.keyboard.press('ArrowUp');
  await cursor(events.at(-2)?.key ?? '');
});

test('a filter finds exactly those that there are', async () => {
  const matching = events.filter(({ key }) => key.includes('c0ffe'));
  await focusGrid();
  await page.keyboard.press('/');
  await page.keyboard.type('c0ffe');
  await foot(`${matching.length.toLocaleString('en')} of 1,000,000 listed match.`);
  expect((await readRows(page, 'Objects'))[0]).toBe(matching[0]?.key);
  await page.keyboard.press('Escape');
  await page.getByText('listed match').first().waitFor({ state: 'hidden' });
});

test('by size the largest is first, and all can be selected', async () => {
  const largest = events.reduce((most, one) => (one.sizeBytes > most.sizeBytes ? one : most));
  await sortBy('Size', 'descending');
  await focusGrid();
  await page.keyboard.press('Home');
  const [first = ''] = await readRows(page, 'Objects');
  expect(events.find(({ key }) => key === first)?.sizeBytes).toBe(largest.sizeBytes);
  await page.keyboard.press('Control+a');
  await foot(/^1,000,000 selected, [\d.]+ GB$/);
  if (process.env.DAYPASS_PICTURES === '1') {
    await mkdir('docs/pictures', { recursive: true });
    await writeFile('docs/pictures/million-explorer.png', await page.screenshot());
  }
});

test('when its worker dies the list is whole, unsorted, and sorts again', async () => {
  await page.evaluate(() =>
    // No order it knows: it throws, as it would by a fault of its own.
    (globalThis as unknown as WithWorkers).workers.at(-1)?.postMessage({ kind: 'piece' }),
  );
  await page.locator('[role=columnheader][aria-sort=ascending]', { hasText: 'Name' }).waitFor();
  await foot(/^1,000,000 (objects|selected)/);
  await focusGrid();
  await page.keyboard.press('Home');
  await cursor(events[0]?.key ?? '');
  await page.keyboard.press('End');
  await cursor(events.at(-1)?.key ?? '');
  await sortBy('Size', 'ascending');
  await sortBy('Name', 'ascending');
});

test('Stop says how far it came, and Go on brings the rest', async () => {
  await goTo(page, SLOW_PLACE);
  await foot(COMING);
  await footButton('Stop').click();
  await foot(/^[\d,]+ listed, then stopped\. There may be more\.$/);
  await footButton('Go on').click();
  await foot(SLOW_ALL);
  await focusGrid();
  await page.keyboard.press('End');
  await page.locator('[role=grid] .cur[data-key^="trips/060000-"]').waitFor();
});

test('when the S3 process dies the list is begun anew and it is said; at the next death it is asked first', async () => {
  await goTo(page, SLOW_PLACE);
  await foot(COMING);
  await expect.poll(killS3).toBe(true);
  await foot('The S3 process had stopped; this was listed again from the start.');
  // One that ends before the window has its port is no death to the window; the next one is.
  const died = page.locator('[data-failure="s3-process-died"]');
  await expect
    .poll(async () => {
      await killS3();
      return died.count();
    })
    .toBe(1);
  await footButton('List again').click();
  await foot(SLOW_ALL);
});
