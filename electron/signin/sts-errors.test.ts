import { describe, expect, it } from 'vitest';
import { AppError } from '../lib/app-error.ts';
import { chainError, isDurationRefusal, stsError } from './sts-errors.ts';

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
    ['IDPRejectedClaim', 'sts-idp-rejected', 'now'],
    ['IDPRejectedClaimException', 'sts-idp-rejected', 'now'],
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

const TOO_LONG = 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.';
/** As AWS words them, with the service's own error name in brackets where it sends one. */
const worded: [name: string, words: string, code: string][] = [
  [
    'InvalidIdentityToken',
    "Specified provider doesn't exist (Service: AWSOpenIdDiscoveryService; Status Code: 400; Error Code: AuthSamlManifestNotFoundException; Request ID: 1; Proxy: null)",
    'sts-provider-unknown',
  ],
  [
    'InvalidIdentityToken',
    'Issuer not present in specified provider (Service: AWSOpenIdDiscoveryService; Status Code: 400; Error Code: AuthSamlInvalidSamlResponseException; Request ID: 1)',
    'sts-issuer-unknown',
  ],
  [
    'InvalidIdentityToken',
    'Response signature invalid (service: AWSOpenIdDiscoveryService; status code: 400; error code: InvalidIdentityToken)',
    'sts-signature-refused',
  ],
  ['InvalidIdentityToken', 'Response does not contain the required audience.', 'sts-audience-refused'],
  ['InvalidIdentityToken', 'RoleSessionName is required in AuthnResponse', 'sts-session-name-missing'],
  [
    'InvalidIdentityToken',
    'RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}',
    'sts-session-name-refused',
  ],
  [
    'InvalidIdentityToken',
    'Source Identity in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with "aws:"',
    'sts-source-identity-refused',
  ],
  ['InvalidIdentityToken', 'Something that is not in any guide', 'sts-assertion-refused'],
  ['AccessDenied', 'Not authorized to perform sts:AssumeRoleWithSAML', 'sts-role-refused'],
  ['AccessDenied', 'Not authorized to perform sts:TagSession', 'sts-tagging-refused'],
  ['AccessDenied', 'Not authorized to perform sts:SetSourceIdentity', 'sts-tagging-refused'],
  ['ValidationError', 'Unable to validate tags', 'sts-tags-refused'],
  ['ValidationError', 'Tag values must be at most 256 characters', 'sts-tags-refused'],
  ['ValidationError', TOO_LONG, 'sts-duration-refused'],
  [
    'ValidationError',
    "1 validation error detected: Value '1' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900",
    'sts-duration-refused',
  ],
  [
    'ValidationError',
    "1 validation error detected: Value '' at 'sAMLAssertion' failed to satisfy constraint: Member must have length greater than or equal to 4",
    'sts-request-refused',
  ],
  ['ValidationError', 'Request ARN is invalid', 'sts-request-refused'],
  ['ValidationError', '', 'sts-request-refused'],
  [
    'PackedPolicyTooLarge',
    'Packed size of session tags consumes 103% of allotted space.',
    'sts-policy-too-large',
  ],
  ['MalformedPolicyDocument', 'The policy is not in the valid JSON format.', 'sts-policy-malformed'],
  ['RegionDisabled', 'STS is not activated in this region for account:111122223333.', 'sts-region-disabled'],
];

describe('what STS files under one name', () => {
  it.each(worded)('is told apart by its words: %s, %s', (name, words, code) => {
    for (const spelt of [name, `${name}Exception`])
      expect(stsError(thrown(spelt, words), ROLE)).toMatchObject({
        code,
        details: { retry: 'never', subject: ROLE, raw: `400 ${spelt}\n${words}`, requestId: 'r-1' },
      });
  });

  it.each([
    ['AccessDenied', TOO_LONG],
    ['NotAValidationError', TOO_LONG],
    ['IDPRejectedClaimException', TOO_LONG],
  ])('is not told by its words alone: %s', (name, words) => {
    expect(isDurationRefusal(stsError(thrown(name, words), ROLE))).toBe(false);
  });
});

describe('a refusal of the second role', () => {
  const SECOND = 'arn:aws:iam::444455556666:role/Partner';

  it('names both: which was refused, and with whose session it was asked for', () => {
    const words = `User: x is not authorized to perform: sts:AssumeRole on resource: ${SECOND}`;
    expect(chainError(thrown('AccessDenied', words, 403), SECOND, ROLE)).toMatchObject({
      code: 'sts-chain-refused',
      details: { retry: 'never', subject: SECOND, raw: expect.stringContaining(`the session of ${ROLE}`) },
    });
  });

  it('is else what it would be of any role', () => {
    expect(chainError(thrown('Throttling'), SECOND, ROLE).code).toBe('sts-throttled');
    expect(chainError(thrown('RegionDisabledException'), SECOND, ROLE).code).toBe('sts-region-disabled');
  });
});
