import { expect, test } from 'vitest';
import type { OfferView, PassView } from '../../../electron/contract/snapshot.ts';
import { hostParts } from './host-parts.ts';
import {
  filterWords,
  firstChosen,
  groupOffers,
  listOffers,
  noLongerOffered,
  offerKey,
  toggled,
} from './picker-model.ts';

const offer = (accountId: string, roleName: string, rolePath = '/'): OfferView => ({
  roleArn: `arn:aws:iam::${accountId}:role${rolePath}${roleName}`,
  providerArn: `arn:aws:iam::${accountId}:saml-provider/P`,
  accountId,
  accountName: accountId === '444455556666' ? 'lark-Finance' : null,
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
  groupOffers(listOffers(offers), filterWords(filter)).map((group) => [
    group.accountId,
    group.offers.length,
    group.total,
  ]);

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
  ['FINANCE read', [['444455556666', 1, 1]]],
  ['nothing', []],
])('the filter "%s"', (filter, groups) => {
  expect(shown(filter)).toEqual(groups);
});

const passOf = (id: string, roleArn: string, live: boolean, organisation = 'corp'): PassView => ({
  id,
  organisation,
  label: id,
  accountId: '111122223333',
  accountName: null,
  endpoint: false,
  roleName: id,
  rolePath: '/',
  roleArn,
  region: 'eu-west-1',
  scope: 'full',
  chained: null,
  durationSeconds: null,
  guarded: false,
  managed: false,
  awsProfile: null,
  renewing: false,
  session: live
    ? { kind: 'active', startedAt: 0, expiresAt: 1, kept: 'keychain', scope: 'full' }
    : { kind: 'none' },
  failure: null,
});

test('a pass without a session is marked from the start, a live one is not', () => {
  const kept = offers.map((each, index) => ({ ...each, pass: ['live', 'idle', null][index] ?? null }));
  const passes = [passOf('live', '', true), passOf('idle', '', false)];
  expect([...firstChosen(kept, passes)]).toEqual(kept.slice(1, 2).map(offerKey));
});

test('a pass whose role is not in the answer is named; another organisation’s is none of its business', () => {
  const gone = passOf('gone', 'arn:aws:iam::111122223333:role/Gone', false);
  const passes = [
    gone,
    passOf('still', offers[0]?.roleArn ?? '', false),
    passOf('elsewhere', gone.roleArn, false, 'other'),
  ];
  expect(noLongerOffered(passes, { organisation: 'corp', offers })).toEqual([gone]);
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
