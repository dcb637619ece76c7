import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inMinutes, ROLE } from './saml.test-parts.ts';
import {
  assumed,
  CREDENTIALS,
  EXPIRY,
  type FakeSts,
  REQUEST_ID,
  refusal,
  refusedAt,
  type StsAnswer,
  startFakeSts,
  USER,
} from './sts.test-parts.ts';

let sts: FakeSts;
beforeEach(async () => {
  sts = await startFakeSts();
});
afterEach(() => sts.close());

describe('an answer of STS is refused as not what was asked', () => {
  it.each([
    ['another account', USER.replace('1111', '9999')],
    ['another role', USER.replace('S3Access', 'Admin')],
    ['a role whose name goes on', USER.replace('Role/', 'Role2/')],
    ['a role in other capitals', USER.replace('S3A', 's3a')],
    ['another session name', USER.replace('/ada', '/eve')],
    ['a session name that goes on', `${USER}/more`],
    ['another partition', USER.replace('aws:', 'aws-cn:')],
    ['a user', 'arn:aws:iam::111122223333:user/ada'],
    ['nobody', ''],
  ])('for %s', async (_whose, arn) => {
    sts.answer = () => assumed(arn);
    expect(await refusedAt(sts.endpoint)).toMatchObject({
      code: 'sts-answer-mismatch',
      details: { retry: 'never', subject: `${arn || 'nobody'} instead of ${ROLE}` },
    });
    expect(sts.seen).toHaveLength(1);
  });
});

describe('an answer of STS is refused as garbled', () => {
  const without = (name: string) =>
    assumed(USER, CREDENTIALS.replace(new RegExp(`<${name}>.*</${name}>`), ''));
  const ending = (end: string) => assumed(USER, CREDENTIALS.replace(EXPIRY, end));
  it.each<[string, StsAnswer]>([
    ['without an access key', without('AccessKeyId')],
    ['without a secret key', without('SecretAccessKey')],
    ['without a token', without('SessionToken')],
    ['without an end', without('Expiration')],
    ['without credentials', assumed(USER, '')],
    ['with an end that is no time', ending('soon')],
    ['with an end in the past', ending(inMinutes(-60))],
    ['with an end that is now', ending(inMinutes(0))],
    ['when it is a page', { body: '<html><body>Please accept the terms<br></body></html>' }],
    ['when it is no XML', { body: 'all is well' }],
    ['when it is half there', { body: '<AssumeRoleWithSAMLResponse><AssumeRole' }],
    ['when it is empty', { body: '' }],
    ['when something between refuses in its own words', { status: 403, body: '<html>Blocked</html>' }],
    ['when it points elsewhere', { status: 307, headers: { location: '/elsewhere' }, body: '' }],
  ])('%s', async (_how, given) => {
    sts.answer = () => given;
    expect(await refusedAt(sts.endpoint)).toMatchObject({
      code: 'sts-answer-garbled',
      details: { subject: ROLE },
    });
    expect(sts.seen).toHaveLength(1);
  });
});

describe('a refusal of STS', () => {
  it.each([
    [403, 'AccessDenied', 'sts-role-refused'],
    [403, 'IDPRejectedClaim', 'sts-idp-rejected'],
    [400, 'InvalidIdentityToken', 'sts-assertion-refused'],
    [400, 'ExpiredTokenException', 'sts-assertion-expired'],
    [403, 'RegionDisabledException', 'sts-region-disabled'],
    [400, 'ValidationError', 'sts-request-refused'],
    [404, 'SomethingNew', 'sts-answer-garbled'],
    [400, 'constructor', 'sts-answer-garbled'],
  ])('is asked for once: %i %s', async (status, name, code) => {
    sts.answer = () => refusal(status, name);
    expect(await refusedAt(sts.endpoint)).toMatchObject({
      code,
      details: { subject: ROLE, requestId: REQUEST_ID },
    });
    expect(sts.seen).toHaveLength(1);
  });
});
