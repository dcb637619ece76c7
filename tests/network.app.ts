/** The company's network on the real parts: a proxy that wants a password, and a company's own authority. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Corp, openCorp } from './harness/corp.ts';
import { type DeskProxy, PROXY_PASSWORD, PROXY_SOURCE, PROXY_USER, startProxy } from './harness/proxy.ts';
import { openScene, type Scene } from './harness/scene.ts';
import { readRows, seePhase } from './harness/screen.ts';

describe('behind a proxy that wants a password', () => {
  let corp: Corp;
  let scene: Scene;
  let proxy: DeskProxy;

  beforeAll(async () => {
    corp = await openCorp();
    scene = await openScene({
      app: async (desk) => {
        proxy = await startProxy(desk);
        return {
          demo: false,
          args: proxy.args,
          env: { DAYPASS_HOME: await corp.home(desk), DAYPASS_ALLOW_ANY_RUNTIME: '1' },
        };
      },
    });
  });
  afterAll(async () => {
    await scene?.dispose();
    await corp?.close();
  });

  test('asks for it in our window, again when it was wrong, and then everything passes', async () => {
    await scene.tray.until('the company', (_state, [first]) => first?.label === 'Sign in to Corp');
    await scene.tray.choose('Sign in to Corp');
    const main = await scene.app.main();
    const dialog = main.getByRole('dialog');
    await dialog.getByText('The proxy asks for a password').waitFor();
    await dialog.getByText(/^tinyproxy$/i).waitFor();
    await dialog.getByText(proxy.address, { exact: true }).waitFor();
    expect(corp.seen).toEqual([]);

    await dialog.getByRole('textbox', { name: 'Name' }).fill(PROXY_USER);
    await dialog.getByLabel('Password').fill('wrong');
    await dialog.getByRole('button', { name: 'Send password' }).click();
    await dialog.getByText('2 tries are left').waitFor();
    expect(corp.seen).toEqual([]);

    await dialog.getByRole('textbox', { name: 'Name' }).fill(PROXY_USER);
    await dialog.getByLabel('Password').fill(PROXY_PASSWORD);
    await dialog.getByRole('button', { name: 'Send password' }).click();
    await seePhase(main, 'active');
    expect(await readRows(main, 'Buckets')).toEqual(['corp-files']);

    const passed = await proxy.passed();
    expect(passed).toContain(`GET ${corp.origin}/login`);
    expect(passed).toContain(`POST ${corp.origin}/sts/`);
    expect(passed).toContain(`CONNECT ${new URL(corp.origin).host}`);
    expect(corp.seen).toContain('GET /s3/');
    expect(new Set(corp.callers)).toEqual(new Set([PROXY_SOURCE]));
  });
});
