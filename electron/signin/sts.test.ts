import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { attribute, PROVIDER, ROLE } from './saml.test-parts.ts';
import {
  ASSERTION,
  assertionWith,
  assumed,
  EXPIRY,
  type FakeSts,
  REQUEST_ID,
  refusal,
  refusedAt,
  type StsAnswer,
  startFakeSts,
  tradeAt,
  USER,
} from './sts.test-parts.ts';

let sts: FakeSts;
beforeEach(async () => {
  sts = await startFakeSts();
});
afterEach(async () => {
  vi.useRealTimers();
  await sts.close();
});

describe('a trade at STS', () => {
  it('sends the assertion byte for byte, and no signature', async () => {
    expect(ASSERTION.base64).toMatch(/^(?=.*\+)(?=.*\/).*=$/);
    await tradeAt(sts.endpoint);
    expect(sts.seen).toHaveLength(1);
    expect(Object.fromEntries(sts.seen[0]?.form ?? [])).toEqual({
      Version: '2011-06-15',
      Action: 'AssumeRoleWithSAML',
      RoleArn: ROLE,
      PrincipalArn: PROVIDER,
      SAMLAssertion: ASSERTION.base64,
      DurationSeconds: '43200',
    });
    expect(Object.keys(sts.seen[0]?.headers ?? {})).toContain('user-agent');
    expect(Object.keys(sts.seen[0]?.headers ?? {})).not.toContain('authorization');
  });

  it('brings the credentials and the end that STS said', async () => {
    expect(await tradeAt(sts.endpoint)).toEqual({
      credentials: {
        accessKeyId: 'ASIAEXAMPLE',
        secretAccessKey: 'sec/ret+=',
        sessionToken: 'tok+/en==',
        startedAt: Date.parse(EXPIRY) - 3_600_000,
        expiresAt: Date.parse(EXPIRY),
        scope: 'full',
      },
      durationSeconds: 43_200,
    });
  });

  const nameless = assertionWith({ attributes: attribute('Role', `${ROLE},${PROVIDER}`) });
  it.each([
    ['a path in the role', ROLE.replace('role/', 'role/team/data/'), USER, ASSERTION],
    ['a partition of its own', ROLE.replace('aws:', 'aws-cn:'), USER.replace('aws:', 'aws-cn:'), ASSERTION],
    ['any session name when the company gave none', ROLE, USER.replace('/ada', '/eve'), nameless],
  ])('is good with %s', async (_what, roleArn, arn, assertion) => {
    sts.answer = () => assumed(arn);
    const { credentials } = await tradeAt(sts.endpoint, { roleArn, assertion });
    expect(credentials.accessKeyId).toBe('ASIAEXAMPLE');
    expect(sts.seen[0]?.form.get('RoleArn')).toBe(roleArn);
  });
});

describe('a duration that STS refuses', () => {
  const WORDS = 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.';
  const atMost = (seconds: number) => (form: URLSearchParams) =>
    Number(form.get('DurationSeconds')) > seconds ? refusal(400, 'ValidationError', WORDS) : assumed();
  const durationsAsked = () => sts.seen.map(({ form }) => Number(form.get('DurationSeconds')));

  it.each([
    [43_200, 43_200, [43_200]],
    [43_200, 28_800, [43_200, 28_800]],
    [43_200, 14_400, [43_200, 28_800, 14_400]],
    [43_200, 10_000, [43_200, 28_800, 14_400, 7200]],
    [43_200, 3600, [43_200, 28_800, 14_400, 7200, 3600]],
    [28_800, 14_400, [28_800, 14_400]],
    [20_000, 3600, [20_000, 14_400, 7200, 3600]],
  ])('steps down from %i when the role allows %i', async (durationSeconds, allowed, asked) => {
    sts.answer = atMost(allowed);
    expect((await tradeAt(sts.endpoint, { durationSeconds })).durationSeconds).toBe(asked.at(-1));
    expect(durationsAsked()).toEqual(asked);
  });

  it.each([
    [7200, [7200, 3600]],
    [3600, [3600]],
    [900, [900]],
  ])('is the end when %i is asked and even the least is too long', async (durationSeconds, asked) => {
    sts.answer = atMost(0);
    expect(await refusedAt(sts.endpoint, { durationSeconds })).toMatchObject({
      code: 'sts-duration-refused',
      details: { subject: ROLE, requestId: REQUEST_ID, raw: expect.stringContaining(WORDS) },
    });
    expect(durationsAsked()).toEqual(asked);
  });
});

describe('an STS that is not there', () => {
  it.each<[string, StsAnswer]>([
    ['in trouble', refusal(500, 'InternalFailure')],
    ['away for a while', { status: 503, body: '' }],
    ['cutting the line', 'cut'],
  ])('is tried four times when it is %s', async (_how, given) => {
    sts.answer = () => given;
    expect(await refusedAt(sts.endpoint)).toMatchObject({ code: 'sts-unreachable' });
    expect(sts.seen).toHaveLength(4);
  });

  it('is good when it answers at the second time', async () => {
    sts.answer = () => (sts.seen.length === 1 ? refusal(500, 'InternalFailure') : assumed());
    expect((await tradeAt(sts.endpoint)).durationSeconds).toBe(43_200);
    expect(sts.seen).toHaveLength(2);
  });

  it('is unreachable when nothing listens', async () => {
    await sts.close();
    expect(await refusedAt(sts.endpoint)).toMatchObject({
      code: 'sts-unreachable',
      details: { subject: ROLE },
    });
  });

  it('is unreachable when it says nothing for half a minute, four times', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    sts.answer = () => 'silence';
    const refused = refusedAt(sts.endpoint);
    for (const tries of [1, 2, 3, 4]) {
      await vi.waitFor(() => expect(sts.seen).toHaveLength(tries));
      await vi.advanceTimersByTimeAsync(30_000);
    }
    expect((await refused).code).toBe('sts-unreachable');
  });
});
