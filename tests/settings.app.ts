/**
 * Settings as people meet them: first run, edits that last, files brought in, and what the administrator has
 * set. The company is the test's own, on loopback.
 */
import { chmod, chown, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { type Corp, page as html, openCorp, posting } from './harness/corp.ts';
import type { Desk } from './harness/desk.ts';
import { base64, PROVIDER, ROLE, samlResponse } from './harness/saml.ts';
import { openScene, type Scene } from './harness/scene.ts';
import { seeFailure, seePhase } from './harness/screen.ts';

let corp: Corp;
let goodIdp: Corp['idp'];
beforeEach(async () => {
  corp = await openCorp();
  goodIdp = corp.idp;
});
afterEach(() => corp.close());

async function open(env: (desk: Desk) => Promise<Record<string, string>> = async () => ({})): Promise<Scene> {
  const scene = await openScene({
    app: async (desk) => ({
      demo: false,
      args: ['--open'],
      env: {
        DAYPASS_HOME: await desk.makeFolder('home-of-daypass'),
        DAYPASS_ALLOW_ANY_RUNTIME: '1',
        ...(await env(desk)),
      },
    }),
  });
  onTestFinished(() => scene.dispose());
  return scene;
}

/** A file of the desk's user, as another program would have left it. */
async function leave(desk: Desk, path: string, content: object | string, mode = 0o600): Promise<string> {
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  if (desk.account !== null) await chown(path, desk.account.uid, desk.account.gid);
  await chmod(path, mode);
  return path;
}

const company = (id = 'corp', name = 'Corp') => {
  const endpoints = { sts: `${corp.origin}/sts`, s3: `${corp.origin}/s3`, s3ForcePathStyle: true };
  return { id, name, signInUrl: `${corp.origin}/login`, region: 'eu-west-1', endpoints };
};
const pass = (id: string, label: string, roleName: string) => {
  const roleArn = `arn:aws:iam::111122223333:role/${roleName}`;
  return { id, organisation: 'corp', label, roleArn, providerArn: PROVIDER, region: 'eu-west-1' };
};
const openSettings = async (page: Page) => {
  await page.getByRole('button', { name: 'Settings', exact: true }).waitFor();
  await page.keyboard.press('Control+,');
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
};
const choose = async (page: Page, name: string, item: string | RegExp) => {
  await page.getByRole('button', { name: `More for ${name}` }).click();
  await page.getByRole('menuitem', { name: item }).click();
};
const railOrder = (page: Page) =>
  page.getByRole('listbox', { name: 'Passes' }).getByRole('option').locator('b').allInnerTexts();

const settingsOf = async ({ app }: Scene) =>
  JSON.parse(await readFile(join(app.home, 'settings.json'), 'utf8')) as {
    organisations: Record<string, unknown>[];
  };

test('a newcomer pastes an address and is at the company’s page; with servers set by hand the session lives', async () => {
  const scene = await open();
  const { app } = scene;
  const page = await app.main();
  const address = page.getByRole('textbox', { name: 'Sign-in address' });

  await address.fill('javascript:alert(1)');
  await page.locator('[data-refused="other-scheme"]').waitFor();
  await address.fill('https://maya:secret@sso.corp.example/');
  await page.locator('[data-refused="user-info"]').waitFor();
  await address.fill('http://sso.corp.example/');
  await page.locator('[data-refused="not-https"]').waitFor();

  corp.idp = () => html('<h1>Corp sign-in</h1>');
  await address.fill(`${corp.origin}/login`);
  await page.getByText(new URL(corp.origin).host).waitFor();
  await page.getByRole('textbox', { name: 'Name' }).fill('Corp');
  await page.getByRole('textbox', { name: 'Name' }).press('Enter');
  const login = await app.login();
  expect(login.url()).toBe(`${corp.origin}/login`);
  await login.getByText('Corp sign-in').waitFor();

  const written = await settingsOf(scene);
  expect(written.organisations).toMatchObject([
    { id: 'corp', name: 'Corp', signInUrl: `${corp.origin}/login` },
  ]);
  await page.getByRole('button', { name: 'Cancel' }).click();
  const endpoints = { sts: `${corp.origin}/sts`, s3: `${corp.origin}/s3`, s3ForcePathStyle: true };
  const [organisation] = written.organisations;
  const byHand = { ...written, organisations: [{ ...organisation, endpoints }] };
  await writeFile(join(app.home, 'settings.json'), JSON.stringify(byHand));
  await page.evaluate(() => window.daypass.run('settings.reload', {}));

  corp.idp = goodIdp;
  await page.getByRole('button', { name: 'Sign in' }).first().click();
  await seePhase(page, 'active');
});

test('labels and order that were edited are there after a restart, and what was written by hand stays', async () => {
  const scene = await open(async (desk) => {
    const home = await desk.makeFolder('home-of-daypass');
    const decided = [pass('one', 'One', 'RoleOne'), pass('two', 'Two', 'RoleTwo')];
    await leave(desk, join(home, 'settings.json'), {
      version: 1,
      organisations: [company()],
      passes: decided,
      accounts: { '111122223333': { name: 'corp-analytics-production' } },
    });
    const learned = { version: 1, passes: [pass('three', 'Three', 'RoleThree')] };
    await leave(desk, join(home, 'state.json'), learned);
    return { DAYPASS_HOME: home };
  });
  const page = await scene.app.main();
  await expect.poll(() => railOrder(page)).toEqual(['One', 'Two', 'Three']);
  await page.getByText('corp-analytics-production').first().waitFor();

  await openSettings(page);
  await page.getByRole('tab', { name: /^Passes/ }).click();
  await choose(page, 'Three', 'Edit');
  // The field has the focus: a person types at once.
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Learned, renamed');
  await page.keyboard.press('Enter');
  await choose(page, 'Learned, renamed', 'Move up');
  await choose(page, 'One', 'Edit');
  await page.getByRole('textbox', { name: 'Label' }).fill('Decided, renamed');
  await page.getByRole('button', { name: 'Save' }).click();
  const order = ['Decided, renamed', 'Learned, renamed', 'Two'];
  await expect.poll(() => railOrder(page)).toEqual(order);

  await page.getByRole('tab', { name: /^Organisations/ }).click();
  await choose(page, 'Corp', 'Edit');
  await page.getByRole('textbox', { name: 'Name' }).fill('Corp Ltd');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await settingsOf(scene)).organisations)
    .toEqual([company('corp', 'Corp Ltd')]);
  await page.keyboard.press('Escape');
  await page.getByTestId('head').waitFor();

  await scene.app.quit();
  const again = await (await scene.restart()).main();
  await expect.poll(() => railOrder(again)).toEqual(order);

  // Somebody edits the file; the screen does not write over it.
  const path = join(scene.app.home, 'settings.json');
  const byHand = { ...(await settingsOf(scene)), preferences: { notifyMinutesBefore: 5 } };
  await writeFile(path, JSON.stringify(byHand));
  await openSettings(again);
  await again.getByRole('tab', { name: 'Transfers' }).click();
  const uploads = again.getByRole('combobox', { name: 'Uploads' });
  await uploads.getByText('As fast as it goes').waitFor({ state: 'attached' });
  await again.getByRole('tab', { name: 'Handing out' }).click();
  await again.getByRole('combobox', { name: 'Clear the clipboard' }).selectOption('30');
  await seeFailure(again, 'settings-changed');
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(byHand);
  await again.getByRole('combobox', { name: 'Clear the clipboard' }).selectOption('30');
  await expect
    .poll(async () => JSON.parse(await readFile(path, 'utf8')) as unknown)
    .toMatchObject({ preferences: { notifyMinutesBefore: 5, clipboardClearSeconds: 30 } });
  await again.getByRole('tab', { name: 'Transfers' }).click();
  await uploads.selectOption({ label: '5.0 MB/s' });
  await expect
    .poll(async () => JSON.parse(await readFile(path, 'utf8')) as unknown)
    .toMatchObject({ preferences: { uploadKilobytesPerSecond: 5000 } });
});

