/**
 * P1: from opening a folder in the window until the frame that shows its rows, over what one LIST takes by itself.
 * The connection is warm and the bucket's region known, as on any but the first folder.
 */
import { Agent, get } from 'node:http';
import type { Page } from 'playwright-core';
import { goTo } from '../../tests/harness/screen.ts';
import { openCompany } from '../company.ts';
import { againstPeer, type Figure, median, spread } from '../figure.ts';
import { mainWindow, signIn } from '../listing-run.ts';
import { openListingServer } from '../listing-server.ts';

const TURNS = 20;
const AIM = 1.3;

export const p1: Figure = {
  name: 'P1',
  says: `the first rows of a folder of a thousand, ${TURNS} times, against a bare LIST over a warm connection`,
  async measure() {
    const server = await openListingServer('dates');
    try {
      const bare = await bareLists(server.origin);
      const company = await openCompany({}, 0, server.origin);
      try {
        await signIn(company);
        const page = await mainWindow(company);
        const ours: number[] = [];
        await goTo(page, 's3://folders/');
        for (let turn = 0; turn < TURNS; turn++) {
          await page.locator(`[data-key="${folder(turn)}"]`).waitFor();
          ours.push(await openFolder(page, folder(turn)));
          await goTo(page, 's3://folders/');
        }
        const note = `${spread(ours, 'ms')} against ${spread(bare, 'ms')}`;
        return againstPeer(median(ours), median(bare), { unit: 'ms', aim: AIM, note });
      } finally {
        await company.dispose();
      }
    } finally {
      server.close();
    }
  },
};

const folder = (turn: number) => `f${String(turn).padStart(2, '0')}/`;

/** As a double click does it; the frame after the one in which the rows were put is on the screen. */
function openFolder(page: Page, key: string): Promise<number> {
  return page.evaluate(
    (key) =>
      new Promise<number>((resolve, reject) => {
        const row = document.querySelector(`[data-key="${key}"]`);
        const startedAt = performance.now();
        const look = () => {
          if (performance.now() - startedAt > 30_000) return reject(new Error(`${key} did not open`));
          if (!document.querySelector(`[data-key^="${key}2"]`)) return void requestAnimationFrame(look);
          // This one is drawn right behind the callback.
          const channel = new MessageChannel();
          channel.port1.onmessage = () => resolve(performance.now() - startedAt);
          channel.port2.postMessage(null);
        };
        row?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
        requestAnimationFrame(look);
      }),
    key,
  );
}

async function bareLists(origin: string): Promise<number[]> {
  const agent = new Agent({ keepAlive: true });
  const times: number[] = [];
  for (let turn = 0; turn <= TURNS; turn++) {
    const startedAt = performance.now();
    const path = `/folders?list-type=2&encoding-type=url&delimiter=%2F&prefix=${encodeURIComponent(folder(turn))}`;
    await new Promise<void>((resolve, reject) => {
      get(`${origin}${path}`, { agent }, (answer) => answer.resume().once('end', resolve)).once(
        'error',
        reject,
      );
    });
    if (turn > 0) times.push(performance.now() - startedAt);
  }
  agent.destroy();
  return times;
}
