/** A snapshot in which nothing has happened yet, and its smallest pieces, for tests to change. */
import type { OrganisationView, PassView, Snapshot } from './snapshot.ts';

export const organisationView = (part: Partial<OrganisationView> = {}): OrganisationView => ({
  id: 'corp',
  name: 'Corp',
  host: 'idp.corp.example',
  signInUrl: 'https://idp.corp.example/sso',
  region: 'eu-west-1',
  foreignStsHost: null,
  demo: false,
  managed: false,
  byHand: [],
  refusal: null,
  ...part,
});

export const passView = (part: Partial<PassView> = {}): PassView => ({
  id: 'reports',
  organisation: 'corp',
  label: 'Reports',
  accountId: '111122223333',
  accountName: null,
  roleName: 'Reader',
  rolePath: '/',
  roleArn: 'arn:aws:iam::111122223333:role/Reader',
  region: 'eu-west-1',
  scope: 'full',
  chained: null,
  durationSeconds: null,
  managed: false,
  session: { kind: 'none' },
  renewing: false,
  failure: null,
  ...part,
});

export const quietSnapshot = (part: Partial<Snapshot> = {}): Snapshot => ({
  revision: 1,
  at: 0,
  app: {
    version: '1.0.0',
    platform: 'linux',
    runtime: { electron: '45.0.0', official: true },
    demo: 'off',
    configured: true,
    settingsFile: '/home/ada/settings.json',
    dataFolder: '/home/ada',
  },
  organisations: [],
  passes: [],
  signin: { kind: 'idle' },
  programQuestion: null,
  keychain: { kind: 'ok' },
  notices: [],
  downloads: [],
  prompts: [],
  activity: { newest: [], total: 0 },
  preferences: { notifyMinutesBefore: 10, clipboardClearSeconds: 60, renew: 'silent', copyFormat: 'bash' },
  managed: null,
  clipboard: null,
  show: { seq: 0, pass: null },
  ...part,
});
