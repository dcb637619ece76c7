import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from './answers.ts';
import { posixCommand } from './posix-command.ts';
import { listenOnSocket } from './tool-server.ts';

const SECRET = 'se\'cret $HOME `id` \\ "x"';

let folder: string;
let close = () => Promise.resolve();
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "daypass it's "));
});
afterEach(async () => {
  await close();
  close = () => Promise.resolve();
  rmSync(folder, { recursive: true });
});

const text = (status: number, body: string): Answer => ({ status, type: 'text/plain; charset=utf-8', body });

/** A Daypass that answers as told; `asked` holds what came over its socket. */
async function house(answer: (url: string) => Answer, launch = ['/bin/false']) {
  const socket = join(folder, 'run', 'x.sock');
  const asked: string[] = [];
  const open = async () => {
    close = await listenOnSocket(socket, userInfo().uid, async (url) => {
      asked.push(url);
      return answer(url);
    });
  };
  const script = join(folder, 'daypass');
  const start = { env: { DAYPASS_HOME: folder }, words: launch };
  writeFileSync(script, posixCommand({ version: '1.0.0', socket, start, platform: 'linux' }), {
    mode: 0o700,
  });
  const run = (
    words: readonly string[],
    { shell = 'sh', env = {} }: { shell?: string; env?: Record<string, string> } = {},
  ) =>
    new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
      const child = spawn(shell, [...(shell === 'bash' ? ['--posix'] : []), script, ...words], {
        env: { PATH: process.env.PATH, ...env },
      });
      let [stdout, stderr] = ['', ''];
      child.stdout.on('data', (chunk: Buffer) => {
        stdout += chunk.toString();
      });
      child.stderr.on('data', (chunk: Buffer) => {
        stderr += chunk.toString();
      });
      child.on('close', (code) => resolve({ code, stdout, stderr }));
    });
  return { open, run, asked, socket };
}

