/** The real secrets of a whole run, hunted wherever they must not be: files, output, snapshots, messages. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { DEVELOPMENT_SERVICE, openScene, untilKept } from './harness/scene.ts';
import { readRows } from './harness/screen.ts';
import { DEMO_PASSWORD, sessionIsActive, signIn } from './harness/steps.ts';

/** Everything below the folder as bytes, by path; sockets and what went away meanwhile are left out. */
async function filesOf(folder: string): Promise<[string, Buffer][]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const read = entries
    .filter((entry) => entry.isFile())
    .map(async (entry): Promise<[string, Buffer][]> => {
      const path = join(entry.parentPath, entry.name);
      return readFile(path).then(
        (bytes) => [[path, bytes]],
        () => [],
      );
    });
  return (await Promise.all(read)).flat();
}

test('secret, token and password are in the keyring and on the clipboard, and nowhere else', async () => {
  const scene = await openScene();
  onTestFinished(() => scene.dispose());
  const { app, tray, keyring, desk } = scene;
  const heard = await (await app.main()).evaluateHandle(() => {
    const messages: string[] = [];
    window.daypass.onSnapshot((snapshot) => messages.push(JSON.stringify(snapshot)));
    window.addEventListener('message', ({ data, ports }) => {
      messages.push(JSON.stringify(data));
      for (const port of ports)
        port.addEventListener('message', (event) => messages.push(JSON.stringify(event.data)));
    });
    return messages;
  });
  await signIn(app, tray, 'alex');
  const page = await sessionIsActive(app);
  await readRows(page, 'Buckets');
  const [account = ''] = await untilKept(keyring, DEVELOPMENT_SERVICE, 1);
  const entry = ((await keyring.read(DEVELOPMENT_SERVICE, account)) ?? '').split('\n');
  const [secretAccessKey = '', sessionToken = ''] = entry.slice(-2);
  expect(secretAccessKey.length).toBeGreaterThan(20);
  expect(sessionToken.length).toBeGreaterThan(100);
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await app.untilSnapshot('something copied', ({ clipboard }) => clipboard !== null);

  const messages = await heard.jsonValue();
  expect(messages.length).toBeGreaterThan(0);
  const html = await page.content();
  const diagnostics = await page.evaluate(() => window.daypass.run('diagnostics.read', {}));
  expect(diagnostics).toMatchObject({ ok: true, value: { text: expect.stringContaining('sessionBegan') } });
  const snapshot = JSON.stringify(await app.control.snapshot());
  await app.quit();

  const secrets = { secretAccessKey, sessionToken, password: `"${DEMO_PASSWORD}"` };
  const files = await filesOf(desk.folder);
  // The keyring's own file is sealed by the keyring's word; the demo keeps its keys, not the sessions.
  expect(files.length).toBeGreaterThan(3);
  for (const [name, secret] of Object.entries(secrets)) {
    expect(
      messages.filter((message) => message.includes(secret)),
      `${name} in a message`,
    ).toEqual([]);
    expect(JSON.stringify(diagnostics).includes(secret), `${name} in the diagnostics`).toBe(false);
    expect(html.includes(secret), `${name} on the page`).toBe(false);
    expect(snapshot.includes(secret), `${name} in the snapshot`).toBe(false);
    expect(app.output().includes(secret), `${name} in the output`).toBe(false);
    const holding = files.filter(([, bytes]) => bytes.includes(secret)).map(([path]) => path);
    expect(holding, `${name} in files`).toEqual([]);
  }
});
