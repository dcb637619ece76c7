import { describe, expect, it } from 'vitest';
import { Failure } from '../contract/failure.ts';
import { AppError } from '../lib/app-error.ts';
import { s3Failure } from './errors.ts';

/** As the SDK throws: an error with S3's code for its name, and what it knows of the answer. */
const refusal = (name: string, status: number, more: object = {}) =>
  Object.assign(new Error('said by S3'), { name, $metadata: { httpStatusCode: status }, ...more });
/** As Node throws: an error with a code, and no answer. */
const broken = (code: string, message = 'said by Node') => Object.assign(new Error(message), { code });

describe('what S3 says by name', () => {
  it.each([
    ['AccessDenied', 403, 's3-access-denied', 'never'],
    ['AllAccessDisabled', 403, 's3-access-denied', 'never'],
    ['AccountProblem', 403, 's3-access-denied', 'never'],
    ['Forbidden', 403, 's3-access-denied', 'never'],
    ['ExpiredToken', 400, 's3-session-ended', 'afterSignIn'],
    ['TokenRefreshRequired', 400, 's3-session-ended', 'afterSignIn'],
    ['InvalidAccessKeyId', 403, 's3-signature-refused', 'afterSignIn'],
    ['InvalidToken', 400, 's3-signature-refused', 'afterSignIn'],
    ['SignatureDoesNotMatch', 403, 's3-signature-refused', 'afterSignIn'],
    ['RequestTimeTooSkewed', 403, 's3-clock-wrong', 'now'],
    ['RequestExpired', 400, 's3-clock-wrong', 'now'],
    ['InvalidObjectState', 403, 's3-archived', 'never'],
    ['KMS.DisabledException', 400, 's3-key-unusable', 'never'],
    ['KMS.KMSInvalidStateException', 400, 's3-key-unusable', 'never'],
    ['KMS.NotFoundException', 400, 's3-key-unusable', 'never'],
    ['NoSuchBucket', 404, 's3-no-such-bucket', 'never'],
    ['NoSuchKey', 404, 's3-no-such-key', 'never'],
    ['NotFound', 404, 's3-no-such-key', 'never'],
    ['PermanentRedirect', 301, 's3-wrong-region', 'never'],
    ['AuthorizationHeaderMalformed', 400, 's3-wrong-region', 'never'],
    ['SlowDown', 503, 's3-throttled', 'now'],
    ['ServiceUnavailable', 503, 's3-throttled', 'now'],
    ['InvalidBucketName', 400, 's3-bad-request', 'never'],
    ['InvalidArgument', 400, 's3-bad-request', 'never'],
  ])('%s (%i) is %s', (name, status, code, retry) => {
    expect(s3Failure(refusal(name, status), 'bucket')).toMatchObject({ code, retry });
    expect(s3Failure(refusal('Unknown', status, { Code: name }), 'bucket')).toMatchObject({ code, retry });
  });
});

describe('one code of S3 that means several things', () => {
  const denied = (message: string) => s3Failure(refusal('AccessDenied', 403, { message }), 'bucket/key');

  it('a key that refuses is told from an object that is refused', () => {
    const words =
      'User: u is not authorized to perform: kms:Decrypt because no identity-based policy allows the';
    expect(denied(`${words} kms:Decrypt action`)).toMatchObject({
      code: 's3-kms-denied',
      denial: { policyKind: 'identity', kms: true },
    });
  });

  it('so is an object that is locked', () => {
    const failure = denied('Access Denied because object protected by object lock.');
    expect(failure).toMatchObject({ code: 's3-object-locked', subject: 'bucket/key' });
    expect(failure.denial).toBeUndefined();
  });

  it('the right region is named where S3 names it', () => {
    const headers = { 'x-amz-bucket-region': 'eu-central-1' };
    const elsewhere = { code: 's3-other-region', subject: 'eu-central-1' };
    expect(s3Failure(refusal('PermanentRedirect', 301, { $response: { headers } }), 'b')).toMatchObject(
      elsewhere,
    );
    const region = { Region: 'eu-central-1' };
    expect(s3Failure(refusal('AuthorizationHeaderMalformed', 400, region), 'b')).toMatchObject(elsewhere);
    const ours = { region: 'eu-central-1' };
    expect(s3Failure(refusal('PermanentRedirect', 301, ours), 'b')).toMatchObject(elsewhere);
    const odd = { Region: '<b>eu</b>' };
    expect(s3Failure(refusal('AuthorizationHeaderMalformed', 400, odd), 'b').code).toBe('s3-wrong-region');
  });

  it.each([
    [{ StorageClass: 'GLACIER' }, 'GLACIER'],
    [{ StorageClass: 'INTELLIGENT_TIERING', AccessTier: 'ARCHIVE_ACCESS' }, 'ARCHIVE_ACCESS'],
    [{ StorageClass: 'not a class' }, undefined],
    [{}, undefined],
  ])('an archive is named: %j', (more, subject) => {
    const failure = s3Failure(refusal('InvalidObjectState', 403, more), 'bucket');
    expect([failure.code, failure.subject]).toEqual(['s3-archived', subject]);
  });
});

