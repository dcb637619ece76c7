import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../lib/app-error.ts';
import { directTransport } from '../network/direct.test-parts.ts';
import { NOW, PROVIDER, ROLE } from './saml.test-parts.ts';
import {
  ASSERTION,
  assertionWith,
  assumed,
  type FakeSts,
  refusal,
  refusedAt,
  startFakeSts,
  tradeAt,
} from './sts.test-parts.ts';
import { createStsTrade } from './sts.ts';

const SECOND = 'arn:aws:iam::444455556666:role/Partner';
const SECOND_USER = 'arn:aws:sts::444455556666:assumed-role/Partner/ada';
const actions = (sts: FakeSts) => sts.seen.map(({ form }) => form.get('Action'));
const isSecond = (form: URLSearchParams) => form.get('Action') === 'AssumeRole';

let sts: FakeSts;
beforeEach(async () => {
  sts = await startFakeSts();
});
afterEach(() => sts.close());

describe('a pass with a second role', () => {
  const thenAssume = { roleArn: SECOND, externalId: 'x-1' };
  beforeEach(() => {
    sts.answer = (form) => {
      if (!isSecond(form)) return assumed();
      const given = assumed(SECOND_USER);
      const body = typeof given === 'object' ? given.body.replaceAll('AssumeRoleWithSAML', 'AssumeRole') : '';
      return { body: body.replace('ASIAEXAMPLE', 'ASIASECOND') };
    };
  });

  it('takes the first with the assertion, the second signed with the first’s session, and keeps the second', async () => {
    const { credentials, durationSeconds } = await tradeAt(sts.endpoint, { thenAssume, scope: 'read-only' });
    expect(credentials).toMatchObject({ accessKeyId: 'ASIASECOND', scope: 'read-only' });
    expect(durationSeconds).toBe(43_200);
    expect(actions(sts)).toEqual(['AssumeRoleWithSAML', 'AssumeRole']);
    const [first, second] = sts.seen;
    expect(first?.form.has('Policy')).toBe(false);
    expect(second?.headers.authorization).toContain('Credential=ASIAEXAMPLE/');
    expect(second?.headers['x-amz-security-token']).toBe('tok+/en==');
    expect(Object.fromEntries(second?.form ?? [])).toMatchObject({
      RoleArn: SECOND,
      RoleSessionName: 'ada',
      ExternalId: 'x-1',
      DurationSeconds: '3600',
      'PolicyArns.member.1.arn': 'arn:aws:iam::aws:policy/ReadOnlyAccess',
    });
    expect(second?.form.has('SAMLAssertion')).toBe(false);
  });

  it('says which of the two was refused', async () => {
    sts.answer = (form) => (isSecond(form) ? refusal(403, 'AccessDenied') : assumed());
    expect(await refusedAt(sts.endpoint, { thenAssume })).toMatchObject({
      code: 'sts-chain-refused',
      details: { subject: SECOND },
    });
    sts.answer = () => refusal(403, 'AccessDenied');
    expect(await refusedAt(sts.endpoint, { thenAssume })).toMatchObject({
      code: 'sts-role-refused',
      details: { subject: ROLE },
    });
  });

  it('takes no other role for the second', async () => {
    sts.answer = (form) =>
      isSecond(form)
        ? { body: (assumed() as { body: string }).body.replaceAll('AssumeRoleWithSAML', 'AssumeRole') }
        : assumed();
    expect((await refusedAt(sts.endpoint, { thenAssume })).code).toBe('sts-answer-mismatch');
  });

  it('asks nobody when it can’t be', async () => {
    const wrong = { roleArn: SECOND.replace('aws:', 'aws-cn:') };
    expect((await refusedAt(sts.endpoint, { thenAssume: wrong })).code).toBe('sts-chain-impossible');
    expect(sts.seen).toEqual([]);
  });
});

describe('an assertion', () => {
  let local = NOW;
  let error = 0;
  beforeEach(() => {
    local = NOW;
    error = 0;
  });
  const trade = createStsTrade({
    clock: { now: () => local + error, localNow: () => local, offsetMs: () => error },
    transportOf: () => directTransport(),
    tellServerTime: () => {},
    patience: { wait: async () => {}, random: () => 0 },
  });
  const ask = (roleArn: string, more: object = {}) =>
    trade({
      organisation: 'corp',
      useFips: false,
      assertion: ASSERTION,
      roleArn,
      providerArn: PROVIDER,
      region: 'eu-west-1',
      endpoint: sts.endpoint,
      durationSeconds: 3600,
      scope: 'full',
      thenAssume: undefined,
      ...more,
    }).catch((error: unknown) => (error instanceof AppError ? error.code : error));

  const fresh = (comment: string) => ({ assertion: assertionWith({ inside: `<!-- ${comment} -->` }) });
  const other = ROLE.replace('S3AccessRole', 'Other');
  const elsewhere = { providerArn: PROVIDER.replace('1111', '4444') };

  it.each([
    ['for that role', 403, 'AccessDenied', 'no', { role: 1, other: 2, elsewhere: 3 }],
    [
      'for that provider',
      400,
      'InvalidIdentityToken',
      'Response signature invalid',
      { role: 1, other: 1, elsewhere: 2 },
    ],
    ['for anybody', 400, 'ExpiredTokenException', 'too late', { role: 1, other: 1, elsewhere: 1 }],
  ])('is not sent again %s once refused for good', async (_whom, status, name, words, seen) => {
    const answer = fresh(name);
    sts.answer = () => refusal(status, name, words);
    const first = await ask(ROLE, answer);
    expect(await ask(ROLE, answer)).toBe(first);
    expect(sts.seen).toHaveLength(seen.role);
    expect(await ask(other, answer)).toBe(first);
    expect(sts.seen).toHaveLength(seen.other);
    expect(await ask(ROLE.replace('S3AccessRole', 'Third'), { ...answer, ...elsewhere })).toBe(first);
    expect(sts.seen).toHaveLength(seen.elsewhere);
    await ask(ROLE, fresh(`${name} again`));
    expect(sts.seen).toHaveLength(seen.elsewhere + 1);
  });

  it('is sent again when it was our policy that was refused', async () => {
    const role = ROLE.replace('S3AccessRole', 'Tagged');
    sts.answer = () => refusal(400, 'PackedPolicyTooLarge');
    expect(await ask(role, { scope: 'read-only' })).toBe('sts-policy-too-large');
    await ask(role);
    expect(sts.seen).toHaveLength(2);
  });

  it('is never sent after its validity', async () => {
    const assertion = assertionWith({ inside: '<!-- late -->' });
    await ask(ROLE, { assertion });
    local += 5 * 60_000;
    expect(await ask(ROLE.replace('S3AccessRole', 'Late'), { assertion })).toBe('assertion-expired');
    expect(sts.seen).toHaveLength(1);
  });

  it('is no older because an answer showed that this computer’s clock was a day behind', async () => {
    const assertion = assertionWith({ inside: '<!-- mended -->' });
    await ask(ROLE, { assertion });
    error = 24 * 3_600_000;
    await ask(ROLE.replace('S3AccessRole', 'Next'), { assertion });
    expect(sts.seen).toHaveLength(2);
  });
});
