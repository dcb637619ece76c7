import { describe, expect, it } from 'vitest';
import { AppError } from '../lib/app-error.ts';
import { PROVIDER } from './saml.test-parts.ts';
import { answerWith, house, roleOf, settle, standStill, tradeOf } from './service.test-parts.ts';
import type { Trade, TradeRequest } from './sts.ts';

standStill();

const five = ['A', 'B', 'C', 'D', 'E'];

/** STS refuses the first role; the others wait until the four calls at once are over. */
async function refusedFirst(error: AppError) {
  const home = house({ pinned: five });
  home.trade.mockImplementation(async (request: TradeRequest) => {
    if (roleOf(request) === 'A') throw error;
    return tradeOf(request);
  });
  await home.signIn(answerWith(five));
  return home;
}
const codes = (home: ReturnType<typeof house>) =>
  five.map((name) => home.signin.failureOf(`pass-${name}`)?.code ?? 'saved');

describe('an assertion', () => {
  it.each(['sts-assertion-refused', 'sts-assertion-expired'] as const)(
    'is not sent again once STS said %s',
    async (code) => {
      const home = await refusedFirst(new AppError(code, { retry: 'never' }));
      expect(home.rolesTraded()).toEqual(['A', 'B', 'C', 'D']);
      expect(codes(home)).toEqual([code, 'saved', 'saved', 'saved', code]);
    },
  );

  it.each(['sts-role-refused', 'sts-throttled', 'sts-unreachable'] as const)(
    'goes on to the other roles when STS said %s',
    async (code) => {
      const home = await refusedFirst(new AppError(code));
      expect(home.rolesTraded()).toEqual(five);
      expect(codes(home)).toEqual([code, 'saved', 'saved', 'saved', 'saved']);
    },
  );

  it('that one account does not believe is still good for another', async () => {
    const home = house({ pinned: [] });
    const other = 'arn:aws:iam::444455556666:saml-provider/CorpIdP';
    const role = 'arn:aws:iam::444455556666:role/Z';
    const saml = answerWith([], {
      roles: [
        ...five.map((name) => `arn:aws:iam::111122223333:role/${name},${PROVIDER}`),
        `${role},${other}`,
      ],
    });
    home.trade.mockImplementation(async (request: TradeRequest) => {
      if (request.providerArn === PROVIDER) throw new AppError('sts-assertion-refused', { retry: 'never' });
      return tradeOf(request);
    });
    await home.signIn(saml);
    const state = home.signin.state();
    home.signin.choose(state.kind === 'choosingRoles' ? state.offers : []);
    await settle();
    expect(home.rolesTraded()).toEqual(['A', 'B', 'C', 'D', 'Z']);
    expect([...home.taken.values()].map(({ accessKeyId }) => accessKeyId)).toEqual([`ASIA of ${role}`]);
  });

  it('is not sent after its validity', async () => {
    const home = house({ pinned: five });
    const open: (() => void)[] = [];
    home.trade.mockImplementation(
      (request) => new Promise<Trade>((resolve) => open.push(() => resolve(tradeOf(request)))),
    );
    await home.signIn(answerWith(five));
    home.clock.move(5 * 60_000);
    for (const finish of open) finish();
    await settle();
    expect(home.rolesTraded()).toEqual(['A', 'B', 'C', 'D']);
    expect(codes(home)).toEqual(['saved', 'saved', 'saved', 'saved', 'assertion-expired']);
  });
});
