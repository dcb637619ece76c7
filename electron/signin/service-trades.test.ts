import { describe, expect, it } from 'vitest';
import type { Failure } from '../contract/failure.ts';
import { AppError } from '../lib/app-error.ts';
import { answerWith, house, offerOf, roleOf, settle, standStill, tradeOf } from './service.test-parts.ts';
import type { Trade } from './sts.ts';
import type { TradeRequest } from './trade-request.ts';

standStill();

describe('the trades of a sign-in', () => {
  const refuse = (name: string) => async (request: TradeRequest) => {
    if (roleOf(request) === name) throw new AppError('sts-role-refused', { retry: 'never', subject: name });
    return tradeOf(request);
  };

  it('are each for themselves: what one is refused, the others keep', async () => {
    const { signIn, signin, taken, trade, needsAttention } = house({ pinned: ['A', 'B', 'C'] });
    trade.mockImplementation(refuse('B'));
    await signIn(answerWith(['A', 'B', 'C']));
    const failure: Failure = { code: 'sts-role-refused', retry: 'never', subject: 'B' };
    expect(signin.state()).toMatchObject({
      kind: 'done',
      passes: {
        'pass-A': { kind: 'saved' },
        'pass-B': { kind: 'failed', failure },
        'pass-C': { kind: 'saved' },
      },
    });
    expect([...taken.keys()]).toEqual(['pass-A', 'pass-C']);
    expect(['A', 'B', 'C'].map((name) => signin.failureOf(`pass-${name}`))).toEqual([null, failure, null]);
    expect(needsAttention).toHaveBeenCalledOnce();
  });

  it('forget the failure of a pass when it succeeds', async () => {
    const { signIn, signin, trade } = house({ pinned: ['A', 'B'] });
    trade.mockImplementation(refuse('B'));
    await signIn(answerWith(['A', 'B']));
    expect(signin.failureOf('pass-B')?.code).toBe('sts-role-refused');
    await signIn(answerWith(['A']));
    expect(signin.failureOf('pass-B')?.code).toBe('role-not-offered');
    trade.mockImplementation(async (request) => tradeOf(request));
    await signIn(answerWith(['A', 'B']));
    expect(signin.failureOf('pass-B')).toBeNull();
  });

  it('are at most four at once, and all of them are made', async () => {
    const pinned = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'];
    const { signIn, signin, trade, rolesTraded } = house({ pinned });
    const open: (() => void)[] = [];
    trade.mockImplementation(
      (request) => new Promise<Trade>((resolve) => open.push(() => resolve(tradeOf(request)))),
    );
    await signIn(answerWith(pinned));
    expect(rolesTraded()).toEqual(['A', 'B', 'C', 'D']);
    for (let started = 5; started <= 10; started++) {
      open.shift()?.();
      await settle();
      expect(trade).toHaveBeenCalledTimes(started);
    }
    expect(signin.state().kind).toBe('trading');
    for (const finish of open) finish();
    await settle();
    expect(signin.state().kind).toBe('done');
    expect(rolesTraded()).toEqual(pinned);
  });

  it('carry the answer, the organisation and the pass', async () => {
    const { signIn, trade } = house({ pinned: ['A'] });
    const saml = answerWith(['A']);
    await signIn(saml);
    expect(trade).toHaveBeenCalledExactlyOnceWith({
      organisation: 'corp',
      useFips: false,
      assertion: expect.objectContaining({ base64: saml }),
      ...offerOf('A'),
      region: 'eu-west-1',
      endpoint: undefined,
      durationSeconds: 43_200,
      scope: 'full',
      thenAssume: undefined,
      stillGood: expect.any(Function),
    });
  });

  it('learn the duration that STS took, and ask for that the next time', async () => {
    const { signIn, settings, trade } = house({ pinned: ['A', 'B'] });
    trade.mockImplementation(async (request) =>
      roleOf(request) === 'A' ? { ...tradeOf(request), durationSeconds: 3600 } : tradeOf(request),
    );
    await signIn(answerWith(['A', 'B']));
    expect(settings.state().durations).toEqual({
      [offerOf('A').roleArn]: { seconds: 3600, refusedSeconds: 43_200, learnedAt: expect.any(Number) },
    });
    await signIn(answerWith(['A', 'B']));
    expect(trade.mock.calls.map(([{ durationSeconds }]) => durationSeconds)).toEqual([
      43_200, 43_200, 3600, 43_200,
    ]);
  });

  it('are done only when the session is kept', async () => {
    const { signIn, signin, take } = house({ pinned: ['A'] });
    let keep = () => {};
    take.mockReturnValueOnce(new Promise<undefined>((resolve) => (keep = () => resolve(undefined))));
    await signIn(answerWith(['A']));
    expect(signin.state()).toMatchObject({ kind: 'trading', passes: { 'pass-A': { kind: 'pending' } } });
    keep();
    await settle();
    expect(signin.state().kind).toBe('done');
  });
});
