import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { prepareSocketFolder, socketPath } from './socket-place.ts';

const { uid } = userInfo();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daypass-socket-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('the place of the socket', () => {
  it('is in the session’s own folder, else in a folder of the person’s', () => {
    const dataFolder = '/home/me/.config/Daypass';
    expect(socketPath({ dataFolder, runtimeFolder: '/run/user/1000', uid })).toMatch(
      /^\/run\/user\/1000\/daypass\/[0-9a-f]{16}\.sock$/,
    );
    expect(socketPath({ dataFolder, runtimeFolder: undefined, uid: 1000 })).toMatch(/^\/tmp\/daypass-1000\//);
  });

  it('is another one for another data folder', () => {
    const at = (dataFolder: string) => socketPath({ dataFolder, runtimeFolder: '/run', uid });
    expect(at('/a')).not.toBe(at('/b'));
  });

  it('is refused where the system would cut it short', () => {
    expect(() => socketPath({ dataFolder: '/a', runtimeFolder: `/${'x'.repeat(80)}`, uid })).toThrow(
      'more than 100 bytes',
    );
  });

  it('is made for the person alone, also where a folder stood open', () => {
    const path = join(folder, 'daypass', 'x.sock');
    mkdirSync(dirname(path));
    chmodSync(dirname(path), 0o777);
    prepareSocketFolder(path, uid);
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
  });

  it('is cleared of what a Daypass that was killed has left', async () => {
    const path = join(folder, 'daypass', 'x.sock');
    prepareSocketFolder(path, uid);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(path, resolve));
    prepareSocketFolder(path, uid);
    expect(existsSync(path)).toBe(false);
    await new Promise((resolve) => server.close(resolve));
  });

  it('is not taken from anybody: a link, a foreign folder, another kind of file', () => {
    symlinkSync(folder, join(folder, 'link'));
    expect(() => prepareSocketFolder(join(folder, 'link', 'x.sock'), uid)).toThrow('not a folder of ours');
    expect(() => prepareSocketFolder(join(folder, 'daypass', 'x.sock'), uid + 1)).toThrow(
      'not a folder of ours',
    );
    writeFileSync(join(folder, 'daypass', 'x.sock'), '');
    expect(() => prepareSocketFolder(join(folder, 'daypass', 'x.sock'), uid)).toThrow('not a socket of ours');
  });
});
