import { expect, test } from 'vitest';
import { type Denial, policyKinds } from '../../../electron/contract/denial.ts';
import { policyChain } from './policy-chain.ts';

const denial = (policyKind: Denial['policyKind']): Denial => ({
  ...{ action: null, resource: null, principal: null, policyArn: null, answeredAt: null },
  ...{ policyKind, explicit: true, kms: false },
});

test.each(policyKinds.filter((kind) => kind !== 'unknown'))('%s alone says no', (kind) => {
  const stops = policyChain(denial(kind), 'full');
  expect(stops).toHaveLength(6);
  expect(stops.filter(({ said }) => said === 'no').map((stop) => stop.kind)).toEqual([kind]);
});

test('a full sign-in passed its scope, a read-only one is not told', () => {
  const scopeOf = (scope: 'full' | 'read-only') =>
    policyChain(denial('identity'), scope).find(({ kind }) => kind === 'session')?.words;
  expect(scopeOf('full')).toBe('full, passed');
  expect(scopeOf('read-only')).toBe('not told');
});

test('nothing is drawn where AWS did not say', () => {
  expect(policyChain(denial('unknown'), 'full')).toEqual([]);
  expect(policyChain(undefined, 'full')).toEqual([]);
});
