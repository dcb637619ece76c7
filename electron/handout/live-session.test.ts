import { expect, it } from 'vitest';
import type { Credentials } from '../session/credentials.ts';
import type { Organisation, Pass } from '../settings/schema.ts';
import { type LiveSessionParts, liveSession } from './live-session.ts';

const pass: Pass = {
  id: 'reports',
  organisation: 'corp',
  label: 'Reports',
  roleArn: 'arn:aws:iam::111122223333:role/Reports',
  providerArn: 'arn:aws:iam::111122223333:saml-provider/Corp',
  region: 'eu-west-1',
};
const organisation: Organisation = {
  id: 'corp',
  name: 'Corp',
  signInUrl: 'https://idp.corp.example/',
  region: 'eu-west-1',
};
const credentials: Credentials = {
  accessKeyId: 'ASIAEXAMPLE',
  secretAccessKey: 'secret',
  sessionToken: 'token',
  startedAt: 0,
  expiresAt: 3_600_000,
  scope: 'full',
};
const parts = (given: {
  pass?: Partial<Pass>;
  organisation?: Partial<Organisation>;
  live?: boolean;
}): LiveSessionParts => ({
  settings: {
    pass: (id) => (id === 'reports' ? { ...pass, ...given.pass } : undefined),
    organisation: () => ({ ...organisation, ...given.organisation }),
  },
  sessions: { credentials: () => (given.live === false ? null : credentials) },
});

it('hands out the session with its region and account, and nothing else of it', () => {
  expect(liveSession(parts({}), 'reports')).toEqual({
    label: 'Reports',
    accountId: '111122223333',
    accessKeyId: 'ASIAEXAMPLE',
    secretAccessKey: 'secret',
    sessionToken: 'token',
    expiresAt: 3_600_000,
    region: 'eu-west-1',
    s3Endpoint: undefined,
  });
});

it('names the account of the second role, whose session it is', () => {
  const thenAssume = { roleArn: 'arn:aws:iam::444455556666:role/Partner' };
  expect(liveSession(parts({ pass: { thenAssume } }), 'reports').accountId).toBe('444455556666');
});

it('says where the S3 of the organisation is, if that is not AWS’s', () => {
  const endpoints = { s3: 'http://127.0.0.1:9000' };
  expect(liveSession(parts({ organisation: { endpoints } }), 'reports').s3Endpoint).toBe(endpoints.s3);
});

it.each([
  ['the session has ended', parts({ live: false }), 'reports'],
  ['the pass is gone', parts({}), 'gone'],
])('refuses when %s', (_why, given, id) => {
  expect(() => liveSession(given, id)).toThrow('no-session');
});
