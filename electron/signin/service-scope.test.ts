import { describe, expect, it } from 'vitest';
import { answerWith, CORP, house, offerOf, settle, standStill } from './service.test-parts.ts';

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
