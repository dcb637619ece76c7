import { describe, expect, it, test } from 'vitest';
import { type Denial, policyKinds } from '../../electron/contract/denial.ts';
import type { Asked } from './asked-access.ts';
import { denialSentence, denialWords, likelyCauses, signingInHelps } from './denial-words.ts';

const denial = (part: Partial<Denial> = {}): Denial => ({
  action: 's3:ListBucket',
  resource: null,
  principal: null,
  policyKind: 'unknown',
  explicit: false,
  policyArn: null,
  kms: false,
  answeredAt: null,
  ...part,
});
const list: Asked = { kind: 'list', bucket: 'lark-payroll', prefix: '2026/' };
const read: Asked = { kind: 'read', bucket: 'lark-payroll', key: 'a.txt' };
const sentence = (part: Partial<Denial>, asked: Asked = list, scope: 'full' | 'read-only' = 'full') =>
  denialSentence(denialWords(asked, denial(part), scope));

test.each<[Partial<Denial>, string]>([
  [{ policyKind: 'identity' }, 'No policy of the role allows s3:ListBucket on lark-payroll.'],
  [{ policyKind: 'identity', explicit: true }, 'A policy of the role refuses s3:ListBucket on lark-payroll.'],
  [
    { policyKind: 'serviceControl', explicit: true },
    'A service control policy of your company refuses s3:ListBucket on lark-payroll for any role in this account.',
  ],
  [
    { policyKind: 'resource', explicit: true },
    'The bucket’s own policy refuses s3:ListBucket on lark-payroll for this role.',
  ],
  [
    { policyKind: 'boundary' },
    'The permissions boundary of the role does not allow s3:ListBucket on lark-payroll.',
  ],
  [
    { policyKind: 'endpoint' },
    'The VPC endpoint that your network reaches S3 through does not allow s3:ListBucket on lark-payroll.',
  ],
  [{}, 'AWS refuses s3:ListBucket on lark-payroll for this role and does not say by which policy.'],
])('%j is one sentence', (part, words) => {
  expect(sentence(part)).toBe(words);
});

describe('every kind, said or not said, of an object, its key, a folder or all buckets', () => {
  const cases = policyKinds.flatMap((policyKind) =>
    [true, false].flatMap((explicit) =>
      ([list, read, { kind: 'buckets' }] as Asked[]).flatMap((asked) =>
        (['full', 'read-only'] as const).map((scope) => ({ policyKind, explicit, asked, scope })),
      ),
    ),
  );
  it.each(cases)('$policyKind $explicit $asked.kind $scope', ({ policyKind, explicit, asked, scope }) => {
    for (const kms of [false, asked.kind === 'read']) {
      const words = denialWords(asked, denial({ policyKind, explicit, kms }), scope);
      for (const text of [denialSentence(words), words.next]) {
        expect(text).toMatch(/^[A-Z].*\.$/);
        expect(text).not.toMatch(/ {2}|undefined|[{}!]/);
      }
    }
  });
});

test('a refusal that is not read at all is still said', () => {
  expect(denialSentence(denialWords({ kind: 'buckets' }, undefined, 'full'))).toBe(
    'AWS refuses s3:ListAllMyBuckets for this role and does not say by which policy.',
  );
});

test('the action is what was asked, unless a key refuses', () => {
  expect(sentence({ action: 'iam:DeleteRole' })).toContain('s3:ListBucket');
  expect(sentence({ action: 'kms:Decrypt', kms: true, policyKind: 'resource' }, read)).toBe(
    'The policy of its KMS key does not allow kms:Decrypt, needed to read lark-payroll/a.txt, for this role.',
  );
});

test('only a read-only sign-in is helped by another sign-in', () => {
  expect(signingInHelps(denial({ policyKind: 'session' }), 'read-only')).toBe(true);
  expect(signingInHelps(denial({ policyKind: 'session' }), 'full')).toBe(false);
  expect(signingInHelps(denial({ policyKind: 'identity' }), 'read-only')).toBe(false);
});

test('causes are named only where AWS names none', () => {
  expect(likelyCauses(list, denial({ policyKind: 'endpoint' }))).toEqual([]);
  expect(likelyCauses({ kind: 'buckets' }, denial())).toEqual([]);
  expect(likelyCauses(read, denial()).join(' ')).toMatch(/Requester Pays.*not there.*encrypted/);
  expect(likelyCauses(list, undefined).join(' ')).toMatch(/another company.*below another folder/);
});
