/** Builds the snapshot field by field from the services. SECURITY: nothing is spread into it from a secret. */

import type { Agent } from '../agent/service.ts';
import type { Console } from '../console/service.ts';
import type { Failure } from '../contract/failure.ts';
import type { HandoutView } from '../contract/handout.ts';
import type { KeptPlace, PlacesView } from '../contract/places.ts';
import { isLoopbackHost } from '../contract/sign-in-address.ts';
import type {
  DoubtView,
  NoticeView,
  OfferView,
  OrganisationView,
  PassView,
  SigninView,
  Snapshot,
} from '../contract/snapshot.ts';
import type { Clipboard } from '../handout/clipboard.ts';
import type { Prompts } from '../network/prompts.ts';
import type { Renewals } from '../session/renewals.ts';
import type { Sessions } from '../session/service.ts';
import { Organisation, type Pass } from '../settings/schema.ts';
import type { SettingsService } from '../settings/service.ts';
import { isAwsStsHost, parseRoleArn } from '../signin/partition.ts';
import type { ProgramQuestions } from '../signin/program-question.ts';
import type { SigninService } from '../signin/service.ts';
import type { Transfers } from '../transfer/service.ts';
import type { Vault } from '../vault/vault.ts';

export interface SnapshotParts {
  app: () => Snapshot['app'];
  show: () => Snapshot['show'];
  now: () => number;
  settings: SettingsService;
  sessions: Sessions;
  signin: SigninService;
  renewals: Pick<Renewals, 'notices'>;
  programs: Pick<ProgramQuestions, 'asked'>;
  vault: Vault;
  transfers: Pick<Transfers, 'shown'>;
  prompts: Pick<Prompts, 'views'>;
  clipboard: Clipboard;
  agent: Pick<Agent, 'handouts' | 'command' | 'isEndpointOpen'>;
  console: Pick<Console, 'notices'>;
  refusalOf: (organisation: Organisation) => Failure | null;
  /** That this computer's clock is wrong, while it is. */
  clockNotice: () => NoticeView | null;
  activity: () => Snapshot['activity'];
}

export function buildSnapshot(parts: SnapshotParts, revision: number): Snapshot {
  const { settings, renewals, vault, clipboard, agent } = parts;
  return {
    revision,
    at: parts.now(),
    app: parts.app(),
    organisations: settings
      .organisations()
      .map((organisation) => organisationView(organisation, settings, parts.refusalOf)),
    passes: settings.passes().flatMap((pass) => passView(pass, parts)),
    signin: signinView(parts),
    programQuestion: programQuestionView(parts.programs),
    keychain: { kind: vault.state() },
    notices: [
      ...settings.notices(),
      ...renewals.notices(),
      ...parts.console.notices(),
      ...[parts.clockNotice()].filter((notice) => notice !== null),
    ],
    places: placesView(settings.places()),
    ...parts.transfers.shown(),
    prompts: parts.prompts.views(),
    activity: parts.activity(),
    preferences: preferencesView(settings),
    handouts: agent.handouts().map(handoutView),
    command: agent.command(),
    managed: managedView(settings),
    clipboard: clipboard.holding(),
    show: parts.show(),
  };
}

function organisationView(
  organisation: Organisation,
  settings: SettingsService,
  refusalOf: SnapshotParts['refusalOf'],
): OrganisationView {
  const { id, name, signInUrl, region, endpoints } = organisation;
  const stsHost = endpoints?.sts === undefined ? null : new URL(endpoints.sts);
  const known = stsHost === null || isAwsStsHost(stsHost.hostname) || isLoopbackHost(stsHost.hostname);
  return {
    id,
    name,
    host: new URL(signInUrl).host,
    foreignStsHost: known ? null : stsHost.host,
    signInUrl,
    region,
    s3Endpoint: endpoints?.s3 ?? null,
    browser: organisation.browser ?? 'window',
    keepSignedIn: organisation.keepSignedIn ?? false,
    managed: settings.locked().organisations.has(id),
    byHand: Object.keys(Organisation.shape).filter(
      (field) => !onScreen.includes(field) && organisation[field as keyof Organisation] !== undefined,
    ),
    demo: id === 'demo',
    refusal: refusalOf(organisation),
  };
}

/** Fields of an organisation that the screen shows and edits. */
const onScreen = ['id', 'name', 'signInUrl', 'region', 'browser', 'keepSignedIn'];

