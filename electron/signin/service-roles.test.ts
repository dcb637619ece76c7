import { describe, expect, it } from 'vitest';
import { AppError } from '../lib/app-error.ts';
import { attribute, inMinutes, NOW } from './saml.test-parts.ts';
import { answerWith, CORP, house, offerOf, passFor, settle, standStill } from './service.test-parts.ts';

standStill();
const codeOf = (action: () => void) => {
  try {
    action();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'taken';
};

describe('the answer to a sign-in', () => {
  it('is taken at once when it holds one role and nothing is pinned', async () => {
    const { signin, signIn, settings, taken, needsAttention } = house();
    await signIn(answerWith(['Reader']));
    const [pass, ...more] = settings.passes();
    expect(pass).toMatchObject({ organisation: 'corp', ...offerOf('Reader') });
    expect(more).toEqual([]);
    expect(signin.state()).toMatchObject({ kind: 'done', passes: { [pass?.id ?? '']: { kind: 'saved' } } });
    expect([...taken.keys()]).toEqual([pass?.id]);
    expect(needsAttention).not.toHaveBeenCalled();
  });

  it('asks which roles to keep when it holds several and nothing is pinned', async () => {
    const { signin, signIn, settings, trade, needsAttention } = house();
    const conditions = `NotOnOrAfter="${inMinutes(3)}"`;
    await signIn(answerWith(['Reader', 'Writer', 'no/role!'], { conditions }));
    expect(signin.state()).toMatchObject({
      kind: 'choosingRoles',
      offers: [offerOf('Reader'), offerOf('Writer')],
      ignored: 1,
      validUntil: NOW + 180_000,
    });
    expect(needsAttention).toHaveBeenCalledOnce();
    expect(trade).not.toHaveBeenCalled();
    expect(settings.passes()).toEqual([]);
  });

  it('brings the pinned roles without asking when it offers them among others', async () => {
    const { signIn, signin, settings, taken, rolesTraded, needsAttention } = house({
      pinned: ['Writer', 'Reader'],
    });
    await signIn(answerWith(['Admin', 'Reader', 'Writer', 'Owner']));
    expect(rolesTraded()).toEqual(['Writer', 'Reader']);
    expect([...taken.keys()]).toEqual(['pass-Writer', 'pass-Reader']);
    expect(settings.passes()).toEqual([passFor('Writer'), passFor('Reader')]);
    expect(signin.state().kind).toBe('done');
    expect(needsAttention).not.toHaveBeenCalled();
  });

  it('says which pinned role it does not offer, and takes no other in its place', async () => {
    const { signIn, signin, settings, rolesTraded } = house({ pinned: ['Writer', 'Reader'] });
    await signIn(answerWith(['Reader', 'WriterTwo']));
    expect(signin.failureOf('pass-Writer')).toEqual({
      code: 'role-not-offered',
      retry: 'never',
      subject: offerOf('Writer').roleArn,
    });
    expect(signin.failureOf('pass-Reader')).toBeNull();
    expect(rolesTraded()).toEqual(['Reader']);
    expect(settings.passes()).toEqual([passFor('Writer'), passFor('Reader')]);
  });

  it('asks when it offers no pinned role, be it only one other', async () => {
    const { signIn, signin, settings, trade, needsAttention } = house({ pinned: ['Writer'] });
    await signIn(answerWith(['Admin']));
    expect(signin.state()).toMatchObject({ kind: 'choosingRoles', offers: [offerOf('Admin')] });
    expect(signin.failureOf('pass-Writer')?.code).toBe('role-not-offered');
    expect(needsAttention).toHaveBeenCalledOnce();
    expect(trade).not.toHaveBeenCalled();
    expect(settings.passes()).toEqual([passFor('Writer')]);
  });

  it('asks although roles are pinned when the person wants to choose', async () => {
    const { signIn, signin, settings, rolesTraded, taken } = house({ pinned: ['Reader'] });
    await signIn(answerWith(['Reader', 'Admin']), { choose: true });
    expect(signin.state().kind).toBe('choosingRoles');
    expect(rolesTraded()).toEqual([]);
    signin.choose([offerOf('Admin')]);
    await settle();
    expect(rolesTraded()).toEqual(['Admin']);
    expect(settings.passes()).toMatchObject([passFor('Reader'), offerOf('Admin')]);
    expect([...taken.keys()]).toEqual([settings.passes()[1]?.id]);
  });

  it.each([
    ['that is no XML', 'bm8=', 'assertion-not-xml'],
    ['without roles', answerWith([], { attributes: attribute('Role') }), 'assertion-without-roles'],
    [
      'that is long over',
      answerWith(['R'], { conditions: `NotOnOrAfter="${inMinutes(-47 * 60)}"` }),
      'assertion-expired',
    ],
  ])('is a failure to read when it is one %s', async (_what, saml, code) => {
    const { signIn, signin, needsAttention } = house();
    await signIn(saml);
    expect(signin.state()).toMatchObject({ kind: 'failed', failure: { code } });
    expect(needsAttention).toHaveBeenCalledOnce();
  });
});

describe('roles to choose from', () => {
  const reader = offerOf('Reader');
  const elsewhere = { ...reader, providerArn: 'arn:aws:iam::111122223333:saml-provider/Other' };
  it.each([
    ['a role that was not offered', [offerOf('Admin')]],
    ['an offered role by another provider', [elsewhere]],
    ['an offered role and one that was not', [reader, offerOf('Admin')]],
    ['an offered role twice', [reader, reader]],
  ])('are refused whole for %s', async (_what, offers) => {
    const { signIn, signin, settings, trade } = house();
    await signIn(answerWith(['Reader', 'Writer']));
    expect(codeOf(() => signin.choose(offers))).toBe('role-not-offered');
    expect(signin.state().kind).toBe('choosingRoles');
    expect(settings.passes()).toEqual([]);
    signin.choose([reader]);
    await settle();
    expect(trade).toHaveBeenCalledOnce();
  });

  it('are dropped when AWS would not take the answer any more', async () => {
    const { signIn, signin, clock, needsAttention, trade } = house();
    await signIn(answerWith(['Reader', 'Writer'], { conditions: `NotOnOrAfter="${inMinutes(2)}"` }));
    clock.move(119_999);
    expect(signin.state().kind).toBe('choosingRoles');
    clock.move(1);
    expect(signin.state()).toMatchObject({ kind: 'failed', failure: { code: 'assertion-expired' } });
    expect(needsAttention).toHaveBeenCalledTimes(2);
    expect(codeOf(() => signin.choose([reader]))).toBe('assertion-expired');
    expect(trade).not.toHaveBeenCalled();
  });

  it('are not dropped once they are chosen', async () => {
    const { signIn, signin, clock, trade } = house();
    trade.mockReturnValue(new Promise(() => {}));
    await signIn(answerWith(['Reader', 'Writer']));
    signin.choose([reader]);
    clock.move(3_600_000);
    expect(signin.state().kind).toBe('trading');
  });

  it('are not there before an answer and after its trades', async () => {
    const { signIn, signin } = house();
    signin.start(CORP.id);
    expect(codeOf(() => signin.choose([reader]))).toBe('assertion-expired');
    signin.cancel();
    await settle();
    await signIn(answerWith(['Reader']));
    expect(codeOf(() => signin.choose([reader]))).toBe('assertion-expired');
  });
});
