/**
 * The person's browser, as far as the console needs one: what the system's opener was given, fetched with cookies and
 * redirects. The opener is a script named `xdg-open` that comes first in the app's PATH.
 */
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Desk } from './desk.ts';

export interface WebBrowser {
  /** For the environment of the app. */
  path: string;
  /** Waits until the opener was called `count` times; the addresses it was given. */
  opened(count: number): Promise<string[]>;
  /** Follows where the address leads, and remembers cookies for the next. */
  visit(address: string): Promise<Visit>;
}

export interface Visit {
  status: number;
  /** Every address on the way, the last one too. */
  way: string[];
  text: string;
}

const MOST_REDIRECTS = 10;

export async function webBrowser(desk: Desk): Promise<WebBrowser> {
  const folder = await desk.makeFolder('browser');
  const seen = join(folder, 'seen');
  const opener = join(folder, 'xdg-open');
  await writeFile(opener, `#!/bin/sh\nprintf '%s\\n' "$*" >> '${seen}'\n`);
  await chmod(opener, 0o755);
  const lines = async () => (await readFile(seen, 'utf8').catch(() => '')).split('\n').slice(0, -1);
  const cookies = new Map<string, string>();

  return {
    path: `${folder}:${desk.env.PATH ?? ''}`,
    async opened(count) {
      await expect.poll(async () => (await lines()).length, { timeout: 30_000 }).toBe(count);
      return lines();
    },
    async visit(address) {
      const way = [address];
      for (;;) {
        const here = way.at(-1) ?? '';
        const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
        const answer = await fetch(here, { redirect: 'manual', headers: { cookie } });
        for (const set of answer.headers.getSetCookie()) remember(cookies, set);
        const next = answer.headers.get('location');
        if (next === null) return { status: answer.status, way, text: await answer.text() };
        if (way.length > MOST_REDIRECTS) throw new Error(`no end of redirects: ${way.join(' ')}`);
        way.push(new URL(next, here).href);
      }
    },
  };
}

function remember(cookies: Map<string, string>, set: string): void {
  const [pair = '', ...attributes] = set.split('; ');
  const cut = pair.indexOf('=');
  const name = pair.slice(0, cut);
  if (attributes.includes('Max-Age=0')) cookies.delete(name);
  else cookies.set(name, pair.slice(cut + 1));
}
