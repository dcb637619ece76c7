/** A preview runs nothing of what it shows: in the real window, under its real policy. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openScene, type Scene } from './harness/scene.ts';

let scene: Scene;
let page: Page;
const asked: string[] = [];

beforeAll(async () => {
  scene = await openScene();
  page = await scene.app.main();
  page.on('request', (request) => asked.push(request.url()));
});
afterAll(() => scene?.dispose());

async function open(state: string, shows: string): Promise<void> {
  await page.goto(`app://daypass/gallery/index.html?state=preview-${state}&theme=light`);
  await page.locator(shows).first().waitFor();
}
const ran = () => page.evaluate(() => Object.hasOwn(window, 'ran'));
/** Elements inside the preview that are not of ours. */
const foreign = () =>
  page
    .locator('.pv')
    .evaluate((box) => box.querySelectorAll('script, iframe, object, embed, link, style, a, image').length);

describe('what could run elsewhere', () => {
  test.each([
    ['svg-text', 'onload="window.ran = true"'],
    ['html-text', 'onerror="window.ran = true"'],
    ['text', '<script>window.ran = true</script>'],
  ])('(%s) is text here', async (state, words) => {
    asked.length = 0;
    await open(state, '.pv-text .pv-row');
    expect(await page.locator('.pv-text').textContent()).toContain(words);
    expect([await ran(), await foreign(), await page.locator('.pv img').count()]).toEqual([false, 0, 0]);
    expect(asked.filter((url) => !url.startsWith('app://daypass/'))).toEqual([]);
  });

  test('is not drawn before that is asked for', async () => {
    await open('svg', '.say');
    expect([await foreign(), await page.locator('.pv img').count()]).toEqual([0, 0]);
  });

  test('as __proto__ in JSON is a name', async () => {
    await open('json', '.pv-text .pv-row');
    expect(await page.locator('.pv-text').textContent()).toContain('"__proto__": {');
    expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
  });

  test('as a formula in a table is the cell’s text', async () => {
    await open('table', '.pv-table .pv-rows .pv-row');
    await expect
      .poll(() => page.locator('.pv-cell', { hasText: '=HYPERLINK' }).first().textContent())
      .toBe('=HYPERLINK("http://x")');
    expect(await foreign()).toBe(0);
  });
});

test('reads on when that is asked for', async () => {
  await open('hex', '.pv-hex .pv-row');
  expect(await page.locator('.pv-foot').textContent()).toContain('The first 64 kB of 512 MB');
  await open('table', '.pv-table .pv-rows .pv-row');
  const rows = () => page.locator('.pv-table').getAttribute('aria-rowcount');
  const before = Number(await rows());
  await page.getByRole('button', { name: 'Read 1 MB more' }).click();
  await expect.poll(async () => Number(await rows())).toBeGreaterThan(before);
});

test('draws a picture from its own bytes, by their own type', async () => {
  await open('image', '.pv-picture img');
  const picture = page.locator('.pv-picture img');
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(420);
  expect(await picture.getAttribute('src')).toMatch(/^blob:app:\/\/daypass\//);
});
