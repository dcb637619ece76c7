import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { createSeal } from './seal.ts';
import { createSessionTokens } from './session-token.ts';

const KEY = randomBytes(32);
const FACTS = { roleArn: 'arn:aws:iam::111122223333:role/R', sessionName: 'alex', expiresAt: 5 };

it('opens what it closed, and never closes twice alike', () => {
  const seal = createSeal(KEY, 'a');
  expect(seal.open(seal.close('zoë'))).toBe('zoë');
  expect(seal.close('same')).not.toBe(seal.close('same'));
});

it.each([
  ['another purpose', (text: string) => createSeal(KEY, 'b').open(text)],
  ['another key', (text: string) => createSeal(randomBytes(32), 'a').open(text)],
  [
    'a changed letter',
    (text: string) => createSeal(KEY, 'a').open(`${text[0] === 'A' ? 'B' : 'A'}${text.slice(1)}`),
  ],
  ['a cut end', (text: string) => createSeal(KEY, 'a').open(text.slice(0, -4))],
  ['a blank in it', (text: string) => createSeal(KEY, 'a').open(`${text} `)],
  ['nothing', () => createSeal(KEY, 'a').open('')],
])('does not open under %s', (_, open) => {
  expect(open(createSeal(KEY, 'a').close('text'))).toBeUndefined();
});

it('finds key, secret and end of a session in its token alone', () => {
  const { token, ...issued } = createSessionTokens(KEY).issue(FACTS);
  expect(createSessionTokens(KEY).open(token)).toEqual(issued);
  expect(issued.secretAccessKey).toHaveLength(40);
  expect(token).not.toContain(issued.secretAccessKey);
});
