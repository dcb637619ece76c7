import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AppError } from '../lib/app-error.ts';
import { createClock } from '../lib/clock.ts';
import { watchSilently } from './silent-watch.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function watched() {
  const page = new EventEmitter();
  const clock = createClock();
  const failed: string[] = [];
  const fail = (error: AppError) => void failed.push(error.code);
  const stop = watchSilently(page as WebContents, 5_000, clock, fail);
  const navigation = (more = {}) => ({ isMainFrame: true, isSameDocument: false, ...more });
  return {
    ...{ page, clock, failed, stop },
    loads: () => page.emit('did-finish-load'),
    goesOn: (more = {}) => page.emit('did-start-navigation', navigation(more)),
    arrives: (status: number) =>
      page.emit('did-navigate', {}, 'https://idp.corp.example/sso', status, 'words'),
  };
}

it('a page that stays needs a person after the patience, counted from when it has loaded', () => {
  const { clock, loads, failed } = watched();
  clock.move(20_000);
  loads();
  clock.move(4_999);
  expect(failed).toEqual([]);
  clock.move(1);
  expect(failed).toEqual(['signin-needs-person']);
});

it('a page that goes on has time anew; frames and jumps within it do not count', () => {
  const { clock, loads, goesOn, failed } = watched();
  loads();
  clock.move(4_000);
  goesOn();
  clock.move(4_000);
  loads();
  clock.move(4_000);
  goesOn({ isMainFrame: false });
  goesOn({ isSameDocument: true });
  expect(failed).toEqual([]);
  clock.move(1_000);
  expect(failed).toEqual(['signin-needs-person']);
});

it('pages that send each other on for ever come to an end', () => {
  const { clock, loads, goesOn, failed } = watched();
  for (let page = 0; page < 30; page++) {
    loads();
    clock.move(2_999);
    goesOn();
  }
  expect(failed).toEqual([]);
  clock.move(30);
  expect(failed).toEqual(['signin-needs-person']);
});

it('a server in trouble is no question for a person', () => {
  const { arrives, failed } = watched();
  arrives(401);
  arrives(200);
  expect(failed).toEqual([]);
  arrives(503);
  expect(failed).toEqual(['signin-page-unreachable']);
});

it('once it is over nothing is watched and no timer is left', () => {
  const { loads, arrives, stop, failed, page } = watched();
  loads();
  stop();
  arrives(503);
  loads();
  expect(vi.getTimerCount()).toBe(0);
  expect(failed).toEqual([]);
  expect(page.eventNames()).toEqual([]);
});