describe.each(['sh', 'bash'])('the daypass command in %s', (shell) => {
  it('prints credentials and nothing else', async () => {
    const { open, run, asked } = await house(() => text(200, '{"Version":1}'));
    await open();
    expect(await run(['credentials', 'Reports'], { shell })).toEqual({
      code: 0,
      stdout: '{"Version":1}\n',
      stderr: '',
    });
    expect(asked).toEqual([expect.stringMatching(/^\/v1\/credentials\?pass=Reports&wait=50&tool=\w+$/)]);
  });

  it.each([
    `it's "half" & 100% $HOME \`id\` ;`,
    '報告 ü',
    '--wait',
    '-x',
    ' spaces ',
    'a\nb',
    '@/etc/passwd',
  ])('asks for a pass of any name as it is: %s', async (name) => {
    const { open, run, asked } = await house(() => text(200, 'x'));
    await open();
    const { stderr } = await run(['credentials', '--', name], { shell });
    expect(stderr).toBe('');
    expect(new URLSearchParams(asked[0]?.split('?')[1]).get('pass')).toBe(name);
  });

  it.each([
    [504, 'sign-in to Corp still open, run again', 75],
    [503, 'no', 1],
    [404, 'no pass "x"', 1],
    [400, '--shell: bash, fish are known', 64],
    [500, 'D-1', 1],
  ])('tells a refusal (%i) in one line and ends with its own code', async (status, line, code) => {
    const { open, run } = await house(() => text(status, line));
    await open();
    expect(await run(['credentials', 'x'], { shell })).toEqual({
      code,
      stdout: '',
      stderr: `daypass: ${line}\n`,
    });
  });

  it('gives a command its environment to the letter, its arguments and its exit code', async () => {
    const line = ` export AWS_SECRET_ACCESS_KEY='${SECRET.replaceAll("'", `'\\''`)}'\n`;
    const { open, run, asked } = await house(() => text(200, line));
    await open();
    const child = ['sh', '-c', 'printf "%s|" "$AWS_SECRET_ACCESS_KEY" "$@"; exit 7', 'sh', 'a b', '--', '-x'];
    expect(await run(['exec', 'Reports', '--', ...child], { shell })).toEqual({
      code: 7,
      stdout: `${SECRET}|a b|--|-x|`,
      stderr: '',
    });
    expect(asked[0]).toContain('exec=1');
  });

  it('leaves what a person exported as it is, whatever the command calls its own', async () => {
    const { open, run } = await house(() => text(200, ` export AWS_SECRET_ACCESS_KEY='${'s'.repeat(9)}'\n`));
    await open();
    const env = { answer: 'mine', pass: 'mine', status: 'mine', dp_answer: 'mine', dp_pass: 'mine' };
    const { stdout } = await run(['exec', 'Reports', '--', 'env'], { shell, env });
    for (const name of ['answer', 'pass', 'status']) expect(stdout).toContain(`${name}=mine\n`);
    expect(stdout.match(/sssssssss/g)).toHaveLength(1);
    expect(stdout).not.toContain('Reports');
  });

  it('ends with one line break, whether or not the answer has one', async () => {
    for (const body of ['one\ntwo\n', 'one\ntwo']) {
      const { open, run } = await house(() => text(200, body));
      await open();
      expect((await run(['status'], { shell })).stdout).toBe('one\ntwo\n');
      await close();
    }
  });

  it.each([
    ['0', '0'],
    ['08', '8'],
    ['0050', '50'],
  ])('takes a wait of %s as a decimal number', async (given, meant) => {
    const { open, run, asked } = await house(() => text(200, 'x'));
    await open();
    expect(await run(['credentials', 'x', '--wait', given], { shell })).toMatchObject({
      code: 0,
      stderr: '',
    });
    expect(new URLSearchParams(asked[0]?.split('?')[1]).get('wait')).toBe(meant);
  });

  it.each([
    [[]],
    [['fly']],
    [['credentials']],
    [['exec', 'Reports']],
    [['exec', 'Reports', '--']],
    [['credentials', 'a', 'b']],
    [['credentials', '--wait', 'x', 'a']],
    [['credentials', '--wait']],
    [['env', '--what', 'a']],
  ])('explains itself where it is misused: %j', async (words) => {
    const { open, run, asked } = await house(() => text(200, 'x'));
    await open();
    const { code, stdout, stderr } = await run(words, { shell });
    expect([code, stdout]).toEqual([64, '']);
    expect(stderr).toMatch(/^daypass: .+\n/);
    expect(stderr).toContain('daypass exec PASS -- COMMAND');
    expect(asked).toEqual([]);
  });
});

describe('the daypass command', () => {
  it('chooses the lines of the shell it is called from', async () => {
    const { open, run, asked } = await house(() => text(200, 'x'));
    await open();
    await run(['env', 'r'], { env: { SHELL: '/usr/bin/fish' } });
    await run(['env', 'r'], { env: { SHELL: '/bin/zsh' } });
    await run(['env', 'r', '--shell', 'powershell'], { env: { SHELL: '/bin/zsh' } });
    expect(asked.map((url) => new URLSearchParams(url).get('shell'))).toEqual(['fish', 'bash', 'powershell']);
  });

  it('is not led astray by a proxy or a curlrc of the person', async () => {
    writeFileSync(join(folder, '.curlrc'), 'proxy = "http://127.0.0.1:1"\nverbose\n');
    const { open, run } = await house(() => text(200, 'good'));
    await open();
    const env = { HOME: folder, http_proxy: 'http://127.0.0.1:1', ALL_PROXY: 'http://127.0.0.1:1' };
    expect(await run(['status'], { env })).toEqual({ code: 0, stdout: 'good\n', stderr: '' });
  });

  it('starts Daypass where it isn’t running, and asks again until it answers', async () => {
    const started = join(folder, 'started');
    const launcher = join(folder, 'launcher');
    writeFileSync(
      launcher,
      `#!/bin/sh\nprintf '%s %s %s' "$DAYPASS_HOME" "\${AWS_SECRET_ACCESS_KEY:-none}" "$*" >"$DAYPASS_HOME/started"\n`,
    );
    chmodSync(launcher, 0o700);
    const { open, run } = await house(() => text(200, 'up'), [launcher, "it's", '--hidden']);
    const running = run(['status'], { env: { DISPLAY: ':9', AWS_SECRET_ACCESS_KEY: 'theirs' } });
    await expect.poll(() => existsSync(started), { timeout: 10_000 }).toBe(true);
    await open();
    expect(await running).toEqual({ code: 0, stdout: 'up\n', stderr: '' });
    const { readFileSync } = await import('node:fs');
    await expect.poll(() => readFileSync(started, 'utf8')).toBe(`${folder} none it's --hidden`);
  });

  it('starts none where another has started it between the question and the turn', async () => {
    const { open, run, socket } = await house(
      () => text(200, 'up'),
      ['/usr/bin/touch', join(folder, 'second')],
    );
    mkdirSync(join(folder, 'bin'));
    const slowly = `#!/bin/sh\n: >"$HOME/asked"\nwhile [ ! -e "$HOME/go" ]; do sleep 0.05; done\nexec /bin/mkdir "$@"\n`;
    writeFileSync(join(folder, 'bin', 'mkdir'), slowly, { mode: 0o700 });
    const env = { DISPLAY: ':99', HOME: folder, PATH: `${join(folder, 'bin')}:${process.env.PATH}` };
    const running = run(['status'], { env });
    await expect.poll(() => existsSync(join(folder, 'asked')), { timeout: 10_000 }).toBe(true);
    await open();
    writeFileSync(join(folder, 'go'), '');
    expect(await running).toEqual({ code: 0, stdout: 'up\n', stderr: '' });
    expect(existsSync(join(folder, 'second'))).toBe(false);
    expect(existsSync(`${dirname(socket)}-starting`)).toBe(false);
  });

  it('does not wait for what can’t come: no display to start on, no curl', async () => {
    const { run } = await house(() => text(200, 'x'));
    expect(await run(['status'])).toEqual({
      code: 69,
      stdout: '',
      stderr: 'daypass: Daypass is not running, and there is no display to start it on\n',
    });
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    const { code, stderr } = await run(['status'], { shell: '/bin/sh', env: { PATH: empty } });
    expect(code).toBe(69);
    expect(stderr).toContain('curl is not installed');
  });
});
