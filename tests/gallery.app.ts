/**
 * Every state of every screen, in both themes, on the real Electron: no serious accessibility finding. With
 * DAYPASS_PICTURES=1 each leaves its picture in docs/pictures/.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { galleryStates } from '../renderer/gallery/states.ts';
import { openScene, type Scene } from './harness/scene.ts';

const PICTURES = 'docs/pictures';
const takesPictures = process.env.DAYPASS_PICTURES === '1';
const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let scene: Scene;
let page: Page;

beforeAll(async () => {
  scene = await openScene();
  page = await scene.app.main();
  if (takesPictures) await mkdir(PICTURES, { recursive: true });
});
afterAll(() => scene?.dispose());

async function open(state: (typeof galleryStates)[number], theme: string): Promise<void> {
  const { width, height, name } = state;
  await scene.app.electron.evaluate(
    ({ BrowserWindow }, size) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setMinimumSize(100, 100);
      window?.setContentSize(size.width, size.height);
    },
    { width, height },
  );
  await page.goto(`app://daypass/gallery/index.html?state=${name}&theme=${theme}`);
  await page.locator('#root > *').first().waitFor({ state: 'visible' });
  if ('shows' in state) await page.locator(state.shows).first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
}

interface Finding {
  id: string;
  impact: string;
  nodes: string[];
}

async function seriousFindings(): Promise<Finding[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map(({ html }) => html.slice(0, 200)) }));
  });
}

for (const theme of ['light', 'dark']) {
  test.each(galleryStates)(`$title, ${theme}: nothing that shuts somebody out`, async (state) => {
    await open(state, theme);
    if (takesPictures) await writeFile(`${PICTURES}/${state.name}-${theme}.png`, await page.screenshot());
    expect(await seriousFindings()).toEqual([]);
  });
}
