import { expect, it } from 'vitest';
import { AppError } from '../lib/app-error.ts';
import type { Organisation, Pass } from '../settings/schema.ts';
import { s3SessionOf } from './session-of.ts';

const roleArn = 'arn:aws:iam::111122223333:role/Reader';
const pass = { id: 'a', organisation: 'corp', roleArn, region: 'eu-west-1' } as Pass;
const corp = { id: 'corp', caFile: 'ca.pem', useFips: true } as Organisation;
const keys = { accessKeyId: 'A', secretAccessKey: 'S', sessionToken: 'T' };
const credentials = { ...keys, startedAt: 0, expiresAt: 1, scope: 'full' as const };
const settings = { pass: () => pass, organisation: () => corp };
const live = { credentials: () => credentials };

it('a session carries its organisation’s network', () => {
  expect(s3SessionOf('a', settings, live, () => 'PEM', 5)).toEqual({
    organisation: 'corp',
    role: roleArn,
    accessKeyId: 'A',
    secretAccessKey: 'S',
    sessionToken: 'T',
    expiresAt: 1,
    scope: 'full',
    guarded: false,
    region: 'eu-west-1',
    endpoint: null,
    forcePathStyle: false,
    useFips: true,
    companyPem: 'PEM',
    clockOffsetMs: 5,
  });
});

it('a chained session is of its second role', () => {
  const second = 'arn:aws:iam::444455556666:role/Deep';
  const chained = { ...settings, pass: () => ({ ...pass, thenAssume: { roleArn: second } }) };
  expect(s3SessionOf('a', chained, live, () => null, 0)?.role).toBe(second);
});

it('authorities that can’t be read are a failure, not a session without them', () => {
  const unreadable = () => {
    throw new AppError('ca-file-unreadable', { subject: 'ca.pem' });
  };
  expect(() => s3SessionOf('a', settings, live, unreadable, 0)).toThrow(AppError);
  expect(s3SessionOf('a', settings, { credentials: () => null }, unreadable, 0)).toBeNull();
});
