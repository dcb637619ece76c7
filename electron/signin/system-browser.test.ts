import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { AppError } from '../lib/app-error.ts';
import { type AppClock, createClock } from '../lib/clock.ts';
import type { Organisation } from '../settings/schema.ts';
import { type Mood, writeFakeBrowser } from './fake-browser.test-parts.ts';
import type { Login } from './login.ts';
import { createSystemBrowser, type SystemBrowser } from './system-browser.ts';

const CORP: Organisation = {
  id: 'corp',
  name: 'Corp',
  signInUrl: 'https://idp.corp.example/sso',
  region: 'eu-west-1',
  browser: 'system',
};

let folder = '';
let clock: AppClock;
const log = vi.fn();
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daypass-browser-'));
  writeFakeBrowser(folder);
  clock = createClock();
  log.mockClear();
});
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

const profile = () => join(folder, 'browser-profiles', 'of-corp');
const started = () => JSON.parse(readFileSync(join(profile(), 'started'), 'utf8'));
const begun = () =>
  expect.poll(() => existsSync(join(profile(), 'navigated')), { timeout: 10_000 }).toBe(true);
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
const gone = (pid: number) => expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);

function withBrowser(mood: Mood, more: { path?: string; asRoot?: boolean } = {}): SystemBrowser {
  const env = { PATH: more.path ?? folder, MOOD: mood, AWS_CONFIG_FILE: '/dev/null', DAYPASS_HOME: folder };
  const browser = createSystemBrowser({
    dataFolder: folder,
    surroundings: { platform: 'linux', env, home: folder },
    asRoot: more.asRoot ?? false,
    switches: [],
    clock,
    log,
  });
  onTestFinished(async () => {
    browser.endAll();
    if (existsSync(join(profile(), 'started'))) {
      const { pid } = started();
      if (isAlive(pid)) process.kill(pid, 'SIGKILL');
    }
  });
  return browser;
}

const open = (browser: SystemBrowser, onHost = vi.fn()): Login => browser.open(CORP, onHost);
async function failureOf({ answer }: Login): Promise<AppError> {
  const error: unknown = await answer.catch((thrown: unknown) => thrown);
  if (error instanceof AppError) return error;
  throw new Error('it was answered', { cause: error });
}

describe('a sign-in in the person’s own browser', () => {
  it('brings the answer, tells its hosts, and ends the browser', async () => {
    const onHost = vi.fn();
    const login = open(withBrowser('posts'), onHost);
    expect(login.where).toBe('Chromium');
    await expect(login.answer).resolves.toBe('QUJD');
    expect(onHost).toHaveBeenCalledExactlyOnceWith({ host: 'idp.corp.example', channel: 'https' });
    await gone(started().pid);
  });

  it('runs in a profile of its own that nobody else may read, without our variables and without a port', async () => {
    await open(withBrowser('posts')).answer;
    const { argv, env } = started();
    expect(statSync(profile()).mode & 0o777).toBe(0o700);
    expect(argv).toContain(`--user-data-dir=${profile()}`);
    expect(argv).toContain('--remote-debugging-pipe');
    expect(argv.join(' ')).not.toMatch(/--remote-debugging-port|--enable-automation|--no-sandbox|idp\.corp/);
    expect(Object.keys(env).filter((name) => /AWS|DAYPASS/.test(name))).toEqual([]);
  });

  it('gives the sandbox up for root alone', async () => {
    await open(withBrowser('posts', { asRoot: true })).answer;
    expect(started().argv).toContain('--no-sandbox');
  });

  it.each([
    ['closed', 'signin-window-closed'],
    ['forbidden', 'signin-browser-refused'],
    ['leaves', 'signin-browser-refused'],
    ['crashes', 'signin-browser-crashed'],
    ['dies', 'signin-browser-crashed'],
    ['babbles', 'signin-browser-crashed'],
  ] as const)('when the browser %s, it says %s', async (mood, code) => {
    const failure = await failureOf(open(withBrowser(mood)));
    expect(failure.code).toBe(code);
    await gone(started().pid);
  });

  it.each([
    ['mute', 30_000, 'signin-browser-refused'],
    ['waits', 600_000, 'signin-timed-out'],
  ] as const)('when the browser is %s, it ends after %d ms with %s', async (mood, ms, code) => {
    const login = open(withBrowser(mood));
    if (mood === 'waits') await begun();
    else await expect.poll(() => existsSync(join(profile(), 'started')), { timeout: 10_000 }).toBe(true);
    clock.move(ms);
    expect((await failureOf(login)).code).toBe(code);
    clock.move(10_000);
    await gone(started().pid);
  });

  it('that lets the pipe go and stays open is one that may not be driven', async () => {
    const login = open(withBrowser('deaf'));
    const settled = login.answer.catch((error: AppError) => error.code);
    let code: unknown = null;
    void settled.then((value) => {
      code = value;
    });
    await expect
      .poll(
        () => {
          clock.move(100);
          return code;
        },
        { timeout: 10_000 },
      )
      .toBe('signin-browser-refused');
  });

  it('says it when there is no browser', async () => {
    const login = open(withBrowser('posts', { path: '/nowhere' }));
    expect((await failureOf(login)).code).toBe('signin-browser-missing');
  });

  it('ends a browser that does not listen, by its own pid', async () => {
    const login = open(withBrowser('stubborn'));
    await begun();
    const { pid } = started();
    login.cancel();
    expect((await failureOf(login)).code).toBe('signin-cancelled');
    clock.move(4_000);
    expect(isAlive(pid)).toBe(true);
    clock.move(4_000);
    await gone(pid);
  });

  it('starts no browser once it was called off', async () => {
    const browser = withBrowser('posts');
    const login = open(browser);
    login.cancel();
    expect((await failureOf(login)).code).toBe('signin-cancelled');
    await browser.forget('corp');
    expect(log).not.toHaveBeenCalled();
  });

  it('leaves no alarm behind', async () => {
    await open(withBrowser('posts')).answer;
    await gone(started().pid);
    const rings = vi.fn();
    const off = clock.alarm(clock.now() + 1_000_000, rings);
    clock.move(1_000_001);
    expect(rings).toHaveBeenCalledOnce();
    off();
  });
});

