/** Everything that AWS may refuse, on the demo's S3: the sentence a person reads, and the text for the administrator. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { readSelection } from './harness/clipboard.ts';
import { openScene, type Scene } from './harness/scene.ts';
import { goTo, openRow, readRows, seeFailure, selectRow } from './harness/screen.ts';
import { takeSession } from './harness/steps.ts';

const SECRETS = /\b(AKIA|ASIA)[A-Z0-9]{12,}|[A-Za-z0-9+/=]{100,}/;

let scene: Scene;
let page: Page;
let folder: string;

beforeAll(async () => {
  scene = await openScene();
  folder = await scene.desk.makeFolder('downloads');
  page = await takeSession(scene.app, scene.tray, 'nora');
});
afterAll(() => scene?.dispose());

const panel = () => page.locator('.denied');

async function readText(copy: () => Promise<void>, begins: string): Promise<string> {
  await copy();
  await expect.poll(() => readSelection(scene.desk)).toContain(begins);
  return readSelection(scene.desk);
}

describe('a bucket that may not be listed', () => {
  test.each([
    [
      'lark-payroll-exports',
      'A service control policy of your company refuses',
      /explicit deny in a service control policy: arn:/,
    ],
    [
      'lark-region-locked',
      'A resource control policy of your company refuses',
      /explicit deny in a resource control policy/,
    ],
    ['lark-legal-hold', 'The bucket’s own policy refuses', /explicit deny in a resource-based policy/],
    [
      'lark-research-raw',
      'The permissions boundary of the role does not allow',
      /no permissions boundary allows/,
    ],
    [
      'lark-office-only',
      'The VPC endpoint that your network reaches S3 through does not allow',
      /no VPC endpoint policy allows/,
    ],
    ['lark-audit-trail', 'No policy of the role allows', /no identity-based policy allows/],
  ])('%s: %s', async (bucket, sentence, by) => {
    await goTo(page, 's3://');
    await openRow(page, 'Buckets', bucket);
    await panel().getByText(`s3:ListBucket on ${bucket}`).waitFor();
    expect((await panel().locator('.lead').innerText()).startsWith(sentence)).toBe(true);
    expect(await panel().locator('.policies .no').count()).toBe(1);
    const copy = () => panel().getByRole('button', { name: 'Copy text' }).click();
    const text = await readText(copy, `s3:ListBucket on arn:aws:s3:::${bucket}`);
    expect(text).toContain('for assumed-role/CaseReader/nora@larkfield.example in account 8888-9999-0000.');
    expect(text).toMatch(/, request [0-9A-F]{16}, region eu-west-1/);
    expect(text).not.toMatch(SECRETS);
    await panel().getByText('What AWS answered, word for word').click();
    expect(await panel().locator('details pre').innerText()).toMatch(by);
  });

  test('that says no reason is offered what it mostly is', async () => {
    await goTo(page, 's3://lark-partner-feed/');
    await panel().getByText('does not say by which policy').waitFor();
    await panel().getByText('Requester Pays').waitFor();
    expect(await panel().locator('.policies').count()).toBe(0);
  });
});

describe('an object that may not be read', () => {
  async function tryToDownload(prefix: string, name: string): Promise<void> {
    await goTo(page, `s3://lark-case-files/${prefix}`);
    await scene.app.control.answerSaveDialog(join(folder, name));
    await selectRow(page, 'Objects', `${prefix}${name}`);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+d');
  }
  const facts = () => page.locator('.read-refused');

  test('because of its key: both ways to see it say so, and the text asks for the key', async () => {
    await tryToDownload('2026/sealed/', 'case-1093.txt');
    await seeFailure(page, 's3-kms-denied');
    await facts().getByText('The policy of its KMS key does not allow kms:Decrypt').waitFor();
    await page.locator('.tx-denied').getByText('The policy of its KMS key').waitFor();
    const copy = () => facts().getByRole('button', { name: 'Copy text for the administrator' }).click();
    const text = await readText(copy, 'Please allow kms:Decrypt on arn:aws:kms:');
    expect(text).toContain('for the object arn:aws:s3:::lark-case-files/2026/sealed/case-1093.txt');
    expect(text).not.toMatch(SECRETS);
  });

  test.each([
    ['2024/key-disabled/', 'case-0633.txt', 's3-key-unusable', 'The object’s key can’t be used.'],
    ['2024/key-retired/', 'case-0612.txt', 's3-key-unusable', 'The object’s key can’t be used.'],
    ['2023/cooled/', 'case-0455.txt', 's3-archived', 'Its storage, Archive access tier, hands'],
    ['2021/archive/', 'case-0031.txt', 's3-archived', 'Its storage, Glacier, hands'],
  ])('%s%s: %s', async (prefix, name, code, words) => {
    await tryToDownload(prefix, name);
    await facts()
      .and(page.locator(`[data-failure="${code}"]`))
      .getByText(words)
      .waitFor();
  });
});

test('a refusal is not asked for again in this sign-in, until somebody wants to', async () => {
  const opened = await openScene();
  onTestFinished(() => opened.dispose());
  const main = await takeSession(opened.app, opened.tray, 'pat', ['ExportsOnly']);
  const denied = main.locator('.denied');
  await denied.getByText('s3:ListAllMyBuckets').first().waitFor();
  const first = await denied.locator('details pre').textContent();
  await goTo(main, 's3://lark-reports-prod/exports/2026/');
  await readRows(main, 'Objects');
  await goTo(main, 's3://');
  await denied.getByText('s3:ListAllMyBuckets').first().waitFor();
  // The same request id: nobody was asked.
  expect(await denied.locator('details pre').textContent()).toBe(first);
  await denied.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => denied.locator('details pre').textContent()).not.toBe(first);
});
