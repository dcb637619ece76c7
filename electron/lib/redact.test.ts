import { describe, expect, it } from 'vitest';
import { redactFields, redactText } from './redact.ts';

const token = 'FwoGZXIvYXdzE'.repeat(20);

describe('redaction', () => {
  it.each([
    ['a session token in text', `token was ${token}.`, 'token was [redacted].'],
    ['an assertion in a form body', 'SAMLResponse=PHNhbWw%2B&x=1', 'SAMLResponse=[redacted]&x=1'],
    [
      'a secret in XML',
      '<SecretAccessKey>abc/def+1</SecretAccessKey>',
      '<SecretAccessKey>[redacted]</SecretAccessKey>',
    ],
    ['an access key id but for its start', 'key ASIADEMO12345678ABCD', 'key ASIADEMO[redacted]'],
    [
      'a session as it is posted to the console’s federation endpoint',
      'Session=%7B%22sessionKey%22%3A%22abc%2Fdef%22%7D&Action=getSigninToken',
      'Session=%7B%22sessionKey%22%3A%22[redacted]&Action=getSigninToken',
    ],
    [
      'a sign-in token of the console, also inside another address',
      'x?SigninToken=abc x?redirect_uri=y%26SigninToken%3Dabc&z=1',
      'x?SigninToken=[redacted] x?redirect_uri=y%26SigninToken%3D[redacted]&z=1',
    ],
    [
      'nothing of an ARN',
      'arn:aws:iam::111122223333:role/S3AccessRole',
      'arn:aws:iam::111122223333:role/S3AccessRole',
    ],
  ])('takes out %s', (_what, text, expected) => {
    expect(redactText(text)).toBe(expected);
  });

  it('takes out fields by their name at any depth', () => {
    expect(
      redactFields({
        pass: 'p',
        inner: { sessionToken: 'x', secretAccessKey: 'y', list: [{ password: 'z' }] },
      }),
    ).toEqual({
      pass: 'p',
      inner: {
        sessionToken: '[redacted]',
        secretAccessKey: '[redacted]',
        list: [{ password: '[redacted]' }],
      },
    });
  });

  it('stops at a depth instead of following a circle', () => {
    const circle: Record<string, unknown> = {};
    circle.again = circle;
    expect(JSON.stringify(redactFields(circle))).toContain('[deep]');
  });
});
