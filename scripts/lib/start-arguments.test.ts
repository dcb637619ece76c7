// What `npm start -- …` asks for.
import { describe, expect, it } from 'vitest';
import { readStartArguments } from './start-arguments.mjs';

const screen = { env: { DISPLAY: ':0' }, platform: 'linux' } as const;
const none = { env: {}, platform: 'linux' } as const;

describe('npm start', () => {
  it.each([
    ['opens the app on the demo organisation', [], screen, false, ['--demo']],
    ['tours where Linux has no screen', [], none, true, ['--demo']],
    ['opens the app on Wayland', [], { env: { WAYLAND_DISPLAY: 'w' }, platform: 'linux' }, false, ['--demo']],
    [
      'opens the app on macOS, which names no display',
      [],
      { env: {}, platform: 'darwin' },
      false,
      ['--demo'],
    ],
    ['tours when told to', ['--tour'], screen, true, ['--demo']],
    [
      'passes other arguments on',
      ['--open', '--sign-in=x'],
      screen,
      false,
      ['--demo', '--open', '--sign-in=x'],
    ],
    [
      'stays on the demo with a folder of its own',
      [],
      { ...screen, env: { DISPLAY: ':0', DAYPASS_HOME: '/x' } },
      false,
      ['--demo'],
    ],
    ['leaves the demo out when told to', ['--no-demo', '--open'], screen, false, ['--open']],
    ['names the demo once', ['--demo'], screen, false, ['--demo']],
  ] as const)('%s', (_, given, from, tour, appArguments) => {
    expect(readStartArguments(given, from)).toEqual({ tour, appArguments });
  });
});
