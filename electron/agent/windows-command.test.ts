import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { listenOnLoopback } from './loopback-tools.ts';
import { curlFileText, TOOL_HOST, windowsCommand } from './windows-command.ts';

const script = windowsCommand({
  version: '1.0.0',
  curlFile: 'C:\\Users\\100% Me\\.daypass\\bin\\daypass.cmd.curlrc',
  start: {
    env: { DAYPASS_HOME: 'D:\\da%ta' },
    words: ['C:\\Program Files\\Daypass\\Daypass.exe', '--hidden'],
  },
});

describe('the daypass command of Windows (not run here)', () => {
  it('is a batch file with Windows’ own line ends and nothing left to fill in', () => {
    expect(script.split('\r\n')[0]).toBe('@echo off');
    expect(script.replaceAll('\r\n', '')).not.toContain('\n');
    expect(script).not.toMatch(/@[A-Z]+@/);
  });

  it('doubles percent signs of paths, which would be variables', () => {
    expect(script).toContain('set "RC=C:\\Users\\100%% Me\\.daypass\\bin\\daypass.cmd.curlrc"');
    expect(script).toContain('set "DAYPASS_HOME=D:\\da%%ta"');
    expect(script).toContain('start "" /b "C:\\Program Files\\Daypass\\Daypass.exe" "--hidden"');
  });

  it('asks with System32’s curl, and its token is in a file, never an argument', () => {
    expect(script).toContain('%SystemRoot%\\System32\\curl.exe');
    expect(script).not.toMatch(/Authorization/i);
    expect(curlFileText(4711, 'token')).toContain('header = "Authorization: token"\r\n');
    expect(curlFileText(4711, 'token')).toContain('connect-to = "::127.0.0.1:4711"\r\n');
  });

  it('jumps only to places that are there', () => {
    const labels = [...script.matchAll(/^:(\w+)/gm)].map(([, name]) => name);
    const jumps = [...script.matchAll(/(?:goto|call) :?(\w+)/g)].map(([, name]) => name);
    expect(jumps.length).toBeGreaterThan(7);
    for (const jump of jumps) expect(labels).toContain(jump);
  });
});

it('over loopback only who knows the token and the name is answered', async () => {
  const { port, token, close } = await listenOnLoopback(async (url) => ({
    status: 200,
    type: 'text/plain; charset=utf-8',
    body: url,
  }));
  const ask = (headers: Record<string, string>) =>
    new Promise<number>((resolve, reject) => {
      const asked = request({ port, host: '127.0.0.1', path: '/v1/status', headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      asked.on('error', reject);
      asked.end();
    });
  const good = { Host: TOOL_HOST, Authorization: token };
  expect(await ask(good)).toBe(200);
  expect(await ask({ ...good, Authorization: 'x' })).toBe(401);
  expect(await ask({ Host: TOOL_HOST })).toBe(401);
  expect(await ask({ ...good, Host: 'evil.example' })).toBe(400);
  expect(await ask({ ...good, Origin: 'https://evil.example' })).toBe(403);
  await close();
});
