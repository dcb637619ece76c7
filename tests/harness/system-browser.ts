/**
 * Hand and eye on the browser that Daypass drives: its window on the desk's screen by xdotool, its processes by
 * their command lines. The app has its pipe, so nothing here speaks the DevTools protocol.
 */
import { readdir, readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import type { Desk } from './desk.ts';

export interface SystemBrowser {
  /** Waits for the window that shows this page, and gives it the keyboard. */
  focus(title: string): Promise<void>;
  /** Keys as a person presses them, each a list of xdotool's words. */
  keys(...keys: string[][]): Promise<void>;
  /** Closes the window that has the keyboard; without a window manager there is no button for it. */
  closeWindow(): Promise<void>;
  /** Process ids of the browser itself, or of its helpers of a kind. */
  pids(kind?: 'renderer'): Promise<number[]>;
  gone(): Promise<void>;
}

export function systemBrowserOn(desk: Desk, home: string): SystemBrowser {
  const pids = async (kind: 'browser' | 'renderer' = 'browser') => {
    const all = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
    const lines = await Promise.all(all.map(commandLine));
    return all.filter((_pid, at) => isOf(home, kind, lines[at] ?? '')).map(Number);
  };
  const xdotool = async (...words: string[]) => (await desk.run('xdotool', words)).stdout.trim();
  return {
    focus: async (title) => {
      const found = await xdotool('search', '--sync', '--onlyvisible', '--name', `${title}.*Chromium$`);
      const [window = ''] = found.split('\n');
      expect(window).not.toBe('');
      await xdotool('windowfocus', '--sync', window);
    },
    keys: async (...keys) => {
      for (const words of keys) await xdotool(...words);
    },
    closeWindow: async () => void (await xdotool('key', 'ctrl+shift+w')),
    pids,
    gone: () => expect.poll(() => pids(), { timeout: 30_000 }).toEqual([]),
  };
}

/** Chromium writes its own command line anew, with blanks between the words. */
function isOf(home: string, kind: 'browser' | 'renderer', line: string): boolean {
  if (!line.includes(` --user-data-dir=${home}/`)) return false;
  return kind === 'browser' ? !line.includes(' --type=') : line.includes(` --type=${kind} `);
}

async function commandLine(pid: string): Promise<string> {
  // Processes come and go while we look.
  return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).replaceAll('\0', ' ');
}
