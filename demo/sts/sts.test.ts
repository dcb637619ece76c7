// AssumeRoleWithSAML and GetCallerIdentity by AWS's own client: what is given, and every refusal by its code.

import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { assumeRole, credentialsOf, signIn, startTestDemo, stsClient, type TestDemo } from '../testing.ts';

const S3_ACCESS = '111122223333/S3AccessRole';
const MINUTE = 60_000;

let demo: TestDemo;
let fresh: string;
beforeAll(async () => {
  demo = await startTestDemo();
  fresh = await signIn(demo.organisation, 'alex');
});
afterEach(() => demo.moveClock(0));
afterAll(() => demo.remove());

function edit(samlResponse: string, change: (xml: string) => string): string {
  const xml = Buffer.from(samlResponse, 'base64').toString('utf8');
  const changed = change(xml);
  if (changed === xml) throw new Error('nothing was changed');
  return Buffer.from(changed, 'utf8').toString('base64');
}

const refused = (Code: string, message: RegExp | string) =>
  expect.objectContaining({ Code, message: expect.stringMatching(message) });

describe('AssumeRoleWithSAML', () => {
  it.each([
    ['pat', '111122223333/ExportsOnly'],
    ['zoë', S3_ACCESS],
    ['omar', '222000000001/Operator'],
    ['maya', '777788889999/Experimenter'],
  ])('gives %s the role %s for an hour', async (user, role) => {
    const before = demo.now();
    const credentials = await credentialsOf(demo.organisation, user, role);
    const lasts = credentials.expiration.getTime() - before;
    expect(lasts).toBeGreaterThan(59 * MINUTE);
    expect(lasts).toBeLessThanOrEqual(61 * MINUTE);
  });

  it('gives the shorter of the asked duration and the assertion’s session end', async () => {
    const assertion = await signIn(demo.organisation, 'kim');
    const credentials = await assumeRole(demo.organisation, assertion, S3_ACCESS, {
      DurationSeconds: 43_200,
    });
    expect(credentials.expiration.getTime() - demo.now()).toBeLessThanOrEqual(2 * MINUTE);
  });

  it('answers in AWS’s shape', async () => {
    const answer = await post({ DurationSeconds: '900', Policy: '{"Version":"2012-10-17","Statement":[]}' });
    expect(answer.headers.get('content-type')).toBe('text/xml');
    const xml = await answer.text();
    for (const part of [
      '<AssumeRoleWithSAMLResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleWithSAMLResult>',
      '<Issuer>https://sso.larkfield.example/saml/metadata</Issuer>',
      '<Audience>https://signin.aws.amazon.com/saml</Audience><SubjectType>persistent</SubjectType><Subject>',
      '<Arn>arn:aws:sts::111122223333:assumed-role/S3AccessRole/alex@larkfield.example</Arn>',
      '<PackedPolicySize>2</PackedPolicySize>',
      '<ResponseMetadata><RequestId>',
    ]) {
      expect(xml).toContain(part);
    }
    expect(xml).toMatch(/<Expiration>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ<\/Expiration>/);
    expect(xml).toMatch(/<NameQualifier>[A-Za-z0-9+/]{27}=<\/NameQualifier>/);
  });

  it.each([
    ['899 seconds', { DurationSeconds: 899 }, 'ValidationError', /'899' at 'durationSeconds'.*equal to 900$/],
    ['43,201 seconds', { DurationSeconds: 43_201 }, 'ValidationError', /equal to 43200$/],
    ['a short assertion', { SAMLAssertion: 'abc' }, 'ValidationError', /'sAMLAssertion'.*equal to 4$/],
    ['100,001 characters', { SAMLAssertion: 'A'.repeat(100_001) }, 'ValidationError', /equal to 100000$/],
    ['no base64', { SAMLAssertion: '<xml/>' }, 'InvalidIdentityToken', /base64/],
    ['no XML', { SAMLAssertion: 'AAAA' }, 'InvalidIdentityToken', /parse/],
    ['a role not in the assertion', { RoleArn: role('InvoiceReader') }, 'AccessDenied', /^Not authorized/],
    [
      'an unknown provider',
      { PrincipalArn: 'arn:aws:iam::111122223333:saml-provider/Other' },
      'InvalidIdentityToken',
      "^Specified provider doesn't exist$",
    ],
    [
      'another account’s provider',
      { PrincipalArn: 'arn:aws:iam::444455556666:saml-provider/Larkfield' },
      'AccessDenied',
      /^Not authorized to perform sts:AssumeRoleWithSAML$/,
    ],
    ['a policy that is no JSON', { Policy: '{' }, 'MalformedPolicyDocument', /JSON/],
  ])('refuses %s', async (_, more, code, message) => {
    await expect(assumeRole(demo.organisation, fresh, S3_ACCESS, more)).rejects.toEqual(
      refused(code, message),
    );
  });

  it('refuses a role that does not exist any more, though it is offered', async () => {
    const assertion = await signIn(demo.organisation, 'maya');
    await expect(assumeRole(demo.organisation, assertion, '444455556666/RetiredAnalyst')).rejects.toEqual(
      refused('AccessDenied', /^Not authorized to perform sts:AssumeRoleWithSAML$/),
    );
  });

  it('refuses more than the role’s own maximum', async () => {
    const assertion = await signIn(demo.organisation, 'maya');
    const ask = (DurationSeconds: number) =>
      assumeRole(demo.organisation, assertion, '111122223333/InvoiceReader', { DurationSeconds });
    await expect(ask(3601)).rejects.toEqual(refused('ValidationError', /exceeds the MaxSessionDuration/));
    await expect(ask(3600)).resolves.toHaveProperty('accessKeyId');
  });

  it.each([
    ['five minutes later', 5 * MINUTE, 'ExpiredTokenException', /within 5 minutes/],
    ['before it begins', -5 * MINUTE, 'InvalidIdentityToken', /not valid yet/],
  ])('refuses an assertion %s', async (_, offset, code, message) => {
    const assertion = await signIn(demo.organisation, 'alex');
    demo.moveClock(offset);
    await expect(assumeRole(demo.organisation, assertion, S3_ACCESS)).rejects.toEqual(refused(code, message));
  });

  const ASSERTION = /<saml:Assertion .*<\/saml:Assertion>/s;
  const SIGNATURE = /<ds:Signature .*<\/ds:Signature>/s;
  const forged = (xml: string) =>
    (ASSERTION.exec(xml)?.[0] ?? '').replace(SIGNATURE, '').replace('alex@', 'root@');

  it.each<[string, (xml: string) => string]>([
    ['a changed role', (xml) => xml.replace('role/S3AccessRole', 'role/InvoiceReader')],
    ['a changed session name', (xml) => xml.replace('alex@', 'root@')],
    ['no signature', (xml) => xml.replace(SIGNATURE, '')],
    ['a changed digest', (xml) => xml.replace(/<ds:DigestValue>..../, '<ds:DigestValue>AAAA')],
    ['a weaker algorithm', (xml) => xml.replace('xmldsig-more#rsa-sha256', 'xmldsig-more#hmac-sha256')],
    [
      'a forged assertion before the signed one',
      (xml) => xml.replace('<saml:Assertion', `${forged(xml)}<saml:Assertion`),
    ],
    [
      'a forged assertion behind it',
      (xml) => xml.replace('</samlp:Response>', `${forged(xml)}</samlp:Response>`),
    ],
    [
      'the signed assertion hidden inside a forged one',
      (xml) =>
        xml.replace(ASSERTION, (all) => forged(xml).replace('</saml:Assertion>', `${all}</saml:Assertion>`)),
    ],
    ['two signatures', (xml) => xml.replace(SIGNATURE, (all) => all + all)],
    ['a comment that splits a name', (xml) => xml.replace('alex@', 'root@larkfield.example<!-- -->alex@')],
    [
      'a document type',
      (xml) => xml.replace('<samlp:Response', '<!DOCTYPE x [<!ENTITY a "b">]><samlp:Response'),
    ],
  ])('refuses %s', async (_, change) => {
    await expect(assumeRole(demo.organisation, edit(fresh, change), S3_ACCESS)).rejects.toEqual(
      refused('InvalidIdentityToken', /./),
    );
  });

  it('reads the whole of a signed text, whatever comment was put into it', async () => {
    // Canonical XML has no comments: the signature holds, and what is read must be what was signed.
    const assertion = edit(fresh, (xml) => xml.replace('alex@larkfield', 'alex<!-- -->@larkfield'));
    const credentials = await assumeRole(demo.organisation, assertion, S3_ACCESS);
    const who = await stsClient(demo.organisation, credentials).send(new GetCallerIdentityCommand({}));
    expect(who.Arn).toBe('arn:aws:sts::111122223333:assumed-role/S3AccessRole/alex@larkfield.example');
  });

  it('refuses what another demo has signed', async () => {
    const other = await startTestDemo();
    const assertion = await signIn(other.organisation, 'alex');
    await other.remove();
    await expect(assumeRole(demo.organisation, assertion, S3_ACCESS)).rejects.toEqual(
      refused('InvalidIdentityToken', /^Response signature invalid$/),
    );
  });

  it('hands on the identity provider’s own refusal', async () => {
    const assertion = edit(fresh, (xml) => xml.replace('status:Success', 'status:Responder'));
    await expect(assumeRole(demo.organisation, assertion, S3_ACCESS)).rejects.toEqual(
      refused('IDPRejectedClaim', /./),
    );
  });

  it.each([
    [{ Action: 'GetFederationToken' }, 400, 'InvalidAction'],
    [{ Action: 'AssumeRole' }, 403, 'MissingAuthenticationToken'],
    [{ Version: '2000-01-01' }, 400, 'InvalidAction'],
    [{ Action: '' }, 400, 'MissingAction'],
    [{ DurationSeconds: 'long' }, 400, 'MalformedInput'],
    [{ RoleArn: role('Nobody') }, 403, 'AccessDenied'],
  ])('answers %j with %i %s', async (fields, status, code) => {
    const answer = await post(fields);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(`<Error><Type>Sender</Type><Code>${code}</Code><Message>`);
  });
});

