/**
 * Settings as people meet them: first run, edits that last, files brought in, and what the administrator has
 * set. The company is the test's own, on loopback.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { type Corp, page as html, openCorp } from './harness/corp.ts';
import type { Desk } from './harness/desk.ts';
import { openScene, type Scene } from './harness/scene.ts';
import { seePhase } from './harness/screen.ts';

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
