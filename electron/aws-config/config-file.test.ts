/** The file on a real disk: links, owners, permissions, other writers, and processes that die at any step. */
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bringInLine } from './bring-in-line.ts';
import { createConfigFile, type Edit, type FileEdges } from './config-file.ts';
import { configPath } from './config-place.ts';
import type { WantedSection } from './own-section.ts';
import { profile, TAG } from './profiles.test-parts.ts';

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daypass-config-'));
  path = join(folder, 'config');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const uid = process.getuid?.() ?? null;
const edges = (part: Partial<FileEdges> = {}): FileEdges => ({
  platform: 'linux',
  uid,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, Math.min(ms, 5))),
  ...part,
});
const bring =
  (...wanted: WantedSection[]): Edit =>
  (bytes, missing) =>
    bringInLine(bytes, { wanted, tag: TAG, missing });
const put = (part: Partial<FileEdges> = {}, file = path) =>
  createConfigFile(file, edges(part)).edit(bring(profile('reports')));
const remove = (file = path) => createConfigFile(file, edges()).edit(bring());
const text = (file = path) => readFileSync(file, 'latin1');
const mode = (file: string) => statSync(file).mode & 0o777;
const theirs = '[default]\nregion = us-east-1\n';
const write = (content = theirs, file = path) => {
  writeFileSync(file, content, 'latin1');
  utimesSync(file, 1, 1);
};

describe('where there is a file', () => {
  it('the section is added, the rest stays, and a backup holds what was', async () => {
    write();
    await put();
    expect(text()).toBe(
      `${theirs}\n${bring(profile('reports'))('', 'nothing').bytes.replace(' Nothing was added above.', '')}`,
    );
    expect(text(`${path}.before-daypass`)).toBe(theirs);
    expect(readdirSync(folder).sort()).toEqual(['config', 'config.before-daypass']);
  });

  it('removal leaves the very bytes and no trace', async () => {
    write('\xef\xbb\xbf[default]\r\nname = Zo\xe9');
    await put();
    await remove();
    expect(text()).toBe('\xef\xbb\xbf[default]\r\nname = Zo\xe9');
    expect(readdirSync(folder)).toEqual(['config']);
  });

  it('the backup is of before the first section, not of before the last change', async () => {
    write();
    await put();
    await createConfigFile(path, edges()).edit(bring(profile('reports'), profile('b')));
    expect(text(`${path}.before-daypass`)).toBe(theirs);
  });

  it('a backup of an earlier time is renewed with the first section', async () => {
    write();
    write('old', `${path}.before-daypass`);
    await put();
    expect(text(`${path}.before-daypass`)).toBe(theirs);
  });

  it('nothing is touched when nothing is to do', async () => {
    write();
    await put();
    const before = statSync(path);
    await put();
    expect(statSync(path)).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
  });

  it.each([0o600, 0o640, 0o644, 0o700])('its permissions stay as they are: %o', async (bits) => {
    write();
    chmodSync(path, bits);
    await put();
    expect(mode(path)).toBe(bits);
    expect(mode(`${path}.before-daypass`)).toBe(bits);
  });
});

