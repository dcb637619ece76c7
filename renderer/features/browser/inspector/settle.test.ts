import { beforeEach, expect, test } from 'vitest';
import { createSettler, SETTLE_MS, type Settler } from './settle.ts';

let waiting: { ms: number; run: () => void; cancelled: boolean }[];
let settler: Settler;
let events: string[];

beforeEach(() => {
  waiting = [];
  events = [];
  settler = createSettler((ms, run) => {
    const one = { ms, run, cancelled: false };
    waiting.push(one);
    return () => {
      one.cancelled = true;
    };
  });
});

const arrive = (name: string) =>
  settler.arrive(() => {
    events.push(`ask ${name}`);
    return () => events.push(`stop ${name}`);
  });
const timePasses = () => {
  for (const one of waiting.splice(0)) if (!one.cancelled) one.run();
};

test('the object that the panel opens with is asked for at once', () => {
  arrive('a');
  expect(events).toEqual(['ask a']);
});

test('a key held down through the list asks for the row it stops at, and for none before', () => {
  let leave = arrive('first');
  for (let row = 0; row < 500; row++) {
    leave();
    leave = arrive(`row ${row}`);
  }
  expect(waiting.every(({ ms }) => ms === SETTLE_MS)).toBe(true);
  timePasses();
  expect(events).toEqual(['ask first', 'stop first', 'ask row 499']);
});

test('leaving a row stops what it asked for', () => {
  arrive('a')();
  const leave = arrive('b');
  timePasses();
  leave();
  expect(events).toEqual(['ask a', 'stop a', 'ask b', 'stop b']);
});
