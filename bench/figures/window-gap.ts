/**
 * P6: whether the window stays awake while a million names are listed, sorted and filtered in it: the longest gap
 * between two beats of a message channel in the window. Frames are told beside it.
 */
import type { Page } from 'playwright-core';
import { goTo } from '../../tests/harness/screen.ts';
import { openCompany } from '../company.ts';
import { alone, type Figure } from '../figure.ts';
import { mainWindow, signIn } from '../listing-run.ts';
import { openListingServer } from '../listing-server.ts';

const AIM_MS = 50;
const SORTS = ['Size', 'Size', 'Modified', 'Class', 'Name', 'Name'];
const WORDS = '2024 json 7f';

export const p6: Figure = {
  name: 'P6',
  says: 'the window’s longest gap while a million names are listed, sorted and filtered',
  async measure() {
    const server = await openListingServer('dates');
    try {
      const company = await openCompany({}, 0, server.origin);
      try {
        await signIn(company);
        return report(await gapsOf(await mainWindow(company)));
      } finally {
        await company.dispose();
      }
    } finally {
      server.close();
    }
  },
};

interface Beats {
  longestMs: number;
  frameMs: number;
}

async function gapsOf(page: Page): Promise<Map<string, Beats>> {
  const all = new Map<string, Beats>();
  await beginBeats(page);
  await goTo(page, 's3://million/');
  await page.locator('.foot').getByText('1,000,000 objects. All listed.').waitFor({ timeout: 120_000 });
  all.set('listing', await takeBeats(page));
  for (const column of SORTS) {
    const head = page.getByRole('columnheader', { name: column });
    const before = await head.getAttribute('aria-sort');
    await head.getByRole('button').click();
    await page
      .locator(`[role=columnheader]:not([aria-sort=${before}])`, { hasText: column })
      .waitFor({ timeout: 30_000 });
  }
  all.set('sorting', await takeBeats(page));
  await page.keyboard.press('/');
  await page.keyboard.type(WORDS);
  await page.locator('[role=grid] mark', { hasText: '7f' }).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await page.locator('[role=grid] mark').first().waitFor({ state: 'hidden' });
  all.set('filtering', await takeBeats(page));
  return all;
}

function report(all: ReadonlyMap<string, Beats>): ReturnType<typeof alone> {
  const parts = [...all].map(
    ([what, { longestMs, frameMs }]) =>
      `${what} ${Math.round(longestMs)} ms (95 % of frames ≤ ${Math.round(frameMs)} ms)`,
  );
  const longest = Math.max(...[...all.values()].map(({ longestMs }) => longestMs));
  return alone(longest, { unit: 'ms', aim: AIM_MS, note: parts.join(', ') });
}

interface Inside {
  benchBeats: { longest: number; frames: number[] };
}

/** A beat every few ms, not back to back: that alone would keep a core busy. */
async function beginBeats(page: Page): Promise<void> {
  await page.evaluate(() => {
    const beats = { longest: 0, frames: [] as number[] };
    (globalThis as unknown as Inside).benchBeats = beats;
    const { port1, port2 } = new MessageChannel();
    let last = performance.now();
    port1.onmessage = () => {
      const now = performance.now();
      beats.longest = Math.max(beats.longest, now - last);
      last = now;
      setTimeout(() => port2.postMessage(null));
    };
    port2.postMessage(null);
    let drawn = performance.now();
    const frame = (now: number) => {
      beats.frames.push(now - drawn);
      drawn = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

function takeBeats(page: Page): Promise<Beats> {
  return page.evaluate(() => {
    const { benchBeats } = globalThis as unknown as Inside;
    const { longest, frames } = benchBeats;
    benchBeats.longest = 0;
    benchBeats.frames = [];
    frames.sort((a, b) => a - b);
    return { longestMs: longest, frameMs: frames[Math.floor(frames.length * 0.95)] ?? Number.NaN };
  });
}
