import { describe, expect, it } from 'vitest';
import { answerWith, CORP, house, offerOf, settle, standStill } from './service.test-parts.ts';
import type { TradeRequest } from './trade-request.ts';

standStill();
const STRANGE = 'https://evil.example';

describe('an answer unlike those before', () => {
  async function known() {
    const home = house();
    await home.signIn(answerWith(['A']));
    expect(home.signin.state().kind).toBe('done');
    home.signin.dismiss();
    home.trade.mockClear();
    return home;
  }

  it('is pinned at the first use, when AWS has taken it', async () => {
    const { settings } = await known();
    expect(settings.state().pins[CORP.id]).toEqual({
      origins: ['https://idp.corp.example'],
      issuers: ['https://idp.corp.example'],
      accounts: ['111122223333'],
    });
  });

  it('is not pinned when AWS refused it', async () => {
    const home = house();
    home.trade.mockRejectedValueOnce(new Error('refused'));
    await home.signIn(answerWith(['A']));
    expect(home.settings.state().pins).toEqual({});
  });

  it('waits for the person, who says no: nothing is taken, nothing is pinned', async () => {
    const home = await known();
    home.postedFrom.origin = STRANGE;
    await home.signIn(answerWith(['A']));
    expect(home.signin.state().kind).toBe('confirming');
    expect(home.needsAttention).toHaveBeenCalled();
    home.signin.cancel();
    await settle();
    expect(home.signin.state().kind).toBe('idle');
    expect(home.trade).not.toHaveBeenCalled();
    expect(home.settings.state().pins[CORP.id]?.origins).not.toContain(STRANGE);
  });

  it('goes on after a yes, and is asked about no more', async () => {
    const home = await known();
    home.postedFrom.origin = STRANGE;
    await home.signIn(answerWith(['A']));
    home.signin.confirm();
    await settle();
    expect(home.rolesTraded()).toEqual(['A']);
    home.signin.dismiss();
    await home.signIn(answerWith(['A']));
    expect(home.signin.state().kind).toBe('done');
  });

  it('from a page that is not known is asked about each time', async () => {
    const home = house();
    home.postedFrom.origin = null;
    for (let i = 0; i < 2; i++) {
      await home.signIn(answerWith(['A']));
      expect(home.signin.state().kind).toBe('confirming');
      home.signin.confirm();
      await settle();
      expect(home.signin.state().kind).toBe('done');
      home.signin.dismiss();
    }
  });

  it('ends by itself when AWS would not take it any more', async () => {
    const home = await known();
    home.postedFrom.origin = STRANGE;
    await home.signIn(answerWith(['A']));
    home.clock.move(5 * 60_000);
    expect(home.signin.state()).toMatchObject({ kind: 'failed', failure: { code: 'assertion-expired' } });
    expect(() => home.signin.confirm()).toThrow('assertion-expired');
  });

  it('may still lead to the picker', async () => {
    const home = house();
    home.postedFrom.origin = null;
    await home.signIn(answerWith(['A', 'B']));
    home.signin.confirm();
    expect(home.signin.state().kind).toBe('choosingRoles');
    home.signin.choose([offerOf('B')]);
    await settle();
    expect(home.rolesTraded()).toEqual(['B']);
  });
});

describe('a sign-in that is stopped', () => {
  it('while AWS is asked brings no session, whatever AWS answers', async () => {
    const home = house();
    let answer = () => {};
    const usual = home.trade.getMockImplementation();
    home.trade.mockImplementation(async (request: TradeRequest) => {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      if (!usual) throw new Error('no usual answer');
      return usual(request);
    });
    await home.signIn(answerWith(['A']));
    expect(home.signin.state().kind).toBe('trading');
    const stopped = home.signin.stop(CORP.id);
    answer();
    await stopped;
    expect(home.taken.size).toBe(0);
    expect(home.signin.state().kind).toBe('idle');
  });

  it('with its page open closes the page', async () => {
    const home = house();
    home.signin.start(CORP.id);
    await home.signin.stop(CORP.id);
    expect(home.logins[0]?.cancel).toHaveBeenCalled();
    expect(home.signin.state().kind).toBe('idle');
  });

  it('of another organisation is left alone', async () => {
    const home = house();
    home.signin.start(CORP.id);
    await home.signin.stop('other');
    expect(home.signin.state().kind).toBe('waitingForIdp');
  });
});
