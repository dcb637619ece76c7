/**
 * What is handed out: the packaged *test* flavour does the main job under Playwright; the *shipping* one is
 * tried from outside only, by an ordinary user with the sandbox on: tray over D-Bus, keys by xdotool.
 */
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { fusesToSet, readFuses, wantedFuses } from '../scripts/lib/fuses.mjs';
import { type Desk, openDesk } from './harness/desk.ts';
import { readKeyring } from './harness/keyring.ts';
import { collect } from './harness/processes.ts';
import { DEVELOPMENT_SERVICE, openScene, untilKept } from './harness/scene.ts';
import { readRows } from './harness/screen.ts';
import { packagedApp } from './harness/stage.ts';
import { DEMO_PASSWORD, takeSession } from './harness/steps.ts';
import { watchTray } from './harness/tray.ts';

test('the packaged test flavour signs in and lists buckets', async () => {
  const scene = await openScene({ app: async () => ({ stage: packagedApp('test') }) });
  onTestFinished(() => scene.dispose());
  const page = await takeSession(scene.app, scene.tray, 'alex');
  expect(await readRows(page, 'Buckets')).toContain('lark-reports-prod');
  await untilKept(scene.keyring, DEVELOPMENT_SERVICE, 1);
});

let on: Desk;
beforeAll(async () => {
  on = await openDesk();
});
afterAll(() => on?.dispose());

/** Keys as a person presses them, into the window that has just come up. */
async function typeInto(title: string, keys: readonly string[][]): Promise<void> {
  const found = await on.run('xdotool', ['search', '--sync', '--onlyvisible', '--name', title]);
  const [window = ''] = found.stdout.trim().split('\n');
  expect(window, found.stderr).not.toBe('');
  await on.run('xdotool', ['windowfocus', '--sync', window]);
  for (const words of keys) await on.run('xdotool', words);
}

describe('the shipping flavour', () => {
  test('does the main job for somebody outside of it', async () => {
    const tray = await watchTray(on.bus);
    const home = await on.makeFolder('daypass');
    const app = on.start(packagedApp('shipping').runtime, ['--demo'], {
      env: { DAYPASS_HOME: home },
    });
    app.stdout?.resume();
    let said = '';
    app.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    await tray.appeared();
    await tray.until('the demo', (_state, [first]) => first?.label.startsWith('Sign in to ') ?? false);
    await tray.activate();
    await typeInto('Sign-in to Larkfield', [
      ['type', 'alex'],
      ['key', 'Tab'],
      ['type', DEMO_PASSWORD],
      ['key', 'Return'],
    ]);
    await untilKept(readKeyring(on.bus), DEVELOPMENT_SERVICE, 1).catch((error: Error) => {
      throw new Error(`${error.message}\n${said.slice(-2000)}`);
    });
    await tray.until('the session', ({ tooltip }) => /^S3AccessRole ends in/.test(tooltip));
    expect(said).not.toContain('--no-sandbox');
  });

  test.each([
    ['--remote-debugging-port=0'],
    ['--remote-debugging-pipe'],
    ['--inspect=0'],
    ['--inspect-brk=0'],
    ['--no-sandbox'],
    ['--disable-web-security'],
    ['--ignore-certificate-errors'],
    ['--proxy-server=127.0.0.1:9'],
    ['--host-resolver-rules=MAP * 127.0.0.1'],
    ['--js-flags=--expose-gc'],
  ])('does not start with %s', async (argument) => {
    const app = on.start(packagedApp('shipping').runtime, [argument]);
    const { code, stderr } = await collect(app);
    expect(code, stderr).toBe(78);
    expect(stderr).not.toContain('DevTools listening');
  });

  test.each([['ELECTRON_RUN_AS_NODE'], ['SSLKEYLOGFILE']])('does not start with %s set', async (name) => {
    const app = on.start(packagedApp('shipping').runtime, ['-e', '1'], {
      env: { [name]: '1' },
    });
    expect((await collect(app)).code).toBe(78);
  });

  test.each(['test', 'shipping'] as const)(
    'and its fuses: %s has those that were planned',
    async (flavour) => {
      const { runtime } = packagedApp(flavour);
      const fuses = await readFuses(runtime);
      expect(fuses).toEqual(fusesToSet(fuses, wantedFuses(flavour, process.platform)));
    },
  );
});