test('an organisation is removed with its passes, once the person has agreed', async () => {
  const scene = await open(async (desk) => {
    const home = await desk.makeFolder('home-of-daypass');
    const other = { ...company('other', 'Other'), signInUrl: `${corp.origin}/other` };
    const passes = [
      pass('one', 'One', 'RoleOne'),
      { ...pass('two', 'Two', 'RoleTwo'), organisation: 'other' },
    ];
    await leave(desk, join(home, 'settings.json'), { version: 1, organisations: [company(), other], passes });
    return { DAYPASS_HOME: home };
  });
  const page = await scene.app.main();
  await openSettings(page);
  await choose(page, 'Corp', /^Remove/);
  await page.getByRole('alertdialog').getByText('Its 1 pass goes with it').waitFor();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await choose(page, 'Corp', /^Remove/);
  await page.getByRole('button', { name: 'Remove organisation' }).click();
  await expect.poll(() => railOrder(page)).toEqual(['Two']);
  expect(await settingsOf(scene)).toMatchObject({
    organisations: [{ id: 'other' }],
    passes: [{ id: 'two' }],
  });
});

test('a saml2aws file is found, shown and taken; its role is ticked when the company offers it', async () => {
  const scene = await open(async (desk) => {
    const text = [
      '[default]',
      `url = ${corp.origin}/login?a=b#top ; ours`,
      'provider = KeyCloak',
      'aws_session_duration = 3600',
      `role_arn = ${ROLE}`,
      '[old]',
      'url = http://old.corp.example/login',
      '',
    ].join('\r\n');
    await leave(desk, join(desk.env.HOME ?? '', '.saml2aws'), `\ufeff${text}`);
    return {};
  });
  const { app } = scene;
  const page = await app.main();
  await page.getByText('Found on this computer: 1 account').waitFor();
  await page.getByRole('button', { name: /saml2aws/ }).click();
  const list = page.getByRole('dialog');
  await list.locator('[data-verdict="refused"]', { hasText: 'line 6' }).waitFor();
  expect(await list.locator('[data-verdict="new"]').count()).toBe(2);
  expect((await app.control.snapshot()).organisations).toEqual([]);
  await page.getByRole('button', { name: 'Add 1 organisation and 1 role' }).click();
  await app.untilSnapshot('the company', ({ organisations }) =>
    organisations.some(({ signInUrl }) => signInUrl === `${corp.origin}/login?a=b#top`),
  );

  const other = `arn:aws:iam::111122223333:role/Other,${PROVIDER}`;
  corp.idp = () => posting(base64(samlResponse({ roles: [`${ROLE},${PROVIDER}`, other] })));
  await page.getByRole('button', { name: 'Sign in' }).first().click();
  await page.getByRole('button', { name: /^Sign in to 1$/ }).waitFor();
  expect(await page.getByRole('checkbox', { name: 'S3AccessRole' }).isChecked()).toBe(true);
  expect(await page.getByRole('checkbox', { name: 'Other' }).isChecked()).toBe(false);
});

