import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { markOf } from './untrusted.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mark-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Programs that were run, and whether they work. */
function parts(works = true) {
  const ran: string[][] = [];
  const run = async (program: string, args: string[]) => {
    ran.push([program, ...args]);
    if (!works) throw new Error('no such attribute');
  };
  return { ran, run, now: () => 1_700_000_000_000 };
}

it('on Windows a second stream of the file says that it is from the internet', async () => {
  const path = join(folder, 'a.exe');
  await writeFile(path, 'x');
  await markOf('win32', parts())(path);
  // Here it is a file of that name; NTFS takes it for a stream of the first.
  expect(await readFile(`${path}:Zone.Identifier`, 'utf8')).toBe('[ZoneTransfer]\r\nZoneId=3\r\n');
});

it('on macOS those of a moment are quarantined by one program', async () => {
  const all = parts();
  const mark = markOf('darwin', all);
  await Promise.all(['/a', '/b c', '/-w'].map(mark));
  expect(all.ran).toEqual([
    ['/usr/bin/xattr', '-w', 'com.apple.quarantine', '0081;6553f100;Daypass;', '/a', '/b c', '/-w'],
  ]);
  await mark('/later');
  expect(all.ran).toHaveLength(2);
});

it('very many are marked in several goes', async () => {
  const all = parts();
  const mark = markOf('darwin', all);
  await Promise.all(Array.from({ length: 450 }, (_, i) => mark(`/${i}`)));
  expect(all.ran.map(({ length }) => length - 4)).toEqual([200, 200, 50]);
});

it.each(['win32', 'darwin'])('on %s a disk that keeps no marks fails no file', async (platform) => {
  await markOf(platform, parts(false))(join(folder, 'no', 'such', 'folder'));
});

it('on Linux nothing is done', async () => {
  const all = parts();
  await markOf('linux', all)('/a');
  expect(all.ran).toEqual([]);
});
