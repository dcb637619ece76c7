/** The AWS console of a pass: from the button, the tray, the popover and the files to the page in the browser. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readSelection } from './harness/clipboard.ts';
import { writeHome } from './harness/corp.ts';
import type { Desk } from './harness/desk.ts';
import { openScene, type Scene } from './harness/scene.ts';
import { seeFailure, seePhase, selectPass } from './harness/screen.ts';
import { takeSession } from './harness/steps.ts';
import { type WebBrowser, webBrowser } from './harness/web-browser.ts';

interface WithBrowser extends Scene {
  browser: WebBrowser;
}

async function scene(home?: (desk: Desk) => Promise<string>): Promise<WithBrowser> {
  let browser: WebBrowser | undefined;
  const opened = await openScene({
    app: async (desk) => {
      browser = await webBrowser(desk);
      return { env: { PATH: browser.path, ...(home && { DAYPASS_HOME: await home(desk) }) } };
    },
  });
  onTestFinished(() => opened.dispose());
  if (!browser) throw new Error('the scene was opened without a browser');
  return Object.assign(opened, { browser });
}

const isSecret = /SigninToken|federation|Session/;

test('the button leads the browser into the console as the pass’s role, and no secret is on the way there', async () => {
  const { app, tray, browser } = await scene();
  const page = await takeSession(app, tray, 'alex');
  await page.getByRole('button', { name: 'Console', exact: true }).click();
  const [address = ''] = await browser.opened(1);
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{32}$/);
  const { status, way, text } = await browser.visit(address);
  expect(status).toBe(200);
  expect(way[1]).toMatch(/\/federation\?Action=login&Issuer=Daypass&Destination=https.*&SigninToken=/);
  for (const words of ['111122223333', 'S3AccessRole', 'alex@larkfield.example', 'console/home'])
    expect(text).toContain(words);
  // Who reads the command line later comes too late.
  await expect(browser.visit(address)).rejects.toThrow();
  expect(app.output()).not.toMatch(isSecret);
  expect(await readFile(join(app.home, 'daypass.log'), 'utf8')).not.toMatch(isSecret);
});

test('the folder on screen and the object beside it open as pages of the console; so do tray and popover', async () => {
  const { app, tray, browser } = await scene();
  const page = await takeSession(app, tray, 'alex');
  const lands = async (count: number) =>
    (await browser.visit((await browser.opened(count)).at(-1) ?? '')).text;

  await page.getByRole('button', { name: 'Open in console' }).click();
  expect(await lands(1)).toContain('<dd>s3/buckets</dd>');

  await page.keyboard.press('Control+l');
  await page.getByLabel('Path').fill('s3://lark-reports-prod/exports/2026/03/01/orders.csv');
  await page.keyboard.press('Enter');
  await page.getByText('orders.csv').first().waitFor();
  await page.getByRole('button', { name: 'Open in console' }).first().click();
  expect(await lands(2)).toContain('s3/buckets/lark-reports-prod, prefix exports/2026/03/01/');
  await page.getByText('orders.csv').first().dblclick();
  await page
    .getByRole('complementary', { name: 'Object' })
    .getByRole('button', { name: 'Open in console' })
    .click();
  expect(await lands(3)).toContain('s3/object/lark-reports-prod, prefix exports/2026/03/01/orders.csv');

  await tray.choose('Open console');
  expect(await lands(4)).toContain('console/home');
  await tray.activate();
  const popover = await app.popover();
  await popover.locator('.pass-name').first().waitFor();
  await popover.keyboard.press('o');
  expect(await lands(5)).toContain('console/home');
});

test('a browser that is in another account says so, and is led out of it where that was asked for', async () => {
  const { app, tray, browser } = await scene();
  const page = await takeSession(app, tray, 'maya', ['S3AccessRole', 'DataEngineer']);
  const openConsole = async (pass: string, count: number, item?: string) => {
    await selectPass(page, pass);
    await page.getByRole('heading', { name: pass, level: 1 }).waitFor();
    if (item) {
      await page.getByRole('button', { name: 'More for the console' }).click();
      await page.getByRole('menuitem', { name: item }).click();
    } else await page.getByRole('button', { name: 'Console', exact: true }).click();
    return browser.visit((await browser.opened(count)).at(-1) ?? '');
  };
  expect((await openConsole('S3AccessRole', 1)).text).toContain('111122223333');
  const refused = await openConsole('DataEngineer', 2);
  expect(refused.status).toBe(400);
  expect(refused.text).toContain('You must first sign out');
  const led = await openConsole('DataEngineer', 3, 'End the open console first');
  expect(led.way[1]).toMatch(/\/oauth\?Action=logout&redirect_uri=http/);
  expect(led.text).toContain('444455556666');
  expect(led.text).toContain('DataEngineer');
});

test('a copied sign-in link works, and leaves the clipboard like credentials', async () => {
  const { app, tray, desk, browser } = await scene();
  const page = await takeSession(app, tray, 'alex');
  await page.getByRole('button', { name: 'More for the console' }).click();
  await page.getByRole('menuitem', { name: 'Copy sign-in link' }).click();
  await page.getByRole('status').filter({ hasText: 'Copied as a console link' }).waitFor();
  const link = await readSelection(desk);
  expect((await browser.visit(link)).text).toContain('S3AccessRole');
  await app.control.moveClock(60_000);
  await app.untilSnapshot('an empty clipboard', ({ clipboard }) => clipboard === null);
  await expect.poll(() => readSelection(desk)).toBe('');
});

test('a second role gets in, and without a session there is no way', async () => {
  const account = (id: string) => `arn:aws:iam::${id}`;
  const passes = [
    {
      id: 'partner',
      organisation: 'demo',
      label: 'Partner reports',
      roleArn: `${account('111122223333')}:role/S3AccessRole`,
      providerArn: `${account('111122223333')}:saml-provider/Larkfield`,
      region: 'eu-west-1',
      thenAssume: {
        roleArn: `${account('444455556666')}:role/PartnerReports`,
        externalId: 'larkfield-reports',
      },
    },
  ];
  const { app, tray, browser } = await scene((desk) => writeHome(desk, { version: 1, passes }));
  const page = await takeSession(app, tray, 'alex');
  await page.getByRole('button', { name: 'Console', exact: true }).click();
  const [address = ''] = await browser.opened(1);
  const { text } = await browser.visit(address);
  expect(text).toContain('444455556666');
  expect(text).toContain('PartnerReports');

  await app.control.moveClock(3_600_000);
  await seePhase(page, 'ended');
  expect(await page.getByRole('button', { name: 'Console', exact: true }).isDisabled()).toBe(true);
  const refused = await page.evaluate(() => window.daypass.run('console.open', { pass: 'partner' }));
  expect(refused).toEqual({ ok: false, failure: { code: 'no-session', retry: 'afterSignIn' } });
});

test('a browser that never comes for the page is told, and its address is gone', async () => {
  const { app, tray, browser } = await scene();
  const page = await takeSession(app, tray, 'alex');
  await tray.choose('Open console');
  const [address = ''] = await browser.opened(1);
  await app.control.moveClock(120_000);
  await seeFailure(page, 'console-not-opened');
  await expect(browser.visit(address)).rejects.toThrow();
});

test('`daypass console` opens it too, and prints the link where that is asked for', async () => {
  const { app, tray, desk, browser } = await scene();
  await takeSession(app, tray, 'alex');
  const { command } = await app.untilSnapshot('the command', (snapshot) => snapshot.command.failure === null);
  expect(await desk.run(command.path, ['console', 'S3AccessRole'])).toMatchObject({
    code: 0,
    stdout: '',
    stderr: '',
  });
  expect((await browser.visit((await browser.opened(1))[0] ?? '')).text).toContain('S3AccessRole');
  const { stdout, code } = await desk.run(command.path, ['console', 'S3AccessRole', '--print']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/federation\?Action=login&/);
  expect((await browser.visit(stdout.trim())).text).toContain('console/home');
});
