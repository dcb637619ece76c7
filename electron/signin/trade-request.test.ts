import { describe, expect, it } from 'vitest';
import { AppError } from '../lib/app-error.ts';
import type { Pass } from '../settings/schema.ts';
import { attribute, PROVIDER, ROLE } from './saml.test-parts.ts';
import { CORP } from './service.test-parts.ts';
import { ASSERTION, assertionWith } from './sts.test-parts.ts';
import { chainInput, checkRoles, durationsOf, samlInput, tradeRequest } from './trade-request.ts';

const SECOND = 'arn:aws:iam::444455556666:role/team/Partner';
const pass = (more: Partial<Pass> = {}): Pass => ({
  id: 'a',
  organisation: 'corp',
  label: 'A',
  roleArn: ROLE,
  providerArn: PROVIDER,
  region: 'eu-west-1',
  ...more,
});
const request = (more: Partial<Pass> = {}, seconds = 43_200, assertion = ASSERTION) =>
  tradeRequest(CORP, assertion, pass(more), seconds);
const roleAttribute = attribute('Role', `${ROLE},${PROVIDER}`) + attribute('RoleSessionName', 'ada');
const wishing = (seconds: number) =>
  assertionWith({ attributes: roleAttribute + attribute('SessionDuration', String(seconds)) });

describe('how long a session is asked for', () => {
  it.each([
    ['the ceiling, when the company wishes nothing', ASSERTION, 43_200, 43_200],
    ['the company’s wish below the ceiling', wishing(7200), 43_200, 7200],
    ['the ceiling below the company’s wish', wishing(28_800), 3600, 3600],
  ])('%s', (_what, assertion, ceiling, asked) => {
    expect(durationsOf(request({}, ceiling, assertion))[0]).toBe(asked);
  });

  it('the shortest there is for a first role that only leads to a second', () => {
    expect(durationsOf(request({ thenAssume: { roleArn: SECOND } }))).toEqual([900]);
  });
});

describe('what is sent', () => {
  it('is no policy for the full scope', () => {
    expect(Object.keys(samlInput(request(), 3600))).toEqual([
      'RoleArn',
      'PrincipalArn',
      'SAMLAssertion',
      'DurationSeconds',
    ]);
  });

  it('is the read-only policy of the role’s partition', () => {
    const china = ROLE.replace('aws:', 'aws-cn:');
    expect(samlInput(request({ scope: 'read-only', roleArn: china }), 3600)).toMatchObject({
      PolicyArns: [{ arn: 'arn:aws-cn:iam::aws:policy/ReadOnlyAccess' }],
      Policy: expect.stringContaining('"Deny"'),
    });
  });

  it('holds only the second of two roles down', () => {
    const both = request({ scope: 'read-only', thenAssume: { roleArn: SECOND } });
    expect(samlInput(both, 900)).not.toHaveProperty('Policy');
    expect(chainInput(both, { roleArn: SECOND })).toHaveProperty('Policy');
  });

  it.each([
    [{ roleArn: SECOND }, 43_200, { RoleSessionName: 'ada', DurationSeconds: 3600 }],
    [{ roleArn: SECOND }, 1800, { RoleSessionName: 'ada', DurationSeconds: 1800 }],
    [
      { roleArn: SECOND, externalId: 'x-1', sessionName: 'me' },
      43_200,
      { RoleSessionName: 'me', ExternalId: 'x-1', DurationSeconds: 3600 },
    ],
  ])('for a second role %j at a ceiling of %i is at most an hour', (then, seconds, expected) => {
    expect(chainInput(request({ thenAssume: then }, seconds), then)).toEqual({
      RoleArn: SECOND,
      ...expected,
    });
  });
});

describe('a second role', () => {
  it.each([
    ['of another partition', SECOND.replace('aws:', 'aws-cn:')],
    ['of IAM Identity Center', 'arn:aws:iam::444455556666:role/AWSReservedSSO_ReadOnly_0f3c9a1b'],
    [
      'of IAM Identity Center, with its path',
      'arn:aws:iam::444455556666:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_A_1',
    ],
  ])('%s is refused before anything is sent', (_what, roleArn) => {
    const refused = () => checkRoles(request({ thenAssume: { roleArn } }));
    expect(refused).toThrow(AppError);
    expect(refused).toThrow('sts-chain-impossible');
  });
});
