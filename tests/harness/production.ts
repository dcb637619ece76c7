/** Makes the first pass production in the settings, or ordinary again, and comes back to its files. */
import type { Page } from 'playwright-core';

export async function setProduction(page: Page, on: boolean): Promise<void> {
  await page.keyboard.press('Control+,');
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
  await page.locator('.set-tab', { hasText: 'Passes' }).click();
  await page.locator('[data-pass] .btn').first().click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await page.getByRole('checkbox', { name: 'Production' }).setChecked(on);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.locator('.edit').waitFor({ state: 'detached' });
  await page.getByRole('option').first().click();
}
