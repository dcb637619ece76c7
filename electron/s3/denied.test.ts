import { describe, expect, it } from 'vitest';
import { Denial, type PolicyKind } from '../contract/denial.ts';
import { readDenial } from './denied.ts';

const who = 'arn:aws:sts::111122223333:assumed-role/S3AccessRole/alex@larkfield.example';
const object = 'arn:aws:s3:::lark-reports/a b.txt';
const message = (reason: string, on = ` on resource: "${object}"`) =>
  `User: ${who} is not authorized to perform: s3:GetObject${on} ${reason}`;
const read = (text: string) => readDenial(text, undefined);

describe('the sentences that AWS documents', () => {
  it.each<[string, PolicyKind, boolean]>([
    ['because no identity-based policy allows the s3:GetObject action', 'identity', false],
    ['with an explicit deny in an identity-based policy', 'identity', true],
    ['because no resource-based policy allows the s3:GetObject action', 'resource', false],
    ['with an explicit deny in a resource-based policy', 'resource', true],
    ['because no service control policy allows the s3:GetObject action', 'serviceControl', false],
    ['with an explicit deny in a service control policy', 'serviceControl', true],
    ['with an explicit deny in a resource control policy', 'resourceControl', true],
    ['because no permissions boundary allows the s3:GetObject action', 'boundary', false],
    ['with an explicit deny in a permissions boundary', 'boundary', true],
    ['because no session policy allows the s3:GetObject action', 'session', false],
    ['with an explicit deny in a session policy', 'session', true],
    ['because no VPC endpoint policy allows the s3:GetObject action', 'endpoint', false],
    ['with an explicit deny in a VPC endpoint policy', 'endpoint', true],
    ['with an explicit deny', 'unknown', true],
    [
      'because public ACLs are prevented by the BlockPublicAcls setting in S3 Block Public Access.',
      'unknown',
      false,
    ],
  ])('%s', (reason, policyKind, explicit) => {
    const facts = {
      action: 's3:GetObject',
      principal: who,
      policyKind,
      explicit,
      policyArn: null,
      kms: false,
    };
    expect(read(message(reason))).toEqual({ ...facts, resource: object, answeredAt: null });
    // Some services, and S3 in some cases, leave the resource out.
    expect(read(message(reason, ''))).toEqual({ ...facts, resource: null, answeredAt: null });
    expect(read(message(reason).replaceAll(' ', '\n'))).toMatchObject({ policyKind, explicit });
  });

  it('may name the policy that says no', () => {
    const arn = 'arn:aws:organizations::999999999999:policy/o-example/service_control_policy/p-guardrail';
    const reason = `with an explicit deny in a service control policy: ${arn}`;
    expect(read(message(reason))).toMatchObject({ policyKind: 'serviceControl', policyArn: arn });
    expect(read(message(`${reason}. Encoded authorization failure message: x`)).policyArn).toBe(arn);
  });

  const key = 'arn:aws:kms:eu-west-1:111122223333:key/1a2b3c4d-0000-4000-8000-000000000001';
  const noKey = (on: string, reason: string) =>
    `User: ${who} is not authorized to perform: kms:Decrypt on ${on} because ${reason}`;
  it.each<[string, string | null, PolicyKind]>([
    [noKey(`resource: ${key}`, 'no resource-based policy allows the kms:Decrypt action'), key, 'resource'],
    [
      noKey(
        'the resource associated with this ciphertext',
        'no identity-based policy allows the kms:Decrypt action',
      ),
      null,
      'identity',
    ],
    [
      noKey(
        'the resource associated with this ciphertext',
        'the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access',
      ),
      null,
      'resource',
    ],
    [
      'The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.',
      null,
      'unknown',
    ],
  ])('of a key: %s', (text, resource, policyKind) => {
    expect(read(text)).toMatchObject({ kms: true, resource, policyKind, explicit: false });
  });
});

const nothing = {
  action: null,
  resource: null,
  principal: null,
  policyKind: 'unknown',
  explicit: false,
  kms: false,
};

it.each(['Access Denied', '', 'Forbidden', 'Request has expired'])('%j tells nothing', (text) => {
  expect(read(text)).toEqual({ ...nothing, policyArn: null, answeredAt: null });
});

it('tells the moment of the answer, when it has a date', () => {
  expect(readDenial('', 'Fri, 02 Oct 2026 09:30:07 GMT').answeredAt).toBe(Date.UTC(2026, 9, 2, 9, 30, 7));
  for (const date of [undefined, '', 'soon', 'x'.repeat(100_000)])
    expect(readDenial('', date).answeredAt).toBeNull();
});

describe('what a key or a stranger may put in', () => {
  it('a key with AWS’s own words stays a key', () => {
    const odd = 'x" with an explicit deny in a session policy because no "y';
    const text = `User: ${who} is not authorized to perform: s3:GetObject on resource: "${odd}" with an explicit deny in a resource-based policy`;
    expect(read(text)).toMatchObject({ resource: odd, policyKind: 'resource', explicit: true });
  });

  it('no key and no token is handed on', () => {
    const text = message(
      'with an explicit deny',
      ` on resource: "ASIAEXAMPLEEXAMPLE12/${'A1b+'.repeat(50)}"`,
    );
    expect(read(text).resource).toBe('ASIAEXAM[redacted][redacted]');
  });

  it.each([
    ['a long principal', `User: ${'u'.repeat(9000)} is not authorized to perform: s3:GetObject`],
    ['a long resource', message('with an explicit deny', ` on resource: "${'r. '.repeat(9000)}"`)],
    ['a long action', `User: u is not authorized to perform: s3:${'a'.repeat(9000)}`],
    [
      'a long name of a policy',
      message(`with an explicit deny in a session policy: arn:${'p.'.repeat(9000)}`),
    ],
    ['nothing but beginnings', 'User: '.repeat(9000)],
    ['nothing but spaces', `User:${' '.repeat(90_000)}`],
    ['nothing but reasons', message(' because'.repeat(9000))],
  ])('%s fits the contract', (_what, text) => {
    expect(Denial.safeParse(read(text)).error).toBeUndefined();
  });
});
