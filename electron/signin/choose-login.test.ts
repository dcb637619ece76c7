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
  show: () => {},
  cancel: () => {},
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
  expect(taken).toHaveBeenCalledExactlyOnceWith(organisation, onHost);
  expect(other).not.toHaveBeenCalled();
});
