/** Builds the snapshot field by field from the services. SECURITY: nothing is spread into it from a secret. */

import type { Failure } from '../contract/failure.ts';
import type { OfferView, OrganisationView, PassView, SigninView, Snapshot } from '../contract/snapshot.ts';
import type { Clipboard } from '../handout/clipboard.ts';
import type { S3Service } from '../s3/service.ts';
import type { Sessions } from '../session/service.ts';
import type { Organisation, Pass } from '../settings/schema.ts';
import type { SettingsService } from '../settings/service.ts';
import { isAwsStsHost, isLoopbackHost, parseRoleArn } from '../signin/partition.ts';
import type { SigninService } from '../signin/service.ts';
import type { Vault } from '../vault/vault.ts';

export interface SnapshotParts {
  app: () => Snapshot['app'];
  show: () => Snapshot['show'];
  now: () => number;
  settings: SettingsService;
  sessions: Sessions;
  signin: SigninService;
  vault: Vault;
  s3: S3Service;
  clipboard: Clipboard;
  activity: () => Snapshot['activity'];
  refusalOf: (organisation: Organisation) => Failure | null;
}

export function buildSnapshot(parts: SnapshotParts, revision: number): Snapshot {
  const { settings, sessions, signin, vault, s3, clipboard } = parts;
  const { notifyMinutesBefore, clipboardClearSeconds } = settings.preferences();
  return {
    revision,
    at: parts.now(),
    app: parts.app(),
    organisations: settings
      .organisations()
      .map((organisation) => organisationView(organisation, parts.refusalOf)),
    passes: settings.passes().flatMap((pass) => passView(pass, settings, sessions, signin)),
    signin: signinView(signin, settings),
    keychain: { kind: vault.state() },
    notices: [...settings.notices()],
    downloads: [...s3.downloads()],
    activity: parts.activity(),
    preferences: { notifyMinutesBefore, clipboardClearSeconds, copyFormat: settings.copyFormat() },
    clipboard: clipboard.holding(),
    show: parts.show(),
  };
}

function organisationView(
  organisation: Organisation,
  refusalOf: SnapshotParts['refusalOf'],
): OrganisationView {
  const { id, name, signInUrl, endpoints } = organisation;
  const stsHost = endpoints?.sts === undefined ? null : new URL(endpoints.sts);
  const known = stsHost === null || isAwsStsHost(stsHost.hostname) || isLoopbackHost(stsHost.hostname);
  return {
    id,
    name,
    host: new URL(signInUrl).host,
    foreignStsHost: known ? null : stsHost.host,
    demo: id === 'demo',
    refusal: refusalOf(organisation),
  };
}

function passView(
  pass: Pass,
  settings: SettingsService,
  sessions: Sessions,
  signin: SigninService,
): PassView[] {
  const role = parseRoleArn(pass.roleArn);
  if (!role) return [];
  const { id, organisation, label, roleArn, region } = pass;
  return [
    {
      id,
      organisation,
      label,
      accountId: role.accountId,
      accountName: settings.accountName(role.accountId),
      roleName: role.name,
      rolePath: role.path,
      roleArn,
      region,
      session: sessions.view(id),
      failure: signin.failureOf(id),
    },
  ];
}

function signinView(signin: SigninService, settings: SettingsService): SigninView {
  const state = signin.state();
  switch (state.kind) {
    case 'idle':
      return { kind: 'idle' };
    case 'waitingForIdp': {
      const { organisation, hosts, channel } = state;
      return { kind: 'waitingForIdp', organisation, hosts: [...hosts], channel };
    }
    case 'choosingRoles': {
      const { organisation, ignored, validUntil } = state;
      const offers = state.offers.flatMap((offer) => offerView(offer, organisation, settings));
      return { kind: 'choosingRoles', organisation, offers, ignored, validUntil };
    }
    case 'trading':
    case 'done':
      return { kind: state.kind, organisation: state.organisation, passes: { ...state.passes } };
    case 'failed':
      return { kind: 'failed', organisation: state.organisation, failure: state.failure };
  }
}

function offerView(
  offer: { roleArn: string; providerArn: string },
  organisation: string,
  settings: SettingsService,
): OfferView[] {
  const role = parseRoleArn(offer.roleArn);
  if (!role) return [];
  const kept = settings
    .passes()
    .find((pass) => pass.organisation === organisation && pass.roleArn === offer.roleArn);
  const { roleArn, providerArn } = offer;
  return [
    {
      roleArn,
      providerArn,
      accountId: role.accountId,
      accountName: settings.accountName(role.accountId),
      roleName: role.name,
      rolePath: role.path,
      pass: kept?.id ?? null,
    },
  ];
}
