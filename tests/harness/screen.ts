/**
 * Eye and hand on the main window: reads what a person reads, presses what a person presses. The one
 * place that knows how the screens name things.
 */
import type { Locator, Page } from 'playwright-core';

const PATIENCE = { timeout: 30_000 };

export interface PassOnScreen {
  label: string;
  accountId: string;
  roleName: string;
  phase: string;
  timeLeft: string;
}

/** Resolves when the screen shows this failure. */
export async function seeFailure(page: Page, code: string): Promise<void> {
  await page
    .locator(`[data-failure="${code}"]`)
    .first()
    .waitFor({ state: 'visible', ...PATIENCE });
}

export async function seePhase(page: Page, phase: string): Promise<void> {
  await page
    .locator(`[data-testid="head"][data-phase="${phase}"]`)
    .waitFor({ state: 'visible', ...PATIENCE });
}

/** The pass whose page is open, as its head tells it. */
export async function readPass(page: Page): Promise<PassOnScreen> {
  const head = page.getByTestId('head');
  await head.waitFor({ state: 'visible', ...PATIENCE });
  const [accountId = '', roleName = ''] = await head
    .locator('.who p > span:not([aria-hidden]):not(.account-name)')
    .allTextContents();
  return {
    label: (await head.getByRole('heading').textContent()) ?? '',
    accountId,
    roleName,
    phase: (await head.getAttribute('data-phase')) ?? '',
    timeLeft: (await head.getByTestId('time-left').innerText()).replaceAll('\n', ', '),
  };
}

export async function selectPass(page: Page, label: string): Promise<void> {
  await page
    .getByRole('listbox', { name: 'Passes' })
    .getByRole('option', { name: label })
    .first()
    .click(PATIENCE);
}

export type Grid = 'Buckets' | 'Objects';

function grid(page: Page, name: Grid): Locator {
  return page.getByRole('grid', { name });
}

function row(page: Page, name: Grid, key: string): Locator {
  return grid(page, name).locator(`[data-key=${JSON.stringify(key)}]`);
}

/** Names or keys of the rows that are drawn; waits for the first. */
export async function readRows(page: Page, name: Grid): Promise<string[]> {
  const rows = grid(page, name).locator('[data-key]');
  await rows.first().waitFor({ state: 'visible', ...PATIENCE });
  return rows.evaluateAll((all) => all.map((one) => one.getAttribute('data-key') ?? ''));
}

/** The whole row as a person reads it, cell by cell. */
export async function readRow(page: Page, name: Grid, key: string): Promise<string[]> {
  return row(page, name, key).getByRole('gridcell').allInnerTexts();
}

export async function openRow(page: Page, name: Grid, key: string): Promise<void> {
  await row(page, name, key).dblclick(PATIENCE);
}

export async function selectRow(page: Page, name: Grid, key: string): Promise<void> {
  await row(page, name, key).click(PATIENCE);
  await grid(page, name)
    .locator(`[data-key=${JSON.stringify(key)}][aria-selected="true"]`)
    .waitFor(PATIENCE);
}

/** Types an address into the path. */
export async function goTo(page: Page, address: string): Promise<void> {
  const path = page.getByRole('combobox', { name: 'Path' });
  await path.focus(PATIENCE);
  await path.fill(address);
  await path.press('Enter');
}

/** *Copy as…* → one of the forms. */
export async function copyAs(page: Page, form: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Copy as…' }).click(PATIENCE);
  await page
    .getByRole('menuitemradio', { name: form })
    .or(page.getByRole('menuitem', { name: form }))
    .click(PATIENCE);
  await page.getByText(/^Copied( for | as |:)/).waitFor({ state: 'visible', ...PATIENCE });
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More for this pass' }).click(PATIENCE);
  await page.getByRole('menuitem', { name: 'Sign out' }).click(PATIENCE);
}
