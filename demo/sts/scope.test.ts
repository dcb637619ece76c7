// Session policies and role chaining by AWS's own clients: what STS takes, what it refuses, and what S3 makes of it.

import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListBucketsCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { AssumeRoleCommand, type AssumeRoleCommandInput } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  assumeRole,
  type Credentials,
  credentialsOf,
  s3Client,
  signIn,
  startTestDemo,
  stsClient,
  type TestDemo,
} from '../testing.ts';

const S3_ACCESS = '111122223333/S3AccessRole';
const PARTNER = 'arn:aws:iam::444455556666:role/PartnerReports';
const READ_ONLY = [{ arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }];
const policy = (...Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement });
const denyWrites = policy({ Effect: 'Deny', Action: ['s3:Put*', 's3:Delete*'], Resource: '*' });
const there = { Bucket: 'lark-reports-prod', Key: 'uploads/note.txt' };

let demo: TestDemo;
let assertion: string;
beforeAll(async () => {
  demo = await startTestDemo();
  assertion = await signIn(demo.organisation, 'alex');
});
afterAll(() => demo.remove());

const take = (more: object) => assumeRole(demo.organisation, assertion, S3_ACCESS, more);
const s3Of = (credentials: Credentials) => s3Client(demo.organisation, credentials);

describe('a session that is held down', () => {
  it('reads what its role may read, and writes nothing, by AWS’s words for it', async () => {
    const full = s3Of(await take({}));
    await full.send(new PutObjectCommand({ ...there, Body: 'a note' }));
    const readOnly = s3Of(await take({ PolicyArns: READ_ONLY, Policy: denyWrites }));
    const { Body } = await readOnly.send(new GetObjectCommand(there));
    expect(await Body?.transformToString()).toBe('a note');
    expect((await readOnly.send(new ListBucketsCommand({}))).Buckets).not.toEqual([]);
    for (const command of [new PutObjectCommand({ ...there, Body: 'x' }), new DeleteObjectCommand(there)])
      await expect(readOnly.send(command as PutObjectCommand)).rejects.toMatchObject({
        name: 'AccessDenied',
        message: expect.stringContaining('with an explicit deny in a session policy'),
      });
    const silent = s3Of(await take({ PolicyArns: READ_ONLY }));
    await expect(silent.send(new PutObjectCommand({ ...there, Body: 'x' }))).rejects.toMatchObject({
      message: expect.stringContaining('because no session policy allows the s3:PutObject action'),
    });
    await full.send(new DeleteObjectCommand(there));
    await expect(full.send(new GetObjectCommand(there))).rejects.toHaveProperty('name', 'NoSuchKey');
  });

  it('gets no more than its role has', async () => {
    const all = policy({ Effect: 'Allow', Action: '*', Resource: '*' });
    const s3 = s3Of(await take({ Policy: all }));
    await expect(
      s3.send(new PutObjectCommand({ Bucket: 'lark-empty', Key: 'a', Body: 'x' })),
    ).rejects.toMatchObject({ message: expect.stringContaining('no identity-based policy') });
  });

  it.each([
    [
      'PackedPolicyTooLarge',
      {
        PolicyArns: READ_ONLY,
        Policy: policy({ Effect: 'Deny', Action: 's3:*', Resource: 'x'.repeat(1940) }),
      },
    ],
    ['MalformedPolicyDocument', { Policy: '{"Statement":[{"Effect":"Maybe"}]}' }],
    ['ValidationError', { PolicyArns: [{ arn: 'arn:aws:iam::aws:policy/NoSuchPolicy' }] }],
  ])('is refused with %s', async (Code, more) => {
    await expect(take(more)).rejects.toMatchObject({ Code });
  });
});

describe('what is written', () => {
  it('can’t take the place of what is made, nor be a part or a copy', async () => {
    const s3 = s3Of(await take({}));
    for (const key of ['exports/2026/03/01/orders.csv', 'elsewhere/a'])
      await expect(s3.send(new PutObjectCommand({ ...there, Key: key, Body: 'x' }))).rejects.toHaveProperty(
        'name',
        'AccessDenied',
      );
  });
});

describe('AssumeRole', () => {
  const chain = async (user: string, more: Partial<AssumeRoleCommandInput> = {}, role = S3_ACCESS) => {
    const sts = stsClient(demo.organisation, await credentialsOf(demo.organisation, user, role));
    return sts.send(
      new AssumeRoleCommand({
        RoleArn: PARTNER,
        RoleSessionName: 'me',
        ExternalId: 'larkfield-reports',
        ...more,
      }),
    );
  };

  it('gives the second role to the session of the first, for an hour', async () => {
    const { AssumedRoleUser, Credentials } = await chain('alex');
    expect(AssumedRoleUser?.Arn).toBe('arn:aws:sts::444455556666:assumed-role/PartnerReports/me');
    const lasts = (Credentials?.Expiration?.getTime() ?? 0) - demo.now();
    expect(lasts).toBeGreaterThan(3_590_000);
    expect(lasts).toBeLessThanOrEqual(3_600_000);
  });

  it.each([
    ['another external ID', 'alex', { ExternalId: 'guessed' }, S3_ACCESS, 'AccessDenied'],
    ['no external ID', 'alex', { ExternalId: undefined }, S3_ACCESS, 'AccessDenied'],
    ['a role that is not trusted', 'zoë', {}, '111122223333/InvoiceReader', 'AccessDenied'],
    [
      'a role that nobody is let into',
      'alex',
      { RoleArn: 'arn:aws:iam::111122223333:role/InvoiceReader' },
      S3_ACCESS,
      'AccessDenied',
    ],
    ['more than an hour', 'alex', { DurationSeconds: 3601 }, S3_ACCESS, 'ValidationError'],
  ])('refuses %s', async (_what, user, more, role, Code) => {
    await expect(chain(user, more as Partial<AssumeRoleCommandInput>, role)).rejects.toMatchObject({ Code });
  });

  it('refuses a session that is held down to reading', async () => {
    const readOnly = stsClient(demo.organisation, await take({ PolicyArns: READ_ONLY }));
    const asked = { RoleArn: PARTNER, RoleSessionName: 'me', ExternalId: 'larkfield-reports' };
    await expect(readOnly.send(new AssumeRoleCommand(asked))).rejects.toMatchObject({ Code: 'AccessDenied' });
  });
});
