import { describe, expect, it } from 'vitest';
import { arrivedFrom, doubtAbout, isPinned, MOST_PINNED, type Pins, pinned } from './pins.ts';

const IDP = 'https://idp.corp.example';
const ISSUER = 'http://adfs.corp.example/adfs/services/trust';
const role = (account: string) => ({ roleArn: `arn:aws:iam::${account}:role/Any` });
const [ONE, TWO] = ['111122223333', '444455556666'];
const arrived = (part: { origin?: string | null; issuer?: string | null; accounts?: string[] } = {}) => {
  const { origin = IDP, issuer = ISSUER, accounts = [ONE] } = part;
  return { origin, issuer, accounts };
};
const pins: Pins = { origins: [IDP], issuers: [ISSUER], accounts: [ONE] };
const nothing = { origin: null, issuer: null, accounts: null };

describe('an answer held against the pins', () => {
  it.each([
    ['the same again', arrived(), null],
    ['fewer accounts', arrived({ accounts: [] }), null],
    [
      'another page',
      arrived({ origin: 'https://evil.example' }),
      { ...nothing, origin: { known: [IDP], now: 'https://evil.example' } },
    ],
    [
      'a page that is not known',
      arrived({ origin: null }),
      { ...nothing, origin: { known: [IDP], now: null } },
    ],
    [
      'another port of the same host',
      arrived({ origin: `${IDP}:8443` }),
      { ...nothing, origin: { known: [IDP], now: `${IDP}:8443` } },
    ],
    ['another issuer', arrived({ issuer: 'x' }), { ...nothing, issuer: { known: [ISSUER], now: 'x' } }],
    [
      'an issuer in other letters',
      arrived({ issuer: ISSUER.toUpperCase() }),
      expect.objectContaining({ accounts: null }),
    ],
    ['no issuer', arrived({ issuer: null }), { ...nothing, issuer: { known: [ISSUER], now: null } }],
    [
      'a new account beside the known one',
      arrived({ accounts: [ONE, TWO] }),
      { ...nothing, accounts: { known: [ONE], now: [TWO] } },
    ],
  ])('%s', (_what, answer, doubt) => {
    expect(doubtAbout(answer, pins, [])).toEqual(doubt);
  });

  it('asks nothing at the first use, but for what can’t be known', () => {
    expect(doubtAbout(arrived({ accounts: [ONE, TWO] }), undefined, [])).toBeNull();
    expect(doubtAbout(arrived({ origin: null }), undefined, [])).toEqual({
      ...nothing,
      origin: { known: [], now: null },
    });
  });

  it('counts the origins of the settings as seen before from the start', () => {
    expect(doubtAbout(arrived(), undefined, [IDP])).toBeNull();
    expect(doubtAbout(arrived({ origin: 'https://mfa.example' }), undefined, [IDP])).toMatchObject({
      origin: { known: [IDP], now: 'https://mfa.example' },
    });
    expect(doubtAbout(arrived({ origin: 'https://mfa.example' }), pins, ['https://mfa.example'])).toBeNull();
  });
});

describe('what arrived', () => {
  it.each([
    ['null', null],
    ['about:blank', null],
    ['', null],
    ['file://', null],
    ['https://idp.corp.example', IDP],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ])('from %s has the origin %s', (origin, known) => {
    expect(arrivedFrom(origin, { issuer: ISSUER, offers: [] }).origin).toBe(known);
  });

  it('has each account once, and no issuer that is empty or endless', () => {
    const offers = [role(TWO), role(ONE), role(TWO), { roleArn: 'no role' }];
    expect(arrivedFrom(IDP, { issuer: '', offers })).toEqual({
      origin: IDP,
      issuer: null,
      accounts: [ONE, TWO],
    });
    expect(arrivedFrom(IDP, { issuer: 'x'.repeat(3000), offers }).issuer).toBeNull();
  });
});

describe('pinning', () => {
  it('adds what is new, and never what is not known', () => {
    expect(pinned(arrived({ origin: null, accounts: [ONE, TWO] }), pins)).toEqual({
      ...pins,
      accounts: [ONE, TWO],
    });
    expect(pinned(arrived())).toEqual(pins);
  });

  it('is bounded: the oldest go', () => {
    let all: Pins = pins;
    for (let i = 0; i < 50; i++) all = pinned(arrived({ origin: `https://h${i}.example` }), all);
    expect(all.origins).toHaveLength(MOST_PINNED.origins);
    expect(all.origins.at(-1)).toBe('https://h49.example');
  });

  it('is said to change nothing exactly when it does not', () => {
    expect(isPinned(arrived(), pins)).toBe(true);
    expect(isPinned(arrived({ origin: null }), pins)).toBe(true);
    expect(isPinned(arrived({ accounts: [TWO] }), pins)).toBe(false);
    expect(isPinned(arrived(), undefined)).toBe(false);
  });
});
