import { describe, expect, it, vi } from 'vitest';
import type { Failure } from '../contract/failure.ts';
import { AppError } from '../lib/app-error.ts';
import { answerWith, CORP, house, offerOf, settle, standStill, tradeOf } from './service.test-parts.ts';

standStill();

describe('a sign-in that runs', () => {
  it('is joined by another start, which brings its window forward', async () => {
    const { signin, logins, openLogin, trade } = house();
    trade.mockReturnValue(new Promise(() => {}));
    signin.start(CORP.id);
    for (const [times, kind] of [
      [1, 'waitingForIdp'],
      [2, 'choosingRoles'],
      [3, 'trading'],
    ] as const) {
      expect(signin.state().kind).toBe(kind);
      signin.start(CORP.id, { choose: true });
      expect(logins[0]?.show).toHaveBeenCalledTimes(times);
      if (kind === 'waitingForIdp') logins[0]?.answer(answerWith(['A', 'B']));
      if (kind === 'choosingRoles') signin.choose([offerOf('A')]);
      await settle();
    }
    expect(openLogin).toHaveBeenCalledOnce();
  });

  it('can be brought forward, but only while it runs', async () => {
    const { signin, signIn, logins } = house();
    await signIn(answerWith(['A', 'B']));
    signin.show();
    expect(logins[0]?.show).toHaveBeenCalledOnce();
    signin.cancel();
    signin.show();
    expect(logins[0]?.show).toHaveBeenCalledOnce();
  });

  it('tells the hosts it comes by', () => {
    const { signin, logins } = house();
    signin.start(CORP.id);
    logins[0]?.move({ host: 'mfa.corp.example', channel: 'https' });
    expect(signin.state()).toMatchObject({ hosts: ['idp.corp.example', 'mfa.corp.example'] });
  });

  it('ends quietly when it is cancelled while waiting', async () => {
    const { signin, logins, needsAttention } = house();
    signin.start(CORP.id);
    signin.cancel();
    await settle();
    expect(logins[0]?.cancel).toHaveBeenCalledOnce();
    expect(signin.state()).toEqual({ kind: 'idle' });
    expect(needsAttention).not.toHaveBeenCalled();
  });

  it('ends quietly when it is cancelled while roles are chosen, and takes its alarm along', async () => {
    const { signin, signIn, trade } = house();
    await signIn(answerWith(['A', 'B']));
    signin.cancel();
    expect(signin.state()).toEqual({ kind: 'idle' });
    expect(() => signin.choose([offerOf('A')])).toThrow('assertion-expired');
    expect(vi.getTimerCount()).toBe(0);
    expect(trade).not.toHaveBeenCalled();
  });

  it('is changed by nothing late of one that was cancelled', async () => {
    const { signin, logins, trade, settings } = house();
    signin.start(CORP.id);
    signin.cancel();
    logins[0]?.answer(answerWith(['A']));
    await settle();
    expect(signin.state()).toEqual({ kind: 'idle' });
    signin.start(CORP.id);
    const before = signin.state();
    logins[0]?.move({ host: 'late.corp.example', channel: 'https' });
    logins[0]?.answer(answerWith(['A']));
    logins[0]?.fail(new AppError('signin-timed-out'));
    await settle();
    expect(signin.state()).toBe(before);
    expect(trade).not.toHaveBeenCalled();
    expect(settings.passes()).toEqual([]);
  });

  it('fails with what its window says, and another can begin', async () => {
    const { signin, signIn, logins, needsAttention } = house();
    signin.start(CORP.id);
    logins[0]?.fail(new AppError('signin-window-closed'));
    await settle();
    expect(signin.state()).toMatchObject({ kind: 'failed', failure: { code: 'signin-window-closed' } });
    expect(needsAttention).toHaveBeenCalledOnce();
    await signIn(answerWith(['A']));
    expect(signin.state().kind).toBe('done');
    signin.dismiss();
    expect(signin.state()).toEqual({ kind: 'idle' });
  });
});

describe('the page of a sign-in', () => {
  it('goes when the session is active, so that it holds nothing up', async () => {
    const { signIn, logins, trade, taken } = house({ pinned: ['A'] });
    let answer = () => {};
    trade.mockImplementation(
      (request) => new Promise((resolve) => (answer = () => resolve(tradeOf(request)))),
    );
    await signIn(answerWith(['A']));
    expect(trade).toHaveBeenCalledOnce();
    expect(logins[0]?.end).not.toHaveBeenCalled();
    logins[0]?.end.mockImplementation(() => expect([...taken.keys()]).toEqual(['pass-A']));
    answer();
    await settle();
    expect(logins[0]?.end).toHaveBeenCalled();
  });

  it('goes at once where a person has to choose', async () => {
    const { signIn, logins } = house();
    await signIn(answerWith(['A', 'B']));
    expect(logins[0]?.end).toHaveBeenCalled();
  });

  it('goes when there is no answer, or one that can’t be read', async () => {
    const { signIn, signin, logins } = house();
    await signIn('bm8gYW5zd2Vy');
    expect(logins[0]?.end).toHaveBeenCalled();
    signin.start(CORP.id);
    signin.cancel();
    await settle();
    expect(logins[1]?.end).toHaveBeenCalled();
  });
});

describe('an organisation that is not served here', () => {
  it('is refused before any window is opened', () => {
    const refusal: Failure = { code: 'signin-runtime-unofficial', retry: 'never' };
    const { signin, openLogin, warm, needsAttention } = house({ refusal });
    signin.start(CORP.id);
    expect(signin.state()).toMatchObject({ kind: 'failed', organisation: 'corp', failure: refusal });
    expect(openLogin).not.toHaveBeenCalled();
    expect(warm).not.toHaveBeenCalled();
    expect(needsAttention).toHaveBeenCalledOnce();
  });

  it('is unknown when it stands in no settings', () => {
    const { signin, openLogin } = house();
    expect(() => signin.start('nobody')).toThrow('unknown-organisation');
    expect(signin.state()).toEqual({ kind: 'idle' });
    expect(openLogin).not.toHaveBeenCalled();
  });
});
