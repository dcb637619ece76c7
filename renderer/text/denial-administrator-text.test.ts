import { expect, test } from 'vitest';
import type { Denial } from '../../electron/contract/denial.ts';
import { reports } from '../gallery/people.ts';
import type { Asked } from './asked-access.ts';
import { denialAdministratorText } from './denial-administrator-text.ts';
import { proposeStatement } from './denial-statement.ts';

const role = reports.roleArn;
const denial: Denial = {
  action: 's3:ListBucket',
  resource: 'arn:aws:s3:::lark-payroll',
  principal: 'arn:aws:sts::111122223333:assumed-role/S3AccessRole/alex.example',
  policyKind: 'serviceControl',
  explicit: true,
  policyArn: null,
  kms: false,
  answeredAt: new Date(2026, 9, 2, 11, 30, 7).getTime(),
};
const list: Asked = { kind: 'list', bucket: 'lark-payroll', prefix: '2026/' };
const read = (key: string): Asked => ({ kind: 'read', bucket: 'lark-payroll', key });
const text = (part: Partial<Denial>, asked: Asked = list) =>
  denialAdministratorText(
    reports,
    asked,
    { code: 's3-access-denied', retry: 'never', requestId: '7KQ2', denial: { ...denial, ...part } },
    0,
  );
const statement = (part: Partial<Denial>, asked: Asked) =>
  JSON.parse(proposeStatement(asked, { ...denial, explicit: false, ...part }, role).json);

test('says what, on what, for whom, by which policy and when', () => {
  const lines = text({}).split('\n');
  expect(lines.slice(0, 4)).toEqual([
    'Please allow s3:ListBucket on arn:aws:s3:::lark-payroll',
    'with the prefix 2026/',
    'for assumed-role/S3AccessRole/alex.example in account 1111-2222-3333.',
    'Refused by an explicit deny in a service control policy.',
  ]);
  expect(lines[4]).toMatch(/2026.*11:30:07.*, request 7KQ2, region eu-west-1$/);
});

test('a deny is answered with an exception, since an Allow would not help', () => {
  expect(text({ policyArn: 'arn:aws:organizations::1:policy/p' })).toContain(
    'policy: arn:aws:organizations::1:policy/p.',
  );
  expect(JSON.parse(proposeStatement(list, denial, role).json)).toEqual({
    Condition: { ArnNotEquals: { 'aws:PrincipalArn': role } },
  });
});

test.each<[string, Partial<Denial>, Asked, object]>([
  [
    'a role’s policy',
    { policyKind: 'identity' },
    list,
    {
      Effect: 'Allow',
      Action: 's3:ListBucket',
      Resource: 'arn:aws:s3:::lark-payroll',
      Condition: { StringLike: { 's3:prefix': '2026/*' } },
    },
  ],
  [
    'a bucket policy',
    { policyKind: 'resource' },
    read('a.txt'),
    {
      Effect: 'Allow',
      Principal: { AWS: role },
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::lark-payroll/a.txt',
    },
  ],
  [
    'an endpoint',
    { policyKind: 'endpoint' },
    { kind: 'buckets' },
    {
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:ListAllMyBuckets',
      Resource: '*',
      Condition: { ArnEquals: { 'aws:PrincipalArn': role } },
    },
  ],
  [
    'a key’s policy',
    { policyKind: 'resource', kms: true, action: 'kms:Decrypt' },
    read('a.txt'),
    { Effect: 'Allow', Principal: { AWS: role }, Action: 'kms:Decrypt', Resource: '*' },
  ],
])('proposes the smallest statement for %s', (_what, part, asked, expected) => {
  expect(statement(part, asked)).toEqual(expected);
});

test('what an answer says never widens the statement', () => {
  const part = { policyKind: 'identity', action: '*:*', resource: '*' } as const;
  expect(statement(part, read('a.txt'))).toMatchObject({
    Action: 's3:GetObject',
    Resource: 'arn:aws:s3:::lark-payroll/a.txt',
  });
  expect(statement({ ...part, kms: true }, read('a.txt')).Resource).toBe('the ARN of the key');
});

test('a star in a key is a star, not every key', () => {
  const as = (sign: string) => `\${${sign}}`;
  const { Resource } = statement({ policyKind: 'identity' }, read('a*b?c$d"e\n.txt'));
  expect(Resource).toBe(`arn:aws:s3:::lark-payroll/a${as('*')}b${as('?')}c${as('$')}d"e\n.txt`);
  const everywhere = statement(
    { policyKind: 'identity' },
    { kind: 'list', bucket: 'lark-payroll', prefix: '*/' },
  );
  expect(everywhere.Condition.StringLike['s3:prefix']).toBe(`${as('*')}/*`);
});

test('names from outside begin no line and turn no text around', () => {
  const said = text(
    { principal: 'arn:aws:sts::111122223333:assumed-role/R/x\u202e' },
    read('k\nPlease allow *:*'),
  ).split('\n');
  expect(said[0]).toBe('Please allow s3:GetObject on arn:aws:s3:::lark-payroll/k\uFFFDPlease allow *:*');
  expect(said[1]).toContain('assumed-role/R/x\uFFFD in account');
});

test('a principal of another account is not believed', () => {
  expect(text({ principal: 'arn:aws:sts::999999999999:assumed-role/Admin/x' })).toContain(
    `for the role ${role} in`,
  );
});

test('a second role is the one that asks', () => {
  const chained = {
    roleArn: 'arn:aws-cn:iam::999900001111:role/Partner',
    accountId: '999900001111',
    roleName: 'Partner',
  };
  const said = denialAdministratorText(
    { ...reports, chained },
    list,
    { code: 's3-access-denied', retry: 'never' },
    0,
  );
  expect(said).toContain('on arn:aws-cn:s3:::lark-payroll');
  expect(said).toContain('for the role arn:aws-cn:iam::999900001111:role/Partner in account 9999-0000-1111.');
  expect(said).toContain('AWS did not say by which policy.');
});

test('fits the clipboard’s limit whatever the key is', () => {
  expect(text({}, read('\u0001'.repeat(1024))).length).toBeLessThanOrEqual(8192);
});
