/**
 * Bytes made to harm, each looked at in the inspector of the real app: nothing of them runs, nothing is asked of the
 * network, nothing is unpacked, and the window's memory stays bounded.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openScene, type Scene } from './harness/scene.ts';
import { goTo, selectRow } from './harness/screen.ts';
import { takeSession } from './harness/steps.ts';

const BUCKET = 's3://lark-odd-content/';
const MOST_MEMORY_MB = 250;

let scene: Scene;
let page: Page;
/** What the window asked for that is not its own, what it said aloud, and dialogs. */
const seen: string[] = [];

beforeAll(async () => {
  scene = await openScene();
  page = await takeSession(scene.app, scene.tray, 'alex');
  await page.evaluate(() => {
    const inside = globalThis as unknown as { violations: string[] };
    inside.violations = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      inside.violations.push(`${violatedDirective} ${blockedURI}`),
    );
  });
  page.on('request', (request) => {
    if (!/^(app:\/\/daypass\/|blob:app:\/\/daypass\/)/.test(request.url())) seen.push(request.url());
  });
  page.on('console', (message) => message.type() === 'error' && seen.push(message.text()));
  page.on('pageerror', (error) => seen.push(String(error)));
  page.on('dialog', (dialog) => seen.push(dialog.message()));
  before = await memory();
});
afterAll(() => scene?.dispose());

let before = 0;
/** Of the window's process, in MB. */
async function memory(): Promise<number> {
  const pid = await scene.app.electron.evaluate(
    ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find(({ webContents }) => webContents.getURL().includes('#main'))
        ?.webContents.getOSProcessId() ?? 0,
  );
  return scene.app.electron.evaluate(
    ({ app }, pid) =>
      Math.round((app.getAppMetrics().find((one) => one.pid === pid)?.memory.workingSetSize ?? 0) / 1024),
    pid,
  );
}

const panel = () => page.getByRole('complementary', { name: 'Object' });

async function look(key: string): Promise<void> {
  await goTo(page, `${BUCKET}${key.slice(0, key.lastIndexOf('/') + 1)}`);
  await selectRow(page, 'Objects', key);
  await page.keyboard.press('Space');
  await panel()
    .getByRole('tab', { name: /^Preview/, selected: true })
    .waitFor();
}

async function nothingHappened(): Promise<void> {
  expect(seen).toEqual([]);
  const inside = await page.evaluate(() => ({
    ran: 'larkfieldRan' in globalThis,
    title: document.title,
    violations: (globalThis as unknown as { violations: string[] }).violations,
    frames: document.querySelectorAll('iframe, object, embed').length,
    foreign: document.querySelectorAll('.pv script, .pv [onload], .pv [onerror], .pv svg image').length,
  }));
  expect(inside).toMatchObject({ ran: false, violations: [], frames: 0, foreign: 0 });
  expect(inside.title).not.toContain('larkfield');
  expect((await memory()) - before).toBeLessThan(MOST_MEMORY_MB);
}

const SCRIPTS: [key: string, what: 'SVG' | 'HTML'][] = [
  ['scripts/drawing.svg', 'SVG'],
  ['scripts/page.html', 'HTML'],
  ['scripts/a drawing that says PNG.png', 'SVG'],
  ['scripts/a page that says text.txt', 'HTML'],
];
test.each(SCRIPTS)('%s is not drawn; as text it is only text', async (key, what) => {
  await look(key);
  await panel().getByText(`${what} can hold scripts, so it is not drawn.`).waitFor();
  await nothingHappened();
  await panel().getByRole('button', { name: 'Look at it as text' }).click();
  await panel().getByRole('region', { name: 'Text' }).getByText('larkfieldRan').first().waitFor();
  await nothingHappened();
});

test.each([
  ['scripts/a page that says PDF.pdf', 'Download it to look at it: it is a PDF.'],
  ['bombs/zeros.zip', 'Compressed with zip. Nothing is unpacked here: download it to look inside.'],
  ['bombs/zeros.gz', 'Compressed with gzip. Nothing is unpacked here: download it to look inside.'],
  ['bombs/zeros.json', 'Compressed with gzip. Nothing is unpacked here: download it to look inside.'],
  ['long/one line of 2 GB.log', /all of this is one line, and it does not end; /],
  ['deep/half a million arrays.json', /from the first 64 kB/],
  ['wide/ten thousand columns.csv', /9,800 more columns not drawn/],
  ['pictures/claims 60000 by 60000.png', 'A PNG of 60,000 × 60,000 pixels.'],
  ['pictures/none.png', 'this is no picture'],
  ['text/utf-16 with mark.txt', /UTF-16, with its mark: café 🪁/],
  ['text/latin-1.txt', /Latin-1: café, déjà vu/],
  ['text/empty.txt', 'This object is empty.'],
])('%s: %s', async (key, words) => {
  await look(key);
  await panel().getByText(words).first().waitFor();
  await nothingHappened();
});

test('a picture that breaks off is drawn as far as it comes, or said to be broken', async () => {
  await look('pictures/cut.png');
  await panel().locator('.pv-picture img').or(panel().getByText('The PNG can’t be drawn.')).first().waitFor();
  await nothingHappened();
});

test('control characters are shown as the bytes that they are', async () => {
  await look('text/controls and directions.txt');
  await panel().locator('.pv-hex').waitFor();
  await nothingHappened();
});
