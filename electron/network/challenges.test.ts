import { expect, it } from 'vitest';
import { type Challenge, challengesIn } from './challenges.ts';

const basic = (realm: string): Challenge => ({ scheme: 'basic', realm });

it.each<[string[], Challenge[]]>([
  [[], []],
  [['Basic realm="Corp"'], [basic('Corp')]],
  [['BASIC REALM=Corp'], [basic('Corp')]],
  [['Basic'], [basic('')]],
  [['Basic realm="a, Digest realm=\\"b\\""'], [basic('a, Digest realm="b"')]],
  [['Negotiate'], [{ scheme: 'negotiate', realm: '' }]],
  [['NTLM TlRMTVNTUAAC=='], [{ scheme: 'ntlm', realm: '' }]],
  [
    ['Negotiate', 'NTLM', 'Basic realm="Corp"'],
    [{ scheme: 'negotiate', realm: '' }, { scheme: 'ntlm', realm: '' }, basic('Corp')],
  ],
  [
    ['Negotiate, NTLM, Basic realm="Corp"'],
    [{ scheme: 'negotiate', realm: '' }, { scheme: 'ntlm', realm: '' }, basic('Corp')],
  ],
  [
    ['Digest realm="d", nonce="n, Basic realm=x", algorithm=MD5, Basic realm="b"'],
    [{ scheme: 'digest', realm: 'd' }, basic('b')],
  ],
])('%j offers what it says', (values, challenges) => {
  expect(challengesIn(values)).toEqual(challenges);
});
