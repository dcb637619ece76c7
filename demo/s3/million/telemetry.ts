// lark-telemetry: more objects than anybody keeps, each computed from its number when it is looked at. A million in one
// flat folder, and the other shapes that make listing hard: time-ordered names, many small folders, deep folders.

import { momentOf } from '../content/days.ts';
import { type DemoObject, textObject } from '../content/object.ts';
import type { Sequence } from '../store/sequence.ts';
import { Measurement } from './measurement.ts';
import { hex, mix, uuid } from './mix.ts';

export const MILLION = 1_000_000;

/** Objects that follow each other: none of another stretch is among them. */
interface Stretch {
  count: number;
  keyOf(number: number): string;
  /** Epoch ms. */
  modifiedAt(number: number): number;
}

const README = `# Larkfield telemetry (generated)

devices/   40,000 folders, one a device, two objects in each
events/    1,000,000 objects in one folder, named by chance
readings/  30 days, 24 hours, 50 objects each
sessions/  120,000 objects in one folder, named by time
`;
const FIRST_DAY = momentOf('2026-06-01');
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Spread over all that eight digits can say, in order; within its gap each stands by chance. */
const spread = (number: number, count: number, salt: number): number => {
  const gap = 2 ** 32 / count;
  return Math.floor(number * gap) + (mix(number, salt) % Math.floor(gap));
};

const DEVICES = 40_000;
const devices: Stretch = {
  count: 2 * DEVICES,
  keyOf: (number) =>
    `devices/${hex(spread(number >> 1, DEVICES, 21))}/${number % 2 === 0 ? 'history' : 'state'}.json`,
  modifiedAt: (number) => FIRST_DAY + (mix(number, 22) % (29 * DAY_MS)),
};

const events: Stretch = {
  count: MILLION,
  keyOf: (number) => `events/${uuid(spread(number, MILLION, 31), number, 32)}.json`,
  modifiedAt: (number) => FIRST_DAY + (mix(number, 35) % (29 * DAY_MS)),
};

const AN_HOUR = 50;
const readings: Stretch = {
  count: 30 * 24 * AN_HOUR,
  keyOf(number) {
    const hour = new Date(FIRST_DAY + Math.floor(number / AN_HOUR) * HOUR_MS).toISOString();
    const part = String(number % AN_HOUR).padStart(5, '0');
    return `readings/${hour.slice(0, 10).replaceAll('-', '/')}/${hour.slice(11, 13)}/part-${part}-${hex(mix(number, 41))}.json`;
  },
  modifiedAt: (number) => FIRST_DAY + (Math.floor(number / AN_HOUR) + 1) * HOUR_MS,
};

const SESSIONS = 120_000;
const sessionAt = (number: number) => {
  const gap = Math.floor((30 * DAY_MS) / SESSIONS);
  return FIRST_DAY + number * gap + (mix(number, 51) % gap);
};
const sessions: Stretch = {
  count: SESSIONS,
  keyOf: (number) =>
    `sessions/${new Date(sessionAt(number)).toISOString()}-${uuid(mix(number, 52), number, 53)}.json`,
  modifiedAt: (number) => sessionAt(number) + 1000,
};

/** Where the million begins: behind the README and the devices. */
export const FIRST_EVENT = 1 + devices.count;

/** In the order of their keys. */
const STRETCHES = [devices, events, readings, sessions];

export function telemetry(): Sequence<DemoObject> {
  const readme = textObject({ key: 'README.md', modifiedAt: FIRST_DAY }, () => README);
  return {
    length: STRETCHES.reduce((sum, { count }) => sum + count, 1),
    at(index) {
      if (index === 0) return readme;
      let number = index - 1;
      for (const stretch of STRETCHES) {
        if (number < stretch.count)
          return new Measurement(stretch.keyOf(number), index, stretch.modifiedAt(number));
        number -= stretch.count;
      }
      return undefined;
    },
  };
}
