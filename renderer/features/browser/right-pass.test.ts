import { describe, expect, test } from 'vitest';
import { readS3Address } from '../../../electron/contract/s3-address.ts';
import { organisationView, passView } from '../../../electron/contract/snapshot.test-parts.ts';
import type { PassView } from '../../../electron/contract/snapshot.ts';
import { otherPasses, rightPass } from './right-pass.ts';

const live = { kind: 'active', startedAt: 0, expiresAt: 1, kept: 'keychain', scope: 'full' } as const;
const pass = (id: string, accountId: string, part: Partial<PassView> = {}) =>
  passView({ id, accountId, roleArn: `arn:aws:iam::${accountId}:role/${id}`, session: live, ...part });

const one = pass('one', '111111111111');
const two = pass('two', '222222222222');
const twoToo = pass('two-too', '222222222222');
const over = pass('over', '222222222222', { session: { kind: 'none' } });
const china = pass('china', '333333333333', { roleArn: 'arn:aws-cn:iam::333333333333:role/china' });
const corp = organisationView({ id: 'corp', s3Endpoint: 'https://s3.corp.example' });

function choose(
  text: string,
  passes: PassView[],
  present: string | null,
  known: Record<string, string> = {},
) {
  const address = readS3Address(text, ['https://s3.corp.example']);
  if (address.kind !== 'place') throw new Error(address.why);
  const knows = (id: string, bucket: string) => known[id] === bucket;
  return rightPass(address, { passes, organisations: [corp], present, knows });
}
const go = (id: string) => ({ kind: 'go', pass: id });

describe('an address that says nothing of its account', () => {
  test('opens in the pass on screen', () => {
    expect(choose('s3://reports/a/', [one, two], 'two')).toEqual(go('two'));
    expect(choose('s3://', [one, two], 'two', { one: 'reports' })).toEqual(go('two'));
  });
  test('opens where its bucket was listed before', () => {
    expect(choose('s3://reports/a/', [one, two], 'two', { one: 'reports' })).toEqual(go('one'));
    expect(
      choose('s3://reports', [one, two, twoToo], 'two-too', { two: 'reports', 'two-too': 'reports' }),
    ).toEqual(go('two-too'));
  });
  test('opens in the pass on screen when another one of its account listed the bucket', () => {
    expect(choose('s3://reports/a/', [one, two, twoToo], 'two-too', { two: 'reports' })).toEqual(
      go('two-too'),
    );
    expect(choose('s3://reports/a/', [one, two, twoToo], 'one', { two: 'reports' })).toEqual(go('two'));
  });
  test('asks when several passes with a session fit and the one on screen has none', () => {
    expect(choose('s3://reports', [over, one, two], 'over')).toEqual({ kind: 'ask', passes: ['one', 'two'] });
    expect(choose('s3://reports', [over, one], 'over')).toEqual(go('one'));
    expect(choose('s3://reports', [over], 'over')).toEqual(go('over'));
  });
});

describe('an address that names an account', () => {
  const point = 'arn:aws:s3:eu-west-1:222222222222:accesspoint/finance';
  test('opens in its only pass', () => {
    expect(choose(point, [one, two], 'one')).toEqual(go('two'));
  });
  test('asks which of several, but not when one of them is on screen', () => {
    expect(choose(point, [one, two, twoToo], 'one')).toEqual({ kind: 'ask', passes: ['two', 'two-too'] });
    expect(choose(point, [one, two, twoToo], 'one', { two: point })).toMatchObject({ kind: 'ask' });
    expect(choose(point, [one, two, twoToo], 'two-too')).toEqual(go('two-too'));
  });
  test('prefers a pass that is signed in, and takes one that is not when it is alone', () => {
    expect(choose(point, [one, over, two], 'one')).toEqual(go('two'));
    expect(choose(point, [one, over], 'one')).toEqual(go('over'));
  });
  test('of nobody here opens in the pass on screen: a bucket may be shared', () => {
    expect(choose(point.replaceAll('2222', '9999'), [one, two], 'one')).toEqual(go('one'));
  });
  test('counts a second role’s account, not the first one’s', () => {
    const chained = { roleArn: 'arn:aws:iam::222222222222:role/x', accountId: '222222222222', roleName: 'x' };
    expect(choose(point, [one, pass('chained', '111111111111', { chained })], 'one')).toEqual(go('chained'));
  });
});

test('an address in another partition opens in a pass of that partition, or in none', () => {
  expect(choose('arn:aws-cn:s3:::reports', [one, china], 'one')).toEqual(go('china'));
  expect(choose('arn:aws-cn:s3:::reports', [one], 'one')).toEqual({ kind: 'none' });
});

test('an own endpoint opens only in a pass of its organisation', () => {
  const elsewhere = pass('elsewhere', '111111111111', { organisation: 'other' });
  expect(choose('https://s3.corp.example/reports/', [elsewhere, one], 'elsewhere')).toEqual(go('one'));
  expect(choose('https://s3.corp.example/reports/', [elsewhere], 'elsewhere')).toEqual({ kind: 'none' });
});

test('after a refusal, passes that know the bucket come first, then those with a session; no other partition', () => {
  const knows = (id: string) => id === 'over';
  expect(otherPasses(one, 'reports', { passes: [china, two, over, one], knows }).map(({ id }) => id)).toEqual(
    ['over', 'two'],
  );
});
