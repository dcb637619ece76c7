/** The company's network on the real parts: a proxy that wants a password, and a company's own authority. */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Authority, makeAuthority } from './harness/authority.ts';
import { type Corp, openCorp } from './harness/corp.ts';
import { type DeskProxy, PROXY_PASSWORD, PROXY_SOURCE, PROXY_USER, startProxy } from './harness/proxy.ts';
import { openScene, type Scene } from './harness/scene.ts';
import { readRows, seeFailure, seePhase } from './harness/screen.ts';

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

describe('with an authority of the company’s own', () => {
  let authority: Authority;
  let corp: Corp;
  let scene: Scene;

  const begin = async () => {
    await scene.tray.until('the company', (_state, [first]) => first?.label === 'Sign in to Corp');
    await scene.tray.choose('Sign in to Corp');
    return scene.app.main();
  };

  beforeAll(async () => {
    authority = await makeAuthority();
    corp = await openCorp({
      keys: await authority.certify('127.0.0.1'),
      organisation: { caFile: 'corp-ca.pem' },
    });
    scene = await openScene({
      app: async (desk) => {
        const home = await corp.home(desk);
        await writeFile(join(home, 'corp-ca.pem'), authority.pem);
        return { demo: false, env: { DAYPASS_HOME: home, DAYPASS_ALLOW_ANY_RUNTIME: '1' } };
      },
    });
  });
  afterAll(async () => {
    await scene?.dispose();
    await corp?.close();
  });

  test('the window is refused as long as the system does not know it, and the way to add it is told', async () => {
    const main = await begin();
    await seeFailure(main, 'signin-issuer-unknown');
    await main.getByText('certutil -d sql:$HOME/.pki/nssdb -A -t C,, -n NAME -i FILE').waitFor();
    await main.getByText('What was answered, word for word').click();
    await main.getByText('issued by Corp Issuing CA').waitFor();
    expect(corp.seen).toEqual([]);
  });

  test('with it in the system and in caFile, sign-in page, STS and S3 are all trusted', async () => {
    await scene.app.kill9();
    await authority.addTo(scene.desk);
    await scene.restart();
    const main = await begin();
    await seePhase(main, 'active');
    expect(await readRows(main, 'Buckets')).toEqual(['corp-files']);
    expect(corp.seen).toEqual(expect.arrayContaining(['GET /login', 'POST /sts/', 'GET /s3/']));
  });

  test('a certificate for another host stays refused', async () => {
    const elsewhere = await openCorp({ keys: await authority.certify('elsewhere.corp.example') });
    corp.idp = () => ({ status: 302, headers: { location: `${elsewhere.origin}/login` }, body: '' });
    const main = await scene.app.main();
    await scene.tray.choose('Sign in to Corp');
    await seeFailure(main, 'signin-certificate-refused');
    expect(elsewhere.seen).toEqual([]);
    await elsewhere.close();
  });
});
