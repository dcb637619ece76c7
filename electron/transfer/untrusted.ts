/**
 * Marks a file as come from elsewhere, where the system has such a mark, so that it asks before it opens or runs it. On
 * the part file: the mark goes with it to its place. Sources: [MS-FSCC] 5.6.1 "Zone.Identifier Stream Name"; Apple,
 * `xattr(1)` and LaunchServices' `com.apple.quarantine`. Linux has none that file managers heed.
 */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { machineNow } from '../lib/clock.ts';

/** Never rejects: some file systems keep no such marks, and the file is whole without it. */
export type Mark = (path: string) => Promise<void>;

export interface MarkParts {
  run: (program: string, args: string[]) => Promise<unknown>;
  /** Epoch ms. */
  now: () => number;
}

/** The zone of the internet. */
const FROM_ELSEWHERE = '[ZoneTransfer]\r\nZoneId=3\r\n';
/** One program for all that come in a moment: to start one a file would cost more than the file. */
const GATHER_MS = 20;
const MOST_AT_ONCE = 200;

export function markOf(
  platform: string,
  { run, now }: MarkParts = { run: promisify(execFile), now: machineNow },
): Mark {
  if (platform === 'win32')
    return (path) => writeFile(`${path}:Zone.Identifier`, FROM_ELSEWHERE).catch(() => undefined);
  if (platform === 'darwin')
    return gathered((paths) =>
      run('/usr/bin/xattr', ['-w', 'com.apple.quarantine', quarantine(now()), ...paths]),
    );
  return async () => undefined;
}

/** Flags (downloaded, not yet agreed to), when in hexadecimal seconds, by whom, and an id that may be empty. */
const quarantine = (nowMs: number) => `0081;${Math.floor(nowMs / 1000).toString(16)};Daypass;`;

/** Each waits until those of its moment are marked. */
function gathered(mark: (paths: string[]) => Promise<unknown>): Mark {
  let paths: string[] = [];
  let marked: Promise<void> | null = null;
  const next = async () => {
    await wait(GATHER_MS);
    const these = paths;
    paths = [];
    marked = null;
    for (let from = 0; from < these.length; from += MOST_AT_ONCE)
      await mark(these.slice(from, from + MOST_AT_ONCE)).catch(() => undefined);
  };
  return (path) => {
    paths.push(path);
    marked ??= next();
    return marked;
  };
}
