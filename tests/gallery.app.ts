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

type State = (typeof galleryStates)[number];

async function open(state: State): Promise<void> {
  const { width, height, name } = state;
  await scene.app.electron.evaluate(
    ({ BrowserWindow }, size) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setMinimumSize(100, 100);
      window?.setContentSize(size.width, size.height);
    },
    { width, height },
  );
  await page.goto(`app://daypass/gallery/index.html?state=${name}&theme=light`);
  await page.locator('#root > *').first().waitFor({ state: 'visible' });
  if ('shows' in state) await page.locator(state.shows).first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(axeSource);
  await drawn();
}

const drawn = () =>
  page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));

/** Only colours change with the theme; a colour on its way to another would be measured in between. */
async function darken(): Promise<void> {
  await page.evaluate(() => {
    const still = new CSSStyleSheet();
    still.replaceSync('* { transition: none !important; }');
    document.adoptedStyleSheets = [still];
    document.documentElement.dataset.theme = 'dark';
  });
  await drawn();
}

interface Finding {
  id: string;
  impact: string;
  nodes: string[];
}

/** By all rules, or by the one about colours. */
async function seriousFindings(rules: 'all' | 'colours'): Promise<Finding[]> {
  return page.evaluate(async (onlyColours) => {
    const { axe } = window as unknown as {
      axe: {
        run(
          options: object,
        ): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run({
      resultTypes: ['violations'],
      ...(onlyColours && { runOnly: ['color-contrast'] }),
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map(({ html }) => html.slice(0, 200)) }));
  }, rules === 'colours');
}

async function takePicture({ name }: State, theme: 'light' | 'dark'): Promise<void> {
  if (takesPictures) await writeFile(`${PICTURES}/${name}-${theme}.png`, await page.screenshot());
}

test.each(galleryStates)('$title: nothing that shuts somebody out, light or dark', async (state) => {
  await open(state);
  await takePicture(state, 'light');
  expect(await seriousFindings('all')).toEqual([]);
  await darken();
  await takePicture(state, 'dark');
  expect(await seriousFindings('colours')).toEqual([]);
});
