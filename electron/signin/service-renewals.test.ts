import { describe, expect, it } from 'vitest';
import { AppError } from '../lib/app-error.ts';
import {
  answerWith,
  CORP,
  house,
  OTHER,
  offerOf,
  settle,
  standStill,
  tradeOf,
} from './service.test-parts.ts';
import type { Trade } from './sts.ts';

standStill();

/** Two live passes, to be renewed. */
async function live(pinned = ['A', 'B']) {
  const home = house({ pinned });
  await home.signIn(answerWith(pinned));
  home.signin.dismiss();
  home.trade.mockClear();
  home.needsAttention.mockClear();
  return { ...home, silent: () => home.logins.at(-1) };
}
const both = ['pass-A', 'pass-B'];
const needsPerson = new AppError('signin-needs-person', { retry: 'afterSignIn' });

describe('a renewal without a person', () => {
  it('takes the passes anew and shows nothing, on screen or in the main window', async () => {
    const { signin, silent, rolesTraded, needsAttention } = await live();
    const over = signin.renew(CORP.id, both);
    expect(signin.state()).toEqual({ kind: 'idle' });
    expect(both.map(signin.isRenewing)).toEqual([true, true]);
    silent()?.answer(answerWith(['A', 'B', 'C']));
    expect(await over).toMatchObject({
      kind: 'done',
      passes: { 'pass-A': { kind: 'saved' }, 'pass-B': { kind: 'saved' } },
    });
    expect(rolesTraded()).toEqual(['A', 'B']);
    expect(both.map(signin.isRenewing)).toEqual([false, false]);
    expect(signin.state()).toEqual({ kind: 'idle' });
    expect(silent()?.show).not.toHaveBeenCalled();
    expect(needsAttention).not.toHaveBeenCalled();
  });

  it('takes only the passes it was asked for', async () => {
    const { signin, silent, rolesTraded } = await live();
    const over = signin.renew(CORP.id, ['pass-B']);
    expect(signin.isRenewing('pass-A')).toBe(false);
    silent()?.answer(answerWith(['A', 'B']));
    await over;
    expect(rolesTraded()).toEqual(['B']);
  });

  it('is patient by what was learned, and learns how long an answer takes', async () => {
    const { signin, silent, settings, clock } = await live();
    const over = signin.renew(CORP.id, both);
    expect(silent()?.silently).toEqual({ patienceMs: 10_000 });
    clock.move(4_000);
    silent()?.answer(answerWith(['A', 'B']));
    await over;
    expect(settings.state().silentAnswers).toEqual({ corp: 4_000 });
    void signin.renew(CORP.id, both);
    expect(silent()?.silently).toEqual({ patienceMs: 12_000 });
  });

  it('leaves everything as it was when a person is needed, and explains no pass', async () => {
    const { signin, silent, taken, needsAttention } = await live();
    const before = new Map(taken);
    const over = signin.renew(CORP.id, both);
    silent()?.fail(needsPerson);
    expect(await over).toMatchObject({ kind: 'failed', failure: { code: 'signin-needs-person' } });
    expect(taken).toEqual(before);
    expect(both.map(signin.failureOf)).toEqual([null, null]);
    expect(signin.state()).toEqual({ kind: 'idle' });
    expect(needsAttention).not.toHaveBeenCalled();
  });

  it('never asks which roles to take: a role that is gone is a failure', async () => {
    const { signin, silent, needsAttention } = await live();
    const over = signin.renew(CORP.id, both);
    silent()?.answer(answerWith(['C', 'D']));
    expect(await over).toMatchObject({ kind: 'failed', failure: { code: 'role-not-offered' } });
    expect(signin.failureOf('pass-A')?.code).toBe('role-not-offered');
    expect(needsAttention).not.toHaveBeenCalled();
  });

  it('brings no session back that was signed out meanwhile', async () => {
    const { signin, sessions, silent, trade, taken } = await live();
    let answer = () => {};
    trade.mockImplementation(
      (request) => new Promise<Trade>((resolve) => (answer = () => resolve(tradeOf(request)))),
    );
    const over = signin.renew(CORP.id, ['pass-A']);
    silent()?.answer(answerWith(['A', 'B']));
    await settle();
    await sessions.signOut('pass-A');
    answer();
    await over;
    expect([...taken.keys()]).toEqual(['pass-B']);
    expect(signin.failureOf('pass-A')).toBeNull();
  });

  it('runs once for each organisation, beside a sign-in to another', async () => {
    const { signin, logins } = await live();
    void signin.renew(CORP.id, both);
    await expect(signin.renew(CORP.id, both)).rejects.toThrow('busy');
    signin.start(OTHER.id);
    expect(signin.state()).toMatchObject({ kind: 'waitingForIdp', organisation: 'other' });
    expect(both.map(signin.isRenewing)).toEqual([true, true]);
    expect(logins).toHaveLength(3);
  });

  it('is not begun while a person signs in there', async () => {
    const { signin } = await live();
    signin.start(CORP.id);
    await expect(signin.renew(CORP.id, both)).rejects.toThrow('busy');
  });

  it('ends when the machine goes to sleep, a sign-in on screen does not', async () => {
    const { signin, logins } = await live();
    const over = signin.renew(CORP.id, both);
    signin.start(OTHER.id);
    signin.cancelRenewals();
    expect(await over).toMatchObject({ kind: 'failed', failure: { code: 'signin-cancelled' } });
    expect(logins.at(-1)?.cancel).not.toHaveBeenCalled();
    expect(signin.state().kind).toBe('waitingForIdp');
  });
});