describe('what S3 says by status only', () => {
  it.each([
    [301, 's3-wrong-region', 'never'],
    [307, 's3-wrong-region', 'never'],
    [403, 's3-access-denied', 'never'],
    [404, 's3-no-such-key', 'never'],
    [500, 's3-unreachable', 'now'],
    [502, 's3-unreachable', 'now'],
    [400, 's3-answer-garbled', 'now'],
    [200, 's3-answer-garbled', 'now'],
  ])('%i is %s', (status, code, retry) => {
    expect(s3Failure(refusal('Unknown', status), 'bucket')).toMatchObject({ code, retry });
  });
});

describe('what never reached S3, or never the disk', () => {
  it.each([
    ['ECONNREFUSED', 's3-unreachable'],
    ['ECONNRESET', 's3-unreachable'],
    ['ENOTFOUND', 's3-unreachable'],
    ['EAI_AGAIN', 's3-unreachable'],
    ['EHOSTUNREACH', 's3-unreachable'],
    ['ENETUNREACH', 's3-unreachable'],
    ['ETIMEDOUT', 's3-unreachable'],
    ['CERT_HAS_EXPIRED', 's3-certificate-refused'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 's3-certificate-refused'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 's3-certificate-refused'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 's3-certificate-refused'],
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EACCES', 'file-not-written'],
    ['EPERM', 'file-not-written'],
    ['ENOENT', 'file-not-written'],
    ['EROFS', 'file-not-written'],
    ['EISDIR', 'file-not-written'],
    ['ENOTDIR', 'file-not-written'],
    ['ENAMETOOLONG', 'path-too-long'],
    ['EFBIG', 'file-not-written'],
    ['EBUSY', 'file-not-written'],
    ['EIO', 'file-not-written'],
  ])('%s is %s', (code, failure) => {
    expect(s3Failure(broken(code), 'bucket')).toMatchObject({ code: failure, retry: 'now' });
  });

  it.each([
    ['a time-out of the SDK', Object.assign(new Error('too slow'), { name: 'TimeoutError' })],
    ['a socket that hung up', new Error('socket hang up')],
    ['a body that was aborted', new Error('aborted')],
  ])('%s is s3-unreachable', (_what, error) => {
    expect(s3Failure(error, 'bucket').code).toBe('s3-unreachable');
  });
});

describe('the failure for the screen', () => {
  it('tells subject, status, code, message and request id', () => {
    const error = refusal('AccessDenied', 403, { $metadata: { httpStatusCode: 403, requestId: 'R-1' } });
    expect(s3Failure(error, 'bucket/prefix/')).toEqual({
      code: 's3-access-denied',
      retry: 'never',
      subject: 'bucket/prefix/',
      raw: '403 AccessDenied\nsaid by S3',
      requestId: 'R-1',
      denial: expect.objectContaining({ policyKind: 'unknown', kms: false }),
    });
  });

  it('says so when nobody answered', () => {
    expect(s3Failure(broken('ENOTFOUND'), '')).toEqual({
      code: 's3-unreachable',
      retry: 'now',
      raw: 'no answer Error\nsaid by Node',
    });
  });

  it('keeps the code and the retry of a failure that is ours', () => {
    expect(s3Failure(new AppError('no-session', { retry: 'afterSignIn' }), 'bucket')).toEqual({
      code: 'no-session',
      retry: 'afterSignIn',
      subject: 'bucket',
    });
    expect(s3Failure(new AppError('s3-answer-garbled'), '')).toEqual({
      code: 's3-answer-garbled',
      retry: 'now',
    });
  });

  it('holds no key and no token that the other side said back', () => {
    const message = `ASIAEXAMPLEEXAMPLE12 with SessionToken=${'t'.repeat(40)} and ${'A1b+'.repeat(100)}`;
    const { raw } = s3Failure(refusal('InvalidToken', 400, { message }), 'bucket');
    expect(raw).toBe('400 InvalidToken\nASIAEXAM[redacted] with SessionToken=[redacted] and [redacted]');
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a word', 'word'],
    ['an empty object', {}],
    ['very long words', refusal('x'.repeat(5000), 400, { message: 'y '.repeat(5000) })],
    ['a very long request id', refusal('x', 400, { $metadata: { requestId: 'r'.repeat(5000) } })],
    ['a name that every object has', refusal('constructor', 400)],
    ['a name that every object comes from', refusal('__proto__', 400)],
    ['a code that every object has', refusal('x', 400, { code: 'toString' })],
    ['a code in the answer that every object has', refusal('x', 400, { Code: 'valueOf' })],
  ])('fits the contract, and is garbled, for %s', (_what, error) => {
    const failure = s3Failure(error, 's'.repeat(1024));
    expect(Failure.safeParse(failure).error).toBeUndefined();
    expect(failure).toMatchObject({ code: 's3-answer-garbled', retry: 'now' });
  });
});
