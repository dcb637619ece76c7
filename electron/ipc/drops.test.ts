import { beforeEach, expect, it, vi } from 'vitest';

type Hear = (event: unknown, given: unknown) => void;
const heard = vi.hoisted(() => ({ listen: null as Hear | null }));
vi.mock('electron', () => ({
  ipcMain: {
    on: (_channel: string, listener: Hear) => {
      heard.listen = listener;
    },
  },
}));
const { hearDrops } = await import('./drops.ts');

const frame = { url: 'app://daypass/index.html' };
const sender = { id: 7, mainFrame: frame, once: () => undefined };
let now = 0;
let isOurs = true;
let drops: ReturnType<typeof hearDrops>;
const drop = (given: unknown, senderFrame: unknown = frame) => heard.listen?.({ sender, senderFrame }, given);
beforeEach(() => {
  now = 0;
  isOurs = true;
  drops = hearDrops({ isOurs: () => isOurs, nowMs: () => now, log: () => {} });
});

it('what was dropped last is taken once', () => {
  drop(['/old']);
  drop(['/home/a/report.csv', '/home/a/folder']);
  expect(drops.take(sender)).toEqual(['/home/a/report.csv', '/home/a/folder']);
  expect(drops.take(sender)).toEqual([]);
});

it('another window has no part in it', () => {
  drop(['/a']);
  expect(drops.take({ id: 8 })).toEqual([]);
});

it.each([
  ['no list', '/a'],
  ['an empty list', []],
  ['a path from nowhere', ['a/b']],
  ['no text', [7]],
  ['too many', Array.from({ length: 10_001 }, (_, i) => `/${i}`)],
])('%s is refused', (_what, given) => {
  drop(given);
  expect(drops.take(sender)).toEqual([]);
});

it('a frame inside, a frame that is gone and a window that is not ours are not heard', () => {
  drop(['/a'], { ...frame });
  drop(['/a'], null);
  isOurs = false;
  drop(['/a']);
  expect(drops.take(sender)).toEqual([]);
});

it('after ten minutes it is forgotten', () => {
  drop(['/a']);
  now = 10 * 60_000 + 1;
  expect(drops.take(sender)).toEqual([]);
});