describe('a person who signs in where a renewal runs', () => {
  it('takes it over, window and all, and from then on it is an ordinary sign-in', async () => {
    const { signin, silent, openLogin, rolesTraded } = await live();
    const over = signin.renew(CORP.id, ['pass-A']);
    openLogin.mockClear();
    signin.start(CORP.id);
    expect(openLogin).not.toHaveBeenCalled();
    expect(silent()?.show).toHaveBeenCalledOnce();
    expect(signin.state()).toMatchObject({ kind: 'waitingForIdp', organisation: 'corp' });
    expect(signin.isRenewing('pass-A')).toBe(false);
    silent()?.answer(answerWith(['A', 'B']));
    await over;
    // All that is pinned, not only what was to be renewed.
    expect(rolesTraded()).toEqual(['A', 'B']);
    expect(signin.state().kind).toBe('done');
  });

  it('hears of its failure', async () => {
    const { signin, silent, needsAttention } = await live();
    void signin.renew(CORP.id, both);
    signin.start(CORP.id);
    silent()?.fail(new AppError('signin-window-closed'));
    await settle();
    expect(signin.state()).toMatchObject({ kind: 'failed', failure: { code: 'signin-window-closed' } });
    expect(needsAttention).toHaveBeenCalledOnce();
  });

  it('may choose more roles in it', async () => {
    const { signin, silent } = await live();
    void signin.renew(CORP.id, both);
    signin.start(CORP.id, { choose: true });
    silent()?.answer(answerWith(['A', 'B', 'C']));
    await settle();
    expect(signin.state()).toMatchObject({ kind: 'choosingRoles' });
    signin.choose([offerOf('C')]);
    await settle();
    expect(signin.state().kind).toBe('done');
  });

  it('waits a moment when AWS has been asked already, then has a sign-in of their own', async () => {
    const { signin, silent, trade, openLogin } = await live();
    let answer = () => {};
    trade.mockImplementationOnce(
      (request) => new Promise<Trade>((resolve) => (answer = () => resolve(tradeOf(request)))),
    );
    void signin.renew(CORP.id, ['pass-A']);
    silent()?.answer(answerWith(['A', 'B']));
    await settle();
    openLogin.mockClear();
    signin.start(CORP.id);
    expect(openLogin).not.toHaveBeenCalled();
    answer();
    await settle();
    expect(openLogin).toHaveBeenCalledOnce();
    expect(silent()?.silently).toBeUndefined();
  });
});
