import { describe, expect, it } from 'vitest';
import { startCommand, type ThisStart } from './start-command.ts';

const linux: ThisStart = {
  platform: 'linux',
  execPath: '/opt/Daypass/daypass',
  appImage: undefined,
  packaged: true,
  appPath: '/opt/Daypass/resources/app.asar',
  argv: ['/opt/Daypass/daypass', '--open', '--sign-in=corp', '--inspect=0'],
  home: undefined,
};

describe('the same Daypass is started again', () => {
  it('hidden, without the orders of this time', () => {
    expect(startCommand(linux)).toEqual({ env: {}, words: ['/opt/Daypass/daypass', '--hidden'] });
  });

  it('on its own data folder and as the demo, where it is that', () => {
    expect(startCommand({ ...linux, home: '/tmp/x', argv: ['daypass', '--demo', '--no-sandbox'] })).toEqual({
      env: { DAYPASS_HOME: '/tmp/x' },
      words: ['/opt/Daypass/daypass', '--demo', '--no-sandbox', '--hidden'],
    });
  });

  it('from the AppImage itself, not from where this start mounted it', () => {
    expect(
      startCommand({ ...linux, execPath: '/tmp/.mount_abc/daypass', appImage: '/home/me/Daypass.AppImage' })
        .words,
    ).toEqual(['/home/me/Daypass.AppImage', '--hidden']);
  });

  it('on macOS through the system, which knows its bundle (not run here)', () => {
    const start = {
      ...linux,
      platform: 'darwin' as const,
      execPath: '/Applications/Daypass.app/Contents/MacOS/Daypass',
    };
    expect(startCommand(start).words).toEqual([
      '/usr/bin/open',
      '-g',
      '-a',
      '/Applications/Daypass.app',
      '--args',
      '--hidden',
    ]);
    expect(startCommand({ ...start, home: '/tmp/x' }).words[0]).toBe(start.execPath);
  });

  it('from a checkout with the folder Electron is to run', () => {
    const start = { ...linux, packaged: false, execPath: '/cache/electron', appPath: '/src/daypass' };
    expect(startCommand(start).words).toEqual(['/cache/electron', '/src/daypass', '--hidden']);
  });
});