describe('the profile', () => {
  it('goes to the next browser only when the one before is gone', async () => {
    const browser = withBrowser('waits');
    const first = open(browser);
    await begun();
    const { pid } = started();
    rmSync(join(profile(), 'navigated'));
    first.cancel();
    const second = open(browser);
    await begun();
    expect(isAlive(pid)).toBe(false);
    second.cancel();
    await failureOf(first);
    await failureOf(second);
  });

  it.each([
    ['of a process that is gone', `${hostname()}-4194304`],
    ['of another program that got its number', `${hostname()}-${process.pid}`],
    ['from before this computer was renamed', 'former-name-1'],
  ])('is freed of a lock %s', async (_what, holder) => {
    await open(withBrowser('posts')).answer;
    await gone(started().pid);
    symlinkSync(holder, join(profile(), 'SingletonLock'));
    await expect(open(withBrowser('posts')).answer).resolves.toBe('QUJD');
    expect(() => readFileSync(join(profile(), 'SingletonLock'))).toThrow('ENOENT');
  });

  it('is freed of a browser that a dead Daypass left behind', async () => {
    const left = open(withBrowser('stubborn'));
    await begun();
    const { pid } = started();
    symlinkSync(`${hostname()}-${pid}`, join(profile(), 'SingletonLock'));
    rmSync(join(profile(), 'navigated'));
    // As another Daypass would: it knows nothing of the first.
    const next = open(withBrowser('posts'));
    await expect
      .poll(
        () => {
          clock.move(500);
          return started().pid !== pid;
        },
        { timeout: 15_000 },
      )
      .toBe(true);
    await expect(next.answer).resolves.toBe('QUJD');
    expect(isAlive(pid)).toBe(false);
    await failureOf(left);
  }, 20_000);

  it('can be forgotten, with the browser that has it', async () => {
    const browser = withBrowser('waits');
    const login = open(browser);
    await begun();
    const { pid } = started();
    const forgotten = browser.forget('corp');
    expect((await failureOf(login)).code).toBe('signin-cancelled');
    await forgotten;
    expect(isAlive(pid)).toBe(false);
    expect(existsSync(profile())).toBe(false);
  });

  it('can be forgotten with all others', async () => {
    const browser = withBrowser('posts');
    await open(browser).answer;
    await browser.forgetAll();
    expect(existsSync(join(folder, 'browser-profiles'))).toBe(false);
  });
});
