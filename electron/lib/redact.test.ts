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
