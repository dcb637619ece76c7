import { expect, test } from 'vitest';
import { isElsewhere, notEnabled, regionIn } from './region-errors.ts';

test.each([
  ['the header', { name: 'x', $response: { headers: { 'x-amz-bucket-region': 'eu-west-2' } } }, 'eu-west-2'],
  ['the body', { name: 'AuthorizationHeaderMalformed', Region: 'eu-west-2' }, 'eu-west-2'],
  [
    'the words',
    { message: "The authorization header is malformed; the region 'a' is wrong; expecting 'eu-west-2'" },
    'eu-west-2',
  ],
  [
    'the words of an opt-in region',
    { message: 'The af-south-1 location constraint is incompatible for the region specific endpoint' },
    'af-south-1',
  ],
  [
    'the words for the oldest region',
    { message: 'The unspecified location constraint is incompatible for the region specific endpoint' },
    'us-east-1',
  ],
  ['nothing', new Error('no'), null],
])('the region is told by %s', (_by, error, region) => {
  expect(regionIn(error)).toBe(region);
});

test.each([
  [{ name: 'PermanentRedirect' }, true],
  [{ name: 'IllegalLocationConstraintException' }, true],
  [{ name: 'UnknownError', $metadata: { httpStatusCode: 301 } }, true],
  [{ name: 'AccessDenied', $metadata: { httpStatusCode: 403 } }, false],
  [undefined, false],
])('%o says that the bucket is elsewhere: %s', (error, elsewhere) => {
  expect(isElsewhere(error)).toBe(elsewhere);
});

test('a session that a region to be enabled does not know is told as that region not being enabled', () => {
  const refused = { name: 'InvalidToken', message: 'malformed', $metadata: { httpStatusCode: 400 } };
  expect(notEnabled(refused, 'af-south-1', 'eu-west-1')).toMatchObject({
    code: 's3-region-not-enabled',
    details: { subject: 'af-south-1', retry: 'never', raw: '400 InvalidToken\nmalformed' },
  });
  expect(notEnabled(refused, 'eu-central-1', 'eu-west-1')).toBeNull();
  expect(notEnabled(refused, 'af-south-1', 'af-south-1')).toBeNull();
  expect(notEnabled({ name: 'AccessDenied' }, 'af-south-1', 'eu-west-1')).toBeNull();
});