describe('GetCallerIdentity', () => {
  const ask = (credentials: Parameters<typeof stsClient>[1]) =>
    stsClient(demo.organisation, credentials).send(new GetCallerIdentityCommand({}));

  it('refuses a wrong secret, a token of another key, no token, and an ended session', async () => {
    const good = await credentialsOf(demo.organisation, 'alex', S3_ACCESS);
    const other = await credentialsOf(demo.organisation, 'alex', S3_ACCESS);
    await expect(ask({ ...good, secretAccessKey: 'x'.repeat(40) })).rejects.toHaveProperty(
      'name',
      'SignatureDoesNotMatch',
    );
    await expect(ask({ ...good, sessionToken: other.sessionToken })).rejects.toHaveProperty(
      'name',
      'InvalidClientTokenId',
    );
    await expect(ask({ ...good, sessionToken: '' })).rejects.toHaveProperty('name', 'InvalidClientTokenId');
    demo.moveClock(61 * MINUTE);
    await expect(ask(good)).rejects.toHaveProperty('name', 'ExpiredToken');
  });
});

function role(name: string): string {
  return `arn:aws:iam::111122223333:role/${name}`;
}

function post(fields: Record<string, string>): Promise<Response> {
  const body = new URLSearchParams({
    Action: 'AssumeRoleWithSAML',
    Version: '2011-06-15',
    RoleArn: role('S3AccessRole'),
    PrincipalArn: 'arn:aws:iam::111122223333:saml-provider/Larkfield',
    SAMLAssertion: fresh,
    ...fields,
  });
  return fetch(demo.organisation.stsEndpoint, { method: 'POST', body });
}