describe('where there is none', () => {
  it('a new file and its folder are for their owner alone, whatever the umask', async () => {
    const file = join(folder, '.aws', 'config');
    const before = process.umask(0);
    try {
      await put({}, file);
    } finally {
      process.umask(before);
    }
    expect([mode(file), mode(join(folder, '.aws'))]).toEqual([0o600, 0o700]);
    expect(readdirSync(join(folder, '.aws'))).toEqual(['config']);
  });

  it('both go with the last section', async () => {
    const file = join(folder, '.aws', 'config');
    await put({}, file);
    await remove(file);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('a folder that was there stays, and so does one in which something else is by now', async () => {
    await put();
    await remove();
    expect(readdirSync(folder)).toEqual([]);
    const file = join(folder, '.aws', 'config');
    await put({}, file);
    write('x', join(folder, '.aws', 'credentials'));
    await remove(file);
    expect(readdirSync(join(folder, '.aws'))).toEqual(['credentials']);
  });

  it('a file that was empty stays, empty', async () => {
    write('');
    await put();
    await remove();
    expect(text()).toBe('');
  });

  it('a file made by us stays with what somebody else wrote into it', async () => {
    await put();
    writeFileSync(path, `${text()}\n${theirs}`);
    await remove();
    expect(text()).toContain(theirs);
  });
});

describe('links', () => {
  it('a link stays a link, and what it points at is edited', async () => {
    mkdirSync(join(folder, 'dotfiles'));
    const real = join(folder, 'dotfiles', 'aws');
    write(theirs, real);
    symlinkSync('dotfiles/aws', path);
    await put();
    expect(lstatSync(path).isSymbolicLink()).toBe(true);
    expect(text(real)).toContain('[profile reports]');
    expect(readdirSync(join(folder, 'dotfiles')).sort()).toEqual(['aws', 'aws.before-daypass']);
    await remove();
    expect(text(real)).toBe(theirs);
  });

  it.each([
    ['to a file that is not there', () => symlinkSync('nowhere', path), /a link to a file that is not there/],
    ['in a circle', () => symlinkSync('config', path), /ELOOP/],
    ['to a folder', () => symlinkSync('.', path), /not an ordinary file/],
    ['to a device', () => symlinkSync('/dev/null', path), /not an ordinary file/],
  ])('one %s is refused', async (_what, make, reason) => {
    make();
    await expect(put()).rejects.toMatchObject({
      code: 'aws-config-refused',
      details: { subject: path, raw: expect.stringMatching(reason) },
    });
    expect(readdirSync(folder)).toEqual(['config']);
  });

  it('a second name for the same file is refused, because it would be left behind', async () => {
    write();
    linkSync(path, join(folder, 'other'));
    await expect(put()).rejects.toMatchObject({ details: { raw: expect.stringContaining('second name') } });
    expect(text()).toBe(theirs);
  });
});

describe('what can’t be edited is refused with the reason, and stays', () => {
  const refusals: [what: string, content: string, reason: RegExp][] = [
    ['5 MB', '#'.repeat(5_000_000), /larger than 1 MiB/],
    ['UTF-16', '[\0d\0e\0f\0]\0', /UTF-16/],
    ['NUL', 'a = \0\n', /not plain text/],
  ];
  it.each(refusals)('%s', async (_what, content, reason) => {
    write(content);
    await expect(put()).rejects.toMatchObject({
      code: 'aws-config-refused',
      details: { raw: expect.stringMatching(reason) },
    });
    expect(text()).toBe(content);
    expect(readdirSync(folder)).toEqual(['config']);
  });

  it('a folder, a path without its folder, a folder that is a file', async () => {
    mkdirSync(path);
    await expect(put()).rejects.toMatchObject({ code: 'aws-config-refused' });
    await expect(put({}, 'config')).rejects.toMatchObject({ code: 'aws-config-refused' });
    write('x', join(folder, 'file'));
    await expect(put({}, join(folder, 'file', 'config'))).rejects.toMatchObject({ code: /aws-config/ });
  });

  it('a read-only file', async () => {
    write();
    chmodSync(path, 0o444);
    await expect(put()).rejects.toMatchObject({ code: 'aws-config-unwritable' });
    expect(readdirSync(folder)).toEqual(['config']);
  });

  it('a pipe, without waiting for somebody to write into it', async () => {
    const { execFileSync } = await import('node:child_process');
    execFileSync('mkfifo', [path]);
    await expect(put()).rejects.toMatchObject({ code: 'aws-config-refused' });
  });

  it('another person’s file, and a link into another person’s folder', async () => {
    write();
    await expect(put({ uid: (uid ?? 0) + 1 })).rejects.toMatchObject({
      details: { raw: expect.stringContaining('belongs to somebody else') },
    });
    expect(readdirSync(folder)).toEqual(['config']);
  });

  it.runIf(uid === 0)('a file of ours in a folder of somebody else', async () => {
    const other = join(folder, 'other');
    mkdirSync(other);
    chownSync(other, 1234, 1234);
    write(theirs, join(other, 'config'));
    symlinkSync('other/config', path);
    await expect(put()).rejects.toMatchObject({
      details: { raw: expect.stringContaining('folder belongs to somebody else') },
    });
  });

  it('a disk that takes no more: the file stays whole and nothing of ours beside it', async () => {
    write();
    const rename = () => {
      throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    };
    await expect(put({ rename })).rejects.toMatchObject({ code: 'aws-config-unwritable' });
    expect([text(), readdirSync(folder)]).toEqual([theirs, ['config']]);
  });
});

describe('other writers', () => {
  it('what another program writes between reading and renaming is kept', async () => {
    write();
    let times = 0;
    await put({
      step: (step) => {
        if (step === 'drafted' && times++ === 0) writeFileSync(path, '[default]\nregion = changed\n');
      },
    });
    expect(text()).toMatch(/^\[default\]\nregion = changed\n\n\[profile reports\]/);
  });

  it('what another program writes into the old file just after it was replaced is brought over', async () => {
    write();
    const { closeSync, ftruncateSync, openSync, writeSync } = await import('node:fs');
    let other = -1;
    await put({
      step: (step) => {
        if (step === 'drafted' && other === -1) other = openSync(path, 'r+');
        if (step === 'renamed' && other >= 0) {
          ftruncateSync(other, 0);
          writeSync(other, '[default]\nregion = late\n', 0);
          closeSync(other);
          other = -2;
        }
      },
    });
    expect(text()).toMatch(/^\[default\]\nregion = late\n\n\[profile reports\]/);
  });

  it('one that has emptied the file and writes it a moment later is waited for', async () => {
    write();
    writeFileSync(path, '');
    let waits = 0;
    await put({
      wait: async () => {
        if (++waits === 5) writeFileSync(path, theirs);
      },
    });
    expect(text().startsWith(theirs)).toBe(true);
  });

  it('one that never stops is left alone, and that is said', async () => {
    write();
    let n = 0;
    const scribble = () => writeFileSync(path, `# ${n++}\n`);
    await expect(put({ step: (step) => step === 'drafted' && scribble() })).rejects.toMatchObject({
      code: 'aws-config-busy',
    });
    expect(readdirSync(folder)).toEqual(['config']);
  });

  it('on Windows a file that a scanner holds is tried again', async () => {
    write();
    const { renameSync } = await import('node:fs');
    let held = 3;
    await put({
      platform: 'win32',
      rename: (from, to) => {
        if (to === path && held-- > 0) throw Object.assign(new Error('EPERM'), { code: 'EPERM' });
        renameSync(from, to);
      },
    });
    expect([held, text().includes('[profile reports]')]).toEqual([-1, true]);
  });
});

describe('the lock', () => {
  const lock = () => `${path}.daypass-lock`;
  it('of a process that died is broken at once', async () => {
    write();
    writeFileSync(lock(), `4194305 ${hostname()}`);
    await put({ wait: () => Promise.resolve() });
    expect(text()).toContain('[profile reports]');
    expect(existsSync(lock())).toBe(false);
  });

  it('of a process that lives is waited for', async () => {
    write();
    writeFileSync(lock(), `1 ${hostname()}`);
    let waits = 0;
    await put({
      wait: async () => {
        if (++waits === 3) rmSync(lock());
      },
    });
    expect(text()).toContain('[profile reports]');
  });

  it('that never changes, of a machine that can’t be asked, is broken in the end', async () => {
    write();
    writeFileSync(lock(), '1 another-machine');
    await put({ wait: () => Promise.resolve() });
    expect(text()).toContain('[profile reports]');
  });

  it('that others keep taking is given up on', async () => {
    write();
    let n = 0;
    const again = () => {
      rmSync(lock(), { force: true });
      writeFileSync(lock(), '1 another-machine');
      utimesSync(lock(), n, ++n);
    };
    again();
    await expect(put({ wait: async () => again() })).rejects.toMatchObject({ code: 'aws-config-busy' });
    expect(text()).toBe(theirs);
  });
});

it.each([
  [null, '/home/ada/.aws/config'],
  ['/elsewhere/aws', '/elsewhere/aws'],
  ['~/conf/aws', '/home/ada/conf/aws'],
  ['~ada/aws', '~ada/aws'],
])('AWS_CONFIG_FILE %s is %s', (named, expected) => {
  expect(configPath(named, '/home/ada')).toBe(expected);
});
