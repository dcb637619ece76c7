/** Anything pasted opens: the right place, region and pass, or a sentence that says why not; in the real app on the demo's S3. */
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { openScene, type Scene } from './harness/scene.ts';
import { goTo, openRow, readPass, readRows, seeFailure, selectPass } from './harness/screen.ts';
import { takeSession } from './harness/steps.ts';

const PATIENCE = { timeout: 15_000 };
const ALIAS = 'lark-exports-hrzrlukc5m36ft7okagglf3gmwluquse1b-s3alias';

async function scene(): Promise<Scene> {
  const opened = await openScene();
  onTestFinished(() => opened.dispose());
  return opened;
}

/** Resolves once the path shows it and rows of it are listed. */
async function seePlace(page: Page, address: string, row?: string): Promise<void> {
  await expect.poll(() => page.getByRole('combobox', { name: 'Path' }).inputValue(), PATIENCE).toBe(address);
  if (row !== undefined) await expect.poll(() => readRows(page, 'Objects'), PATIENCE).toContain(row);
}

async function seeCursorOn(page: Page, key: string): Promise<void> {
  await page
    .getByRole('grid', { name: 'Objects' })
    .locator(`[data-key=${JSON.stringify(key)}][aria-selected="true"]`)
    .waitFor({ state: 'visible', ...PATIENCE });
}

async function seeRefusal(page: Page, words: RegExp): Promise<void> {
  await page
    .locator('#path-why')
    .filter({ hasText: words })
    .waitFor({ state: 'visible', ...PATIENCE });
  await page.getByRole('combobox', { name: 'Path' }).press('Escape');
}

test('every way to write an address of the pass’s own buckets leads to the same place', async () => {
  const { app, tray } = await scene();
  const page = await takeSession(app, tray, 'alex');
  const { organisations } = await app.control.snapshot();
  const endpoint = String(organisations[0]?.s3Endpoint);
  const day = 's3://lark-reports-prod/exports/2026/02/14/';
  const totals = 'exports/2026/02/14/totals.json';
  const SIGNED =
    'X-Amz-Date=20200101T000000Z&X-Amz-Expires=3600&X-Amz-Security-Token=IQoJ&X-Amz-Signature=0f';

  for (const address of [
    `s3://lark-reports-prod/${totals}`,
    `https://lark-reports-prod.s3.eu-west-1.amazonaws.com/${totals}`,
    `https://s3.amazonaws.com/lark-reports-prod/${totals}`,
    `https://eu-west-1.console.aws.amazon.com/s3/object/lark-reports-prod?region=eu-west-1&prefix=${totals}`,
    `arn:aws:s3:::lark-reports-prod/${totals}`,
    `${endpoint}/lark-reports-prod/${totals}`,
    `https://lark-reports-prod.s3.eu-west-1.amazonaws.com/${totals}?${SIGNED}`,
  ]) {
    await goTo(page, 'lark-empty');
    await seePlace(page, 's3://lark-empty/');
    await goTo(page, address);
    await seePlace(page, day, totals);
    await seeCursorOn(page, totals);
  }
  const aside = page.getByText('carried a signature of its own');
  await aside.waitFor({ state: 'visible', ...PATIENCE });
  expect(await page.content()).not.toContain('IQoJ');

  // What has no ending of a file's name is looked for.
  await goTo(page, 's3://lark-odd-keys/dots');
  await seePlace(page, 's3://lark-odd-keys/dots/');
  await aside.waitFor({ state: 'hidden', ...PATIENCE });

  for (const [address, place, key] of [
    ['s3://lark-odd-keys//leading slash.txt', 's3://lark-odd-keys//', '/leading slash.txt'],
    ['https://lark-odd-keys.s3.amazonaws.com/plus%2Bplus.txt', 's3://lark-odd-keys/', 'plus+plus.txt'],
    [
      'https://lark-odd-keys.s3.amazonaws.com/percent/%252F+is+no+slash.txt',
      's3://lark-odd-keys/percent/',
      'percent/%2F is no slash.txt',
    ],
    ['arn:aws:s3:::lark-odd-keys/dots/../up.txt', 's3://lark-odd-keys/dots/../', 'dots/../up.txt'],
  ] as const) {
    await goTo(page, address);
    await seePlace(page, place, key);
    await seeCursorOn(page, key);
  }

  await goTo(page, 'arn:aws:s3::111122223333:accesspoint/mfzwi23gnjvgw.mrap');
  await seeRefusal(page, /Multi-Region Access Point/);
  await goTo(page, 'https://lark-reports-prod.s3.amazonaws.com.evil.example/k');
  await seeRefusal(page, /neither S3’s/);
  await goTo(page, 'arn:aws-cn:s3:::lark-reports-prod');
  await seeRefusal(page, /AWS China/);
});

