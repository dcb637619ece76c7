import { expect, test } from 'vitest';
import type { OfferView } from '../../../electron/contract/snapshot.ts';
import { hostParts } from './host-parts.ts';
import { groupOffers, hitPieces, offerKey, toggled } from './picker-model.ts';

const offer = (accountId: string, roleName: string, rolePath = '/'): OfferView => ({
  roleArn: `arn:aws:iam::${accountId}:role${rolePath}${roleName}`,
  providerArn: `arn:aws:iam::${accountId}:saml-provider/P`,
  accountId,
  accountName: null,
  roleName,
  rolePath,
  wanted: false,
  pass: null,
});
const offers = [
  offer('111122223333', 'Admin'),
  offer('444455556666', 'ProdRead', '/team/'),
  offer('111122223333', 'ReadOnly'),
];
const shown = (filter: string) =>
  groupOffers(offers, filter).map((group) => [group.accountId, group.offers.length, group.total]);

test('offers are grouped by account, in the order of the answer', () => {
  expect(shown('')).toEqual([
    ['111122223333', 2, 2],
    ['444455556666', 1, 1],
  ]);
});

test.each([
  [
    'read',
    [
      ['111122223333', 1, 2],
      ['444455556666', 1, 1],
    ],
  ],
  ['prod read', [['444455556666', 1, 1]]],
  ['/team/', [['444455556666', 1, 1]]],
  ['1111-2222', [['111122223333', 2, 2]]],
  ['11112222', [['111122223333', 2, 2]]],
  ['nothing', []],
])('the filter "%s"', (filter, groups) => {
  expect(shown(filter)).toEqual(groups);
});

test('what was found is marked, overlaps together', () => {
  expect(hitPieces('ProdRead', ['prod', 'dre'])).toEqual([
    { text: 'ProdRe', hit: true },
    { text: 'ad', hit: false },
  ]);
  expect(hitPieces('', ['x'])).toEqual([]);
});

test('choosing adds and leaves out without touching what was', () => {
  const first = toggled(new Set(), offers.map(offerKey), true);
  const second = toggled(first, offers.slice(0, 1).map(offerKey), false);
  expect([first.size, second.size]).toEqual([3, 2]);
});

test.each([
  ['login.mfa.larkfield.example', 'login.mfa.', 'larkfield.example'],
  ['larkfield.example', '', 'larkfield.example'],
  ['sso.larkfield.co.uk', 'sso.', 'larkfield.co.uk'],
  ['sso.larkfield.de:8443', 'sso.', 'larkfield.de:8443'],
  ['127.0.0.1:40811', '', '127.0.0.1:40811'],
  ['[::1]:8080', '', '[::1]:8080'],
  ['localhost', '', 'localhost'],
  ['larkfield.example.attacker.test', 'larkfield.example.', 'attacker.test'],
])('of %s the part %s%s is strong', (host, rest, registrable) => {
  expect(hostParts(host)).toEqual({ rest, registrable });
});
