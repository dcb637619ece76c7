/** A hand on what can be done to objects: chooses rows, an entry of their menu, and reads the strip of changes. */
import type { Locator, Page } from 'playwright-core';

const PATIENCE = { timeout: 30_000 };

export const rowOf = (page: Page, key: string): Locator =>
  page.getByRole('grid', { name: 'Objects' }).locator(`[data-key=${JSON.stringify(key)}]`);

/** Selects these rows, then chooses from the menu under the right button. Answers the dialog that it opens. */
export async function choose(page: Page, keys: readonly string[], entry: string | RegExp): Promise<Locator> {
  for (const [index, key] of keys.entries())
    await rowOf(page, key).click({ modifiers: index === 0 ? [] : ['Control'], ...PATIENCE });
  await rowOf(page, keys.at(-1) ?? '').click({ button: 'right', ...PATIENCE });
  await page.getByRole('menuitem', { name: entry }).click(PATIENCE);
  return dialog(page);
}

export async function dialog(page: Page): Promise<Locator> {
  const open = page.getByRole('dialog').or(page.getByRole('alertdialog')).locator('visible=true').last();
  await open.locator('.acts').waitFor(PATIENCE);
  return open;
}

/** Presses the primary of a dialog, and waits until the work it began has ended so. */
export async function confirm(open: Locator, act: string | RegExp, state: string | RegExp): Promise<Locator> {
  const page = open.page();
  await open.getByRole('button', { name: act, exact: typeof act === 'string' }).click(PATIENCE);
  return ended(page, state);
}

/** The newest of the works, once it says this. */
export async function ended(page: Page, state: string | RegExp): Promise<Locator> {
  const work = page.locator('.work').last();
  await work
    .locator('.tx-words')
    .getByText(state, { exact: typeof state === 'string' })
    .waitFor(PATIENCE);
  return work;
}
