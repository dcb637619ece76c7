import { describe, expect, it } from 'vitest';
import { AppError } from '../lib/app-error.ts';
import { isDurationRefusal, stsError } from './sts-errors.ts';

const ROLE = 'arn:aws:iam::111122223333:role/S3AccessRole';
/** As the SDK throws it: an `Error` with a name of STS's choice, and what it knows of the answer. */
const thrown = (name: string, message = 'no', status: number | null = 400) =>
  Object.assign(new Error(message), {
    name,
    $metadata:
      status === null ? { attempts: 3, totalRetryDelay: 9 } : { httpStatusCode: status, requestId: 'r-1' },
    ...(status === null ? {} : { $response: {} }),
  });

describe('what STS refused', () => {
  it.each([
    ['AccessDenied', 'sts-role-refused', 'never'],
    ['InvalidIdentityToken', 'sts-assertion-refused', 'never'],
    ['InvalidIdentityTokenException', 'sts-assertion-refused', 'never'],
    ['IDPRejectedClaim', 'sts-assertion-refused', 'now'],
    ['IDPRejectedClaimException', 'sts-assertion-refused', 'now'],
    ['ExpiredTokenException', 'sts-assertion-expired', 'now'],
    ['ExpiredToken', 'sts-assertion-expired', 'now'],
    ['RegionDisabledException', 'sts-region-disabled', 'never'],
    ['Throttling', 'sts-throttled', 'now'],
    ['ThrottlingException', 'sts-throttled', 'now'],
    ['RequestLimitExceeded', 'sts-throttled', 'now'],
  ])('has a code of ours for %s', (name, code, retry) => {
    expect(stsError(thrown(name), ROLE)).toMatchObject({ code, details: { retry, subject: ROLE } });
  });

  it('goes by the name, whatever the status', () => {
    expect(stsError(thrown('Throttling', 'Rate exceeded', 503), ROLE).code).toBe('sts-throttled');
  });

  it.each(['constructor', 'toString', '__proto__', 'SomethingNew', ''])(
    'is garbled for the name "%s", which is not in the table',
    (name) => {
      expect(stsError(thrown(name), ROLE).code).toBe('sts-answer-garbled');
    },
  );

  it.each([
    ['no answer at all', null, 'sts-unreachable'],
    ['a redirection', 302, 'sts-answer-garbled'],
    ['a refusal', 403, 'sts-answer-garbled'],
    ['the last of the refusals', 499, 'sts-answer-garbled'],
    ['trouble', 500, 'sts-unreachable'],
    ['a gateway in trouble', 504, 'sts-unreachable'],
    ['an answer that is no good', 200, 'sts-answer-garbled'],
  ])('is judged by the status when the name says nothing: %s', (_what, status, code) => {
    expect(stsError(thrown('Unknown', 'no', status), ROLE).code).toBe(code);
  });

  it('is garbled when an answer came that the SDK could not read', () => {
    const error = Object.assign(new SyntaxError('unexpected end'), { $response: { statusCode: 200 } });
    expect(stsError(error, ROLE).code).toBe('sts-answer-garbled');
  });

  it('may be tried again when nobody knows better', () => {
    for (const status of [null, 400, 500])
      expect(stsError(thrown('Unknown', 'no', status), ROLE).details.retry ?? 'now').toBe('now');
  });

  it('keeps the words, the request id, the subject and the cause', () => {
    const cause = thrown('AccessDenied', 'Not authorized to perform sts:AssumeRoleWithSAML', 403);
    expect(stsError(cause, ROLE).details).toEqual({
      retry: 'never',
      subject: ROLE,
      raw: '403 AccessDenied\nNot authorized to perform sts:AssumeRoleWithSAML',
      requestId: 'r-1',
      cause,
    });
  });

  it('has no request id and says so when no answer came', () => {
    const { details } = stsError(thrown('TimeoutError', 'connect ECONNREFUSED', null), ROLE);
    expect(details.raw).toBe('no answer TimeoutError\nconnect ECONNREFUSED');
    expect(details).not.toHaveProperty('requestId');
  });

  it('leaves a failure of ours as it is', () => {
    const ours = new AppError('sts-answer-mismatch', { subject: 'x' });
    expect(stsError(ours, ROLE)).toBe(ours);
  });
});

describe('a refusal of the duration', () => {
  const TOO_LONG = 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.';
  const CONSTRAINT =
    "1 validation error detected: Value '1' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900";
  const OTHER = "1 validation error detected: Value '' at 'sAMLAssertion' failed to satisfy constraint";
  it.each([
    ['ValidationError', TOO_LONG, true],
    ['ValidationErrorException', TOO_LONG, true],
    ['ValidationError', CONSTRAINT, true],
    ['ValidationError', 'MaxSessionDuration', true],
    ['ValidationError', OTHER, false],
    ['ValidationError', '', false],
    ['AccessDenied', TOO_LONG, false],
    ['NotAValidationError', TOO_LONG, false],
    ['IDPRejectedClaimException', TOO_LONG, false],
  ])('is told by name and words: %s, %s', (name, message, expected) => {
    expect(isDurationRefusal(thrown(name, message))).toBe(expected);
  });

  it.each([
    ['ValidationError', TOO_LONG, 'sts-duration-refused'],
    ['ValidationError', CONSTRAINT, 'sts-duration-refused'],
    ['ValidationError', OTHER, 'sts-assertion-refused'],
    ['ValidationErrorException', '', 'sts-assertion-refused'],
  ])('has a code of its own among the other validation errors: %s, %s', (name, message, code) => {
    expect(stsError(thrown(name, message), ROLE)).toMatchObject({
      code,
      details: { retry: 'never', subject: ROLE, raw: `400 ${name}\n${message}`, requestId: 'r-1' },
    });
  });
});