test('a bucket elsewhere is found whatever the address says, and the right pass opens it', async () => {
  const { app, tray } = await scene();
  const page = await takeSession(app, tray, 'maya', ['DataEngineer', 'S3AccessRole', 'InvoiceReader']);
  await app.untilSnapshot(
    'three sessions',
    ({ passes }) => passes.filter(({ session }) => session.kind === 'active').length === 3,
  );
  const role = async () => (await readPass(page)).roleName;

  // This pass lists its account's buckets once; from then on its addresses are known.
  await selectPass(page, 'DataEngineer');
  expect(await readRows(page, 'Buckets')).toContain('lark.frankfurt.assets');
  await selectPass(page, 'S3AccessRole');
  await readRows(page, 'Buckets');
  await goTo(page, 'https://s3.us-west-2.amazonaws.com/lark.frankfurt.assets/totals/');
  await seePlace(page, 's3://lark.frankfurt.assets/totals/', 'totals/2026-06-01.json');
  expect(await role()).toContain('DataEngineer');

  await goTo(page, `s3://${ALIAS}/exports/2026/`);
  await seePlace(page, `s3://${ALIAS}/exports/2026/`, 'exports/2026/01/');
  await goTo(page, 's3://lark-capetown-landing/');
  await seeFailure(page, 's3-region-not-enabled');
  await page.getByText('has not enabled the region af-south-1').waitFor({ state: 'visible', ...PATIENCE });

  // Two passes of one account fit what names that account: it is asked.
  await goTo(
    page,
    'https://111122223333-abcdefgh.eu-west-1.console.aws.amazon.com/s3/buckets/lark-invoice-archive?prefix=backups/',
  );
  const line = page.locator('.pass-buttons');
  await line.getByRole('button', { name: /S3AccessRole/ }).waitFor({ state: 'visible', ...PATIENCE });
  await line.getByRole('button', { name: /InvoiceReader/ }).click(PATIENCE);
  await seePlace(page, 's3://lark-invoice-archive/backups/', 'backups/ledger-2025-h1.dump.enc');
  expect(await role()).toContain('InvoiceReader');

  // Refused here: another pass of the account is one press away.
  await goTo(page, 's3://lark-empty/');
  await seeFailure(page, 's3-access-denied');
  await page
    .locator('.denied')
    .getByRole('button', { name: /S3AccessRole/ })
    .click(PATIENCE);
  await seePlace(page, 's3://lark-empty/');
  expect(await role()).toContain('S3AccessRole');
});

test('an address that a tool sends opens in the window, and what its signature could do stays behind', async () => {
  const { app, tray, desk } = await scene();
  const page = await takeSession(app, tray, 'maya', ['InvoiceReader', 'S3AccessRole']);
  const { command } = await app.untilSnapshot(
    'two sessions and the command',
    ({ passes, command: { failure } }) =>
      failure === null && passes.filter(({ session }) => session.kind === 'active').length === 2,
  );
  const open = (...words: string[]) => desk.run(command.path, ['open', ...words]);

  const signed = 'X-Amz-Date=20200101T000000Z&X-Amz-Expires=60&X-Amz-Security-Token=IQoJ&X-Amz-Signature=0f';
  await open(`https://lark-invoice-archive.s3.amazonaws.com/backups/ledger-2025-h1.dump.enc?${signed}`);
  await seePlace(page, 's3://lark-invoice-archive/backups/');
  await seeCursorOn(page, 'backups/ledger-2025-h1.dump.enc');
  const { show } = await app.control.snapshot();
  expect(show.address).toContain('X-Amz-Signature=');
  expect(JSON.stringify(show)).not.toMatch(/IQoJ|=0f/);

  await open('--pass', 'S3AccessRole', 's3://lark-odd-keys/dots/../');
  await seePlace(page, 's3://lark-odd-keys/dots/../', 'dots/../up.txt');
  expect((await readPass(page)).roleName).toContain('S3AccessRole');
  await open('https://evil.example/lark-odd-keys');
  await page.getByText('The address was not opened.').waitFor({ state: 'visible', ...PATIENCE });
});

test('rights for one prefix: it opens by name, the way up ends politely, and leads back', async () => {
  const { app, tray } = await scene();
  const page = await takeSession(app, tray, 'pat', ['ExportsOnly']);
  await seeFailure(page, 's3-access-denied');
  await page.getByRole('textbox', { name: 'Open a bucket by name' }).fill('lark-reports-prod/exports/2026/');
  await page.getByRole('button', { name: 'Open', exact: true }).click(PATIENCE);
  await seePlace(page, 's3://lark-reports-prod/exports/2026/', 'exports/2026/01/');
  await page.getByRole('button', { name: 'Up', exact: true }).click(PATIENCE);
  await seeFailure(page, 's3-access-denied');
  await page.getByRole('button', { name: 'Go back', exact: true }).click(PATIENCE);
  await seePlace(page, 's3://lark-reports-prod/exports/2026/', 'exports/2026/01/');
  await openRow(page, 'Objects', 'exports/2026/01/');
  await seePlace(page, 's3://lark-reports-prod/exports/2026/01/', 'exports/2026/01/01/');
});