test('a shared file with an STS of its own is refused as a whole and named', async () => {
  const scene = await open();
  const { app, desk } = scene;
  const page = await app.main();
  const file = join(desk.folder, 'corp.daypass.json');
  await leave(desk, file, `{\n  "version": 1,\n  "organisations": [${JSON.stringify(company())}]\n}`);
  await app.control.answerOpenDialog(file);
  await page.getByRole('button', { name: /shared file/ }).click();
  await seeFailure(page, 'import-overrides');
  await page.getByText('organisations.0.endpoints').first().waitFor();
  expect((await app.control.snapshot()).organisations).toEqual([]);

  const { endpoints: _none, ...plain } = company();
  await leave(desk, file, {
    version: 1,
    organisations: [plain],
    passes: [pass('shared', 'Shared', 'RoleOne')],
  });
  await page.getByRole('button', { name: /shared file/ }).click();
  await page.getByRole('button', { name: 'Add 1 organisation and 1 pass' }).click();
  await expect.poll(() => railOrder(page)).toEqual(['Shared']);
});

const managedIn = (mode: number) => async (desk: Desk) => {
  const file = join(desk.folder, 'managed.json');
  await leave(
    desk,
    file,
    { version: 1, organisations: [company()], preferences: { clipboardClearSeconds: 30 } },
    mode,
  );
  return { DAYPASS_MANAGED: file };
};

test('what the administrator has set is there, carries a lock, and can’t be changed', async () => {
  const scene = await open(managedIn(0o644));
  const page = await scene.app.main();
  await openSettings(page);
  const row = page.locator('[data-organisation="corp"]');
  await row.getByText('Set by your administrator').waitFor();
  await page.getByRole('button', { name: 'More for Corp' }).click();
  await page.getByRole('menuitem', { name: 'Move up' }).waitFor();
  expect(await page.getByRole('menuitem').allInnerTexts()).toEqual(['Move up', 'Move down']);
  await page.keyboard.press('Escape');
  const replies = await page.evaluate(async () => [
    await window.daypass.run('organisation.edit', { organisation: 'corp', name: 'Mine' }),
    await window.daypass.run('organisation.remove', { organisation: 'corp' }),
    await window.daypass.run('preferences.set', { clipboardClearSeconds: 300 }),
  ]);
  for (const reply of replies)
    expect(reply).toMatchObject({ ok: false, failure: { code: 'settings-locked' } });
  await page.getByRole('tab', { name: 'Handing out' }).click();
  expect(await page.getByRole('combobox', { name: 'Clear the clipboard' }).isDisabled()).toBe(true);
});

test('an administrator’s file that others may write is refused aloud', async () => {
  const scene = await open(managedIn(0o666));
  const page = await scene.app.main();
  await seeFailure(page, 'managed-refused');
  const { organisations, notices } = await scene.app.control.snapshot();
  expect(organisations).toEqual([]);
  expect(notices[0]?.failure.raw).toMatch(/can be written by others/);
});

test('the demo organisation that was tried can be removed, and first run is back', async () => {
  const scene = await open();
  const page = await scene.app.main();
  await page.getByRole('button', { name: /Try the demo organisation/ }).click();
  await scene.app.untilSnapshot('the demo', ({ app }) => app.demo === 'on');
  await openSettings(page);
  await choose(page, 'Larkfield', /^Remove/);
  await page.getByRole('button', { name: 'Remove organisation' }).click();
  await page.getByRole('heading', { name: 'Where do you sign in?' }).waitFor();
  const state = JSON.parse(await readFile(join(scene.app.home, 'state.json'), 'utf8')) as object;
  expect(state).toMatchObject({ demo: false });
  expect((await scene.app.control.snapshot()).app.demo).toBe('off');
});
