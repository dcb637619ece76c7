// For the demo's own tests: a demo on a scratch folder with a clock that can be moved, and a person at its login form.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import {
  AssumeRoleCommand,
  AssumeRoleWithSAMLCommand,
  type AssumeRoleWithSAMLCommandInput,
  STSClient,
  type Credentials as StsCredentials,
} from '@aws-sdk/client-sts';
import { createDemoClock } from './clock.ts';
import { providerArn } from './directory.ts';
import { type DemoOrganisation, startDemo } from './start.ts';

export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  expiration: Date;
}

export interface TestDemo {
  organisation: DemoOrganisation;
  dataFolder: string;
  moveClock(offsetMs: number): void;
  now(): number;
  restart(): Promise<void>;
  remove(): Promise<void>;
}

export async function startTestDemo(): Promise<TestDemo> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'larkfield-'));
  const clock = createDemoClock(0);
  const start = () => startDemo({ dataFolder, now: clock.now });
  const demo: TestDemo = {
    organisation: await start(),
    dataFolder,
    moveClock: clock.move,
    now: clock.now,
    restart: async () => {
      await demo.organisation.close();
      demo.organisation = await start();
    },
    remove: async () => {
      await demo.organisation.close();
      await rm(dataFolder, { recursive: true });
    },
  };
  return demo;
}

/** Posts the login form. */
export function postLogin(organisation: DemoOrganisation, user: string, password: string): Promise<Response> {
  return fetch(organisation.signInUrl, { method: 'POST', body: new URLSearchParams({ user, password }) });
}

/** The SAML response of the page that would post itself to AWS. */
export async function samlResponseIn(page: Response): Promise<string> {
  const html = await page.text();
  const value = /name="SAMLResponse" value="([^"]+)"/.exec(html)?.[1];
  if (!value) throw new Error(`no SAMLResponse in the page: ${html.slice(0, 200)}`);
  return value;
}

export async function signIn(organisation: DemoOrganisation, user: string): Promise<string> {
  return samlResponseIn(await postLogin(organisation, user, 'daypass'));
}

export async function assumeRole(
  organisation: DemoOrganisation,
  samlAssertion: string,
  role: string,
  more: Partial<AssumeRoleWithSAMLCommandInput> = {},
): Promise<Credentials> {
  const [accountId = '', name = ''] = role.split('/');
  const answer = await stsClient(organisation).send(
    new AssumeRoleWithSAMLCommand({
      RoleArn: `arn:aws:iam::${accountId}:role/${name}`,
      PrincipalArn: providerArn(accountId),
      SAMLAssertion: samlAssertion,
      ...more,
    }),
  );
  return whole(answer.Credentials);
}

function whole({
  AccessKeyId,
  SecretAccessKey,
  SessionToken,
  Expiration,
}: Partial<StsCredentials> = {}): Credentials {
  if (!AccessKeyId || !SecretAccessKey || !SessionToken || !Expiration)
    throw new Error('credentials are not whole');
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
    expiration: Expiration,
  };
}

/** Signs in and takes one role, `account/name`. */
export async function credentialsOf(
  organisation: DemoOrganisation,
  user: string,
  role: string,
): Promise<Credentials> {
  return assumeRole(organisation, await signIn(organisation, user), role);
}

export function stsClient(organisation: DemoOrganisation, credentials?: Credentials): STSClient {
  const { region, stsEndpoint: endpoint } = organisation;
  const { accessKeyId = 'none', secretAccessKey = 'none', sessionToken } = credentials ?? {};
  const keys = { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
  return new STSClient({ region, endpoint, maxAttempts: 1, credentials: keys });
}

/** The expiry is kept from the client, so that it is the server which refuses. */
export function s3Client(
  organisation: DemoOrganisation,
  credentials: Credentials,
  region?: string,
): S3Client {
  const { expiration: _, ...keys } = credentials;
  return new S3Client({
    region: region ?? organisation.region,
    endpoint: organisation.s3Endpoint,
    forcePathStyle: true,
    maxAttempts: 1,
    credentials: keys,
  });
}

/** Of the second role that a session of alex may take. */
export async function chainedCredentialsOf(organisation: DemoOrganisation): Promise<Credentials> {
  const first = await credentialsOf(organisation, 'alex', '111122223333/S3AccessRole');
  const answer = await stsClient(organisation, first).send(
    new AssumeRoleCommand({
      RoleArn: 'arn:aws:iam::444455556666:role/PartnerReports',
      RoleSessionName: 'alex@larkfield.example',
      ExternalId: 'larkfield-reports',
    }),
  );
  return whole(answer.Credentials);
}