function managedView(settings: SettingsService): Snapshot['managed'] {
  const file = settings.managedFile();
  return file === null ? null : { file, preferences: [...settings.locked().preferences] };
}

function placesView({ bookmarks, recents }: PlacesView): PlacesView {
  const view = ({ pass, bucket, prefix }: KeptPlace): KeptPlace => ({ pass, bucket, prefix });
  return { bookmarks: bookmarks.map(view), recents: recents.map(view) };
}

function handoutView({ at, pass, way, tool, times, waitedMs }: HandoutView): HandoutView {
  return { at, pass, way, tool, times, waitedMs };
}

function preferencesView(settings: SettingsService): Snapshot['preferences'] {
  const own = settings.preferences();
  return {
    notifyMinutesBefore: own.notifyMinutesBefore,
    clipboardClearSeconds: own.clipboardClearSeconds,
    renew: own.renew,
    onDemandSignIn: own.onDemandSignIn,
    uploadKilobytesPerSecond: own.uploadKilobytesPerSecond,
    downloadKilobytesPerSecond: own.downloadKilobytesPerSecond,
    transfersAtOnce: own.transfersAtOnce,
    requestsAtOnce: own.requestsAtOnce,
    copyFormat: settings.copyFormat(),
  };
}

function passView(pass: Pass, { settings, sessions, signin, agent }: SnapshotParts): PassView[] {
  const role = parseRoleArn(pass.roleArn);
  if (!role) return [];
  const { id, organisation, label, roleArn, region, scope = 'full', thenAssume } = pass;
  const second = thenAssume && parseRoleArn(thenAssume.roleArn);
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
      scope,
      chained:
        thenAssume && second
          ? { roleArn: thenAssume.roleArn, accountId: second.accountId, roleName: second.name }
          : null,
      durationSeconds: pass.durationSeconds ?? null,
      guarded: pass.guarded ?? false,
      managed: settings.locked().passes.has(id),
      endpoint: agent.isEndpointOpen(id),
      awsProfile: pass.awsProfile ?? null,
      session: sessions.view(id),
      renewing: signin.isRenewing(id),
      failure: signin.failureOf(id),
    },
  ];
}

function signinView(parts: SnapshotParts): SigninView {
  const state = parts.signin.state();
  switch (state.kind) {
    case 'idle':
      return { kind: 'idle' };
    case 'waitingForIdp': {
      const { organisation, hosts, channel, where } = state;
      return { kind: 'waitingForIdp', organisation, hosts: [...hosts], channel, where };
    }
    case 'confirming': {
      const { organisation, doubt, validUntil } = state;
      return { kind: 'confirming', organisation, doubt: doubtView(doubt), validUntil };
    }
    case 'choosingRoles': {
      const { organisation, ignored, validUntil } = state;
      const offers = state.offers.flatMap((offer) => offerView(offer, organisation, parts));
      return { kind: 'choosingRoles', organisation, offers, ignored, validUntil };
    }
    case 'trading':
    case 'done':
      return { kind: state.kind, organisation: state.organisation, passes: { ...state.passes } };
    case 'failed':
      return { kind: 'failed', organisation: state.organisation, failure: state.failure };
  }
}

/** Long lists are cut: the screen shows a few of what is known. */
const MOST_KNOWN_SHOWN = 20;

function doubtView({ origin, issuer, accounts }: DoubtView): DoubtView {
  const known = (all: readonly string[]) => all.slice(-MOST_KNOWN_SHOWN);
  return {
    origin: origin ? { known: known(origin.known), now: origin.now } : null,
    issuer: issuer ? { known: known(issuer.known), now: issuer.now } : null,
    accounts: accounts ? { known: known(accounts.known), now: accounts.now.slice(0, 500) } : null,
  };
}

function programQuestionView(programs: SnapshotParts['programs']): Snapshot['programQuestion'] {
  const question = programs.asked();
  if (!question) return null;
  const { organisation, program, host } = question;
  return { organisation, program, host };
}

function offerView(
  offer: { roleArn: string; providerArn: string },
  organisation: string,
  { settings }: SnapshotParts,
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
      wanted: settings.state().wanted.some((wanted) => wanted.roleArn === roleArn),
      pass: kept?.id ?? null,
    },
  ];
}
