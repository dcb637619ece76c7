/** The roads to the outside: the company's network with what it asks, S3 in its process, account names from IAM. */
import { app } from 'electron';
import { getOverChromium } from '../accounts/get-over-chromium.ts';
import { createAccountAliases } from '../accounts/service.ts';
import type { TransferView } from '../contract/snapshot.ts';
import type { TransferLimits } from '../contract/transfer.ts';
import { monotonicMs } from '../lib/clock.ts';
import { answerPages } from '../network/page-asks.ts';
import { createPrompts } from '../network/prompts.ts';
import { createNetwork } from '../network/service.ts';
import { createNextSessions } from '../s3/next-sessions.ts';
import { createS3Service } from '../s3/service.ts';
import { s3SessionOf } from '../s3/session-of.ts';
import type { Preferences } from '../settings/schema.ts';
import { idpSessionOf, mayAskFor, organisationOfSession } from '../signin/idp-session.ts';
import { createTransfers } from '../transfer/service.ts';
import type { Ground } from './ground.ts';
import type { LiveSessions } from './live-sessions.ts';

/** Requests begun later may be cut off by the end. */
const LAST_MINUTE_MS = 60_000;

interface Parts extends Pick<LiveSessions, 'sessions' | 'clockWatch'> {
  changed: () => void;
  /** The network asks something that only a person can answer. */
  needsPerson: () => void;
  /** A transfer waits for a session of this pass. */
  sessionWanted: (pass: string) => void;
  transferHappened: (before: TransferView | null, after: TransferView) => void;
}

export function composeOutside(
  ground: Ground,
  { sessions, clockWatch, changed, needsPerson, sessionWanted, transferHappened }: Parts,
) {
  const { options, built, clock, log, toFailure, settings } = ground;
  const prompts = createPrompts({ changed, needsPerson });
  answerPages({
    app,
    prompts,
    organisationOf: (page) => settings.organisation(organisationOfSession(page.session) ?? '') ?? null,
    mayAsk: (page) => mayAskFor(page.session),
  });
  const network = createNetwork({
    dataFolder: options.dataFolder,
    organisation: settings.organisation,
    sessionOf: (organisation) => idpSessionOf(organisation, log).session,
    prompts,
    mayAsk: mayAskFor,
  });
  const aliases = createAccountAliases({
    clock,
    log,
    passes: settings.passes,
    organisation: settings.organisation,
    credentials: sessions.credentials,
    memory: {
      read: () => settings.state().accountAliases,
      write: (accountAliases) => settings.learn({ accountAliases }),
    },
    sign: async (...asked) => (await import('../accounts/sign-iam.ts')).signIamGet(...asked),
    get: getOverChromium,
    changed,
  });
  const sessionOf = (pass: string) =>
    s3SessionOf(pass, settings, sessions, network.companyPem, clock.offsetMs());
  const nextSessions = createNextSessions(sessionOf);
  const s3 = createS3Service({
    modulePath: built('s3.cjs'),
    sessionOf,
    nextSessionOf: nextSessions.of,
    network,
    prompts,
    toFailure,
    tellServerTime: clockWatch.learn,
    log,
  });
  /** A session that is nearly over is none to begin a request with. */
  const lastingSessionOf = (pass: string) => {
    const session = sessionOf(pass);
    return session !== null && session.expiresAt - clock.now() > LAST_MINUTE_MS ? session : null;
  };
  const lastingSessions = createNextSessions(lastingSessionOf);
  const transfers = createTransfers({
    modulePath: built('transfer.cjs'),
    dataFolder: options.dataFolder,
    sessionOf: lastingSessionOf,
    nextSessionOf: lastingSessions.of,
    roleOf: (pass) => {
      const found = settings.pass(pass);
      return found ? (found.thenAssume?.roleArn ?? found.roleArn) : null;
    },
    now: clock.now,
    monotonicMs,
    sessionWanted,
    network,
    prompts,
    toFailure,
    tellServerTime: clockWatch.learn,
    log,
    limits: () => limitsOf(settings.preferences()),
    happened: transferHappened,
    changed,
  });
  const lookForSessions = () => {
    nextSessions.look();
    lastingSessions.look();
  };
  return { prompts, network, aliases, s3, transfers, lookForSessions };
}

function limitsOf(preferences: Preferences): TransferLimits {
  const { uploadKilobytesPerSecond, downloadKilobytesPerSecond, transfersAtOnce, requestsAtOnce } =
    preferences;
  const bytes = (kilobytes: number) => (kilobytes === 0 ? null : kilobytes * 1000);
  return {
    uploadBytesPerSecond: bytes(uploadKilobytesPerSecond),
    downloadBytesPerSecond: bytes(downloadKilobytesPerSecond),
    atOnce: transfersAtOnce,
    requests: requestsAtOnce === 0 ? null : requestsAtOnce,
  };
}
