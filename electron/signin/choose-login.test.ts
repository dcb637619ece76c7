import { expect, it, vi } from 'vitest';
import type { Organisation } from '../settings/schema.ts';
import { chooseLogin } from './choose-login.ts';
import type { Login, OpenLogin } from './login.ts';

const CORP: Organisation = {
  id: 'corp',
  name: 'Corp',
  signInUrl: 'https://idp.example/',
  region: 'eu-west-1',
};
const opened = (where: Login['where']): Login => ({
  where,
  answer: new Promise(() => {}),
  postedFrom: () => null,
  show: () => {},
  cancel: () => {},
  end: () => {},
});

it.each([
  [undefined, 'window'],
  ['window', 'window'],
  ['system', 'Chrome'],
] as const)('an organisation that says %s signs in by its road', (browser, where) => {
  const window = vi.fn<OpenLogin>(() => opened('window'));
  const system = vi.fn<OpenLogin>(() => opened('Chrome'));
  const onHost = () => {};
  const organisation = browser === undefined ? CORP : { ...CORP, browser };
  expect(chooseLogin({ window, system })(organisation, onHost).where).toBe(where);
  const [taken, other] = where === 'window' ? [window, system] : [system, window];
  expect(taken).toHaveBeenCalledExactlyOnceWith(organisation, onHost, undefined);
  expect(other).not.toHaveBeenCalled();
});

it('a person’s own browser is never opened without a person', async () => {
  const [window, system] = [vi.fn<OpenLogin>(), vi.fn<OpenLogin>()];
  const login = chooseLogin({ window, system })({ ...CORP, browser: 'system' }, () => {}, { patienceMs: 1 });
  await expect(login.answer).rejects.toMatchObject({ code: 'signin-needs-person' });
  expect(window).not.toHaveBeenCalled();
  expect(system).not.toHaveBeenCalled();
});
