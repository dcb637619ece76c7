import { describe, expect, it } from 'vitest';
import { popoverPlace } from './popover-place.ts';

const size = { width: 360, height: 520 };
const screen = { x: 0, y: 28, width: 1440, height: 872 };

describe('the popover', () => {
  it.each([
    ['hangs below a menu bar icon', { x: 1000, y: 0, width: 24, height: 28 }, { x: 832, y: 36 }],
    ['stays on the screen at its right end', { x: 1420, y: 0, width: 20, height: 28 }, { x: 1072, y: 36 }],
    ['stands above a taskbar icon', { x: 1200, y: 880, width: 24, height: 40 }, { x: 1032, y: 372 }],
    [
      'takes the corner nearest the pointer where no icon is told',
      { x: 1400, y: 20, width: 0, height: 0 },
      { x: 1072, y: 36 },
    ],
    ['takes the lower left corner likewise', { x: 10, y: 890, width: 0, height: 0 }, { x: 8, y: 372 }],
  ])('%s', (_what, near, place) => {
    expect(popoverPlace(near, screen, size)).toEqual(place);
  });
});
