import { describe, expect, it } from 'vitest';
import { answerWith, CORP, house, offerOf, settle, standStill, tradeOf } from './service.test-parts.ts';

standStill();

const DAY = 24 * 3_600_000;

describe('scope', () => {
  it('is asked for as each pass has it, also when two passes keep one role', async () => {
    const { settings, signIn, trade, taken } = house();
    const full = settings.keep(CORP, offerOf('A'));
    const readOnly = settings.keep(CORP, offerOf('A'), 'read-only');
    await signIn(answerWith(['A', 'B']));
    expect(trade.mock.calls.map(([{ scope }]) => scope)).toEqual(['full', 'read-only']);
    expect([...taken.keys()]).toEqual([full.id, readOnly.id]);
  });

  it('of a role that is chosen once more stays what it is', async () => {
    const { settings, signIn, signin, trade } = house();
    settings.keep(CORP, offerOf('A'), 'read-only');
    await signIn(answerWith(['A', 'B']), { choose: true });
    signin.choose([offerOf('A'), offerOf('B')]);
    await settle();
    expect(trade.mock.calls.map(([{ scope }]) => scope)).toEqual(['read-only', 'full']);
    expect(settings.passes()).toHaveLength(2);
  });

  it('can be chosen beside the one that is kept', async () => {
    const { settings, signIn, signin, trade } = house();
    settings.keep(CORP, offerOf('A'));
    await signIn(answerWith(['A', 'B']), { choose: true });
    signin.choose([{ ...offerOf('A'), scope: 'read-only' }]);
    await settle();
    expect(trade.mock.calls.map(([{ scope }]) => scope)).toEqual(['read-only']);
    expect(settings.passes().map(({ scope }) => scope)).toEqual([undefined, 'read-only']);
  });
});

describe('the age of an answer', () => {
  const pinned = ['A', 'B', 'C', 'D', 'E'];

  it('is not changed by what STS shows of this computer’s clock meanwhile', async () => {
    const { signIn, trade, clock } = house({ pinned });
    const good: boolean[] = [];
    trade.mockImplementation(async (request) => {
      good.push(request.stillGood());
      clock.mend(DAY);
      return tradeOf(request);
    });
    await signIn(answerWith(pinned));
    expect(good).toEqual([true, true, true, true, true]);
  });

  it('counts from when it came, and ends with its validity', async () => {
    const { signIn, trade, clock } = house({ pinned: ['A'] });
    const good: boolean[] = [];
    trade.mockImplementation(async (request) => {
      for (const ms of [0, 299_000, 2000]) {
        clock.move(ms);
        good.push(request.stillGood());
      }
      return tradeOf(request);
    });
    await signIn(answerWith(['A']));
    expect(good).toEqual([true, true, false]);
  });

  it.each([
    ['is taken with a clock a day off that nothing was held against yet', false, 'done'],
    ['is judged by a clock that was', true, 'failed'],
  ])('%s', async (_what, measured, kind) => {
    const { signIn, signin, clock } = house({ pinned: ['A'] });
    const answer = answerWith(['A']);
    clock.move(DAY);
    if (measured) clock.mend(0);
    await signIn(answer);
    expect(signin.state().kind).toBe(kind);
  });
});
