/** The popover by keys alone: the tray's click opens it, and each row's steps are one key away. */
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { readSelection } from './harness/clipboard.ts';
import { closed } from './harness/pages.ts';
import { openScene } from './harness/scene.ts';
import { readPass } from './harness/screen.ts';
import { takeSession } from './harness/steps.ts';

async function twoPasses() {
  const scene = await openScene();
  onTestFinished(() => scene.dispose());
  const main = await takeSession(scene.app, scene.tray, 'maya', ['S3AccessRole', 'DataEngineer']);
  await main.close();
  await scene.tray.activate();
  const popover = await scene.app.popover();
  await popover.locator('.pass-name').nth(1).waitFor();
  return { ...scene, popover };
}

/** The labels of the rows, and of the one in hand. */
async function rows(popover: Page) {
  return {
    all: await popover.locator('.pass-name b').allTextContents(),
    inHand: await popover.locator('.pass-name[aria-expanded=true] b').textContent(),
  };
}

/** A key that closes the popover; the page is gone before the key is up. */
async function pressAway(popover: Page, key: string): Promise<void> {
  const gone = closed(popover);
  await popover.keyboard.press(key).catch(() => undefined);
  await gone;
}

test('arrows and digits take a row in hand, C copies it, B browses it', async () => {
  const { app, desk, popover } = await twoPasses();
  const { all } = await rows(popover);
  expect(all).toHaveLength(2);
  expect((await rows(popover)).inHand).toBe(all[0]);

  await popover.keyboard.press('ArrowDown');
  await expect.poll(async () => (await rows(popover)).inHand).toBe(all[1]);
  await popover.keyboard.press('1');
  await expect.poll(async () => (await rows(popover)).inHand).toBe(all[0]);
  await popover.keyboard.press('2');

  await popover.keyboard.press('c');
  const { clipboard, passes } = await app.untilSnapshot('a copy', (snapshot) => snapshot.clipboard !== null);
  expect(passes.find(({ id }) => id === clipboard?.pass)?.label).toBe(all[1]);
  expect(await readSelection(desk)).toMatch(/^ export AWS_ACCESS_KEY_ID='ASIA/m);
  await popover.getByRole('status').filter({ hasText: 'copied' }).waitFor();

  await pressAway(popover, 'b');
  expect((await readPass(await app.main())).label).toBe(all[1]);
});

test('Escape closes it, and so does a second click on the icon', async () => {
  const { app, tray, popover } = await twoPasses();
  await pressAway(popover, 'Escape');

  await tray.activate();
  const again = await app.popover();
  await again.locator('.pass-name').first().waitFor();
  const goneAgain = closed(again);
  await tray.activate();
  await goneAgain;
});
