import { describe, expect, it } from 'vitest';
import type { FailureCode } from '../../electron/contract/failure.ts';
import { passView } from '../../electron/contract/snapshot.test-parts.ts';
import type { PassView } from '../../electron/contract/snapshot.ts';
import { failureText } from './failure-text.ts';
import { signinAdministratorText } from './signin-administrator-text.ts';

const at = new Date(2026, 9, 2, 11, 30).getTime();
const pass = passView({ roleName: 'S3AccessRole', roleArn: 'arn:aws:iam::111122223333:role/S3AccessRole' });
const textOf = (code: FailureCode, more: object = {}, of: PassView | undefined = pass) =>
  signinAdministratorText({ code, retry: 'never', ...more }, of, at);

describe('the text for the administrator', () => {
  it('says role, account, what to look at, what AWS answered, when and which request', () => {
    const raw = '400 InvalidIdentityToken\nResponse signature invalid';
    const text = textOf('sts-signature-refused', { raw, requestId: 'r-1' }) ?? '';
    for (const part of [
      'arn:aws:iam::111122223333:role/S3AccessRole',
      '1111-2222-3333',
      'metadata',
      'AWS answered: Response signature invalid',
      'request r-1',
      'region eu-west-1',
    ])
      expect(text).toContain(part);
    expect(text).not.toMatch(/undefined|null|\n\n/);
  });

  it('names the second role of two', () => {
    const chained = {
      roleArn: 'arn:aws:iam::444455556666:role/Partner',
      accountId: '444455556666',
      roleName: 'Partner',
    };
    expect(textOf('sts-chain-refused', {}, { ...pass, chained })).toContain(chained.roleArn);
  });

  it.each(['sts-unreachable', 'sts-throttled', 'sts-assertion-expired', 'clock-wrong'] as const)(
    'is not there for %s, which no administrator can mend',
    (code) => {
      expect(textOf(code)).toBeNull();
    },
  );

  it.each([
    'sts-role-refused',
    'sts-provider-unknown',
    'sts-issuer-unknown',
    'sts-signature-refused',
    'sts-audience-refused',
    'sts-session-name-missing',
    'sts-session-name-refused',
    'sts-source-identity-refused',
    'sts-assertion-refused',
    'sts-tagging-refused',
    'sts-tags-refused',
    'sts-region-disabled',
    'sts-duration-refused',
    'sts-chain-refused',
  ] as const)('is there for %s, and the words of the failure promise it', (code) => {
    expect(textOf(code)).toContain('Please');
    expect(failureText({ code, retry: 'never' }).next).toMatch(/text below/);
  });
});
