import { describe, expect, it } from 'vitest';
import { AppError } from '../lib/app-error.ts';
import { answerWith, CORP, house, OTHER, settle, standStill } from './service.test-parts.ts';

standStill();

describe('a sign-in that a tool’s question begins', () => {
  it('ends with the state it came to', async () => {
    const { signin, logins, rolesTraded } = house({ pinned: ['A', 'B'] });
    const over = signin.signInTo(CORP.id, { forTool: true });
    await settle();
    logins.at(-1)?.answer(answerWith(['A', 'B']));
    expect(await over).toMatchObject({ kind: 'done' });
    expect(rolesTraded()).toEqual(['A', 'B']);
  });

  it('leaves alone what the person signed out by hand; a person’s own takes it along', async () => {
    const { signin, sessions, logins, rolesTraded, signIn, trade } = house({ pinned: ['A', 'B'] });
    await signIn(answerWith(['A', 'B']));
    await sessions.signOut('pass-A');
    trade.mockClear();
    const over = signin.signInTo(CORP.id, { forTool: true });
    await settle();
    logins.at(-1)?.answer(answerWith(['A', 'B']));
    await over;
    expect(rolesTraded()).toEqual(['B']);
    trade.mockClear();
    const byPerson = signin.signInTo(CORP.id);
    await settle();
    logins.at(-1)?.answer(answerWith(['A', 'B']));
    await byPerson;
    expect(rolesTraded()).toEqual(['A', 'B']);
  });

  it('waits for another organisation’s that is on screen, and shows that one', async () => {
    const { signin, logins } = house({ pinned: ['A'] });
    signin.start(OTHER.id);
    const over = signin.signInTo(CORP.id);
    await settle();
    expect(logins).toHaveLength(1);
    expect(logins[0]?.show).toHaveBeenCalled();
    logins[0]?.fail(new AppError('signin-cancelled'));
    await settle();
    expect(logins).toHaveLength(2);
    logins[1]?.answer(answerWith(['A']));
    expect(await over).toMatchObject({ kind: 'done', organisation: CORP.id });
  });

  it('joins the one of its organisation that runs', async () => {
    const { signin, logins } = house({ pinned: ['A'] });
    signin.start(CORP.id);
    expect(signin.running(CORP.id)).not.toBeNull();
    expect(signin.running(OTHER.id)).toBeNull();
    const over = signin.signInTo(CORP.id, { forTool: true });
    await settle();
    expect(logins).toHaveLength(1);
    logins[0]?.answer(answerWith(['A']));
    expect(await over).toMatchObject({ kind: 'done' });
    expect(signin.running(CORP.id)).toBeNull();
  });
});
