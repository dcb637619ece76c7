import { describe, expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ app: {} }));
const { refusedStart } = await import('./hardening.ts');

describe('a shipped Daypass refuses to start', () => {
  it.each([
    ['--remote-debugging-port=9222'],
    ['--inspect'],
    ['--inspect-brk=0'],
    ['--no-sandbox'],
    ['-no-sandbox'],
    ['--NO-SANDBOX'],
    ['--host-resolver-rules=MAP * 1.2.3.4'],
    ['--proxy-server=evil:1'],
    ['--js-flags=--expose-gc'],
  ])('with %s', (argument) => {
    expect(refusedStart(['--open', argument], {})).not.toBeNull();
  });

  it('with a variable that would write down its keys', () => {
    expect(refusedStart([], { SSLKEYLOGFILE: 'x' })).toBe('SSLKEYLOGFILE');
  });

  it('but not with its own words', () => {
    expect(refusedStart(['--open', '--sign-in=corp', '--demo'], { HOME: 'x' })).toBeNull();
  });
});
