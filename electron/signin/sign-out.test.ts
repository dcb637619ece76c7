import { expect, it } from 'vitest';
import { createSignOut } from './sign-out.ts';

const organisations = ['corp', 'other'].map((id) => ({
  id,
  name: id,
  signInUrl: 'https://idp.example',
  region: 'eu-west-1',
}));
const passes = [
  ['a', 'corp'],
  ['b', 'corp'],
  ['c', 'other'],
].map(([id = '', organisation = '']) => {
  const providerArn = 'arn:aws:iam::111122223333:saml-provider/Corp';
  return {
    id,
    organisation,
    label: id,
    roleArn: 'arn:aws:iam::111122223333:role/R',
    providerArn,
    region: 'eu-west-1',
  };
});

function house(copied: string | null = null) {
  const done: string[] = [];
  const signOut = createSignOut({
    settings: {
      organisations: () => organisations,
      organisation: (id) => organisations.find((each) => each.id === id),
      passes: () => passes,
    },
    sessions: { signOut: async (pass) => void done.push(`session ${pass}`) },
    signin: { stop: async (id) => void done.push(`sign-in ${id}`) },
    clipboard: {
      holding: () => (copied === null ? null : { pass: copied, format: 'bash', clearsAt: 1 }),
      clearIfOurs: async () => void done.push('clipboard'),
    },
    forgetPages: async (id) => void done.push(`pages ${id}`),
  });
  return { signOut, done };
}

it('an organisation’s sign-in stops first, then its sessions go, then its pages forget', async () => {
  const { signOut, done } = house();
  await signOut.organisation('corp');
  expect(done).toEqual(['sign-in corp', 'session a', 'session b', 'pages corp']);
});

it('what was copied of it leaves the clipboard, what was copied of another stays', async () => {
  const [of, another] = [house('b'), house('c')];
  await of.signOut.organisation('corp');
  await another.signOut.organisation('corp');
  expect(of.done).toContain('clipboard');
  expect(another.done).not.toContain('clipboard');
});

it('all means every organisation', async () => {
  const { signOut, done } = house();
  await signOut.all();
  expect(done.filter((step) => step.startsWith('pages'))).toEqual(['pages corp', 'pages other']);
});

it('an organisation that is not there is refused', async () => {
  await expect(house().signOut.organisation('nobody')).rejects.toMatchObject({
    code: 'unknown-organisation',
  });
});

it('one that was removed is signed out with the passes it had', async () => {
  const { signOut, done } = house('gone');
  await signOut.removed('past', ['gone', 'gone-too']);
  expect(done).toEqual(['sign-in past', 'clipboard', 'session gone', 'session gone-too', 'pages past']);
});
