/**
 * Renews live sessions without a person while the identity provider remembers them: one alarm for what is due
 * next, one attempt, then back-off. The old session stays. Owns what was tried; shows nothing.
 */
import type { FailureCode, Retry } from '../contract/failure.ts';
import type { NoticeView } from '../contract/snapshot.ts';
import { AppError } from '../lib/app-error.ts';
import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/log.ts';
import type { Organisation } from '../settings/schema.ts';
import type { SettingsService } from '../settings/service.ts';
import type { SigninState } from '../signin/machine.ts';
import type { SigninService } from '../signin/service.ts';
import { backOffMs, dueNow, hasGained, nextDueAt, type Renewable, spreadAt } from './renewal.ts';
import type { Sessions } from './service.ts';

export interface Renewals {
  /** Looks again what is due: sessions, passes or preferences changed. */
  update(): void;
  /** Why the last renewal of a live session brought nothing; null when none failed. */
  failureOf(pass: string): FailureCode | null;
  notices(): readonly NoticeView[];
  dismissNotice(id: string): void;
}

interface Parts {
  settings: Pick<SettingsService, 'passes' | 'organisation' | 'preferences'>;
  sessions: Pick<Sessions, 'view'>;
  signin: Pick<SigninService, 'renew'>;
  clock: Clock;
  /** Whether the machine has a network that leads to this organisation. */
  isOnline: (organisation: Organisation) => boolean;
  /** 0 to 1. */
  random: () => number;
  log: Log;
  changed: () => void;
}

type Tried = Pick<Renewable, 'startedAt' | 'dice' | 'tries' | 'waitsUntil' | 'stopped'> & {
  last: FailureCode | null;
};

/** Without a network the look-out is repeated, and counts as no try. */
const OFFLINE_AGAIN_MS = 30_000;
const AGAIN_SOON_MS = 15_000;
const FINAL: readonly FailureCode[] = ['signin-needs-person', 'signin-window-closed', 'role-not-offered'];
const OFFLINE: NoticeView = { id: 'renewal-offline', failure: { code: 'renewal-offline', retry: 'now' } };

export function createRenewals(parts: Parts): Renewals {
  const { settings, sessions, signin, clock, isOnline, random, log, changed } = parts;
  const tried = new Map<string, Tried>();
  const underWay = new Set<string>();
  let armedFor: number | null = null;
  let callOff = () => {};
  let offline: 'no' | 'said' | 'dismissed' = 'no';

  const triedOf = (pass: string, startedAt: number): Tried => {
    const known = tried.get(pass);
    if (known?.startedAt === startedAt) return known;
    const fresh = { startedAt, dice: random(), tries: 0, waitsUntil: 0, stopped: null, last: null };
    tried.set(pass, fresh);
    return fresh;
  };
  const live = (): Renewable[] =>
    settings.passes().flatMap(({ id, organisation }) => {
      const session = sessions.view(id);
      if (session.kind !== 'active') return [];
      const { startedAt, expiresAt } = session;
      return [{ ...triedOf(id, startedAt), pass: id, organisation, expiresAt }];
    });
  const renewable = () => {
    if (settings.preferences().renew !== 'silent') return [];
    return live().filter(({ organisation }) => !underWay.has(organisation));
  };

  const update = () => {
    const at = nextDueAt(renewable(), clock.now());
    if (at === armedFor) return;
    callOff();
    armedFor = at;
    callOff = at === null ? () => {} : clock.alarm(at, ring);
  };
  const ring = () => {
    armedFor = null;
    const now = clock.now();
    const due = dueNow(renewable(), now);
    let without = 0;
    for (const [id, group] of due) {
      const organisation = settings.organisation(id);
      const spread = spreadAt(group, now);
      if (!organisation) continue;
      if (spread !== null) wait(group, spread);
      else if (isOnline(organisation)) void renew(organisation, group);
      else {
        without += 1;
        wait(group, now + OFFLINE_AGAIN_MS);
      }
    }
    tellOffline(without > 0);
    update();
  };
  const wait = (group: readonly Renewable[], until: number) => {
    for (const { pass, startedAt } of group) triedOf(pass, startedAt).waitsUntil = until;
  };
  const tellOffline = (is: boolean) => {
    if (is === (offline !== 'no')) return;
    offline = is ? 'said' : 'no';
    changed();
  };

  const renew = async ({ id }: Organisation, group: readonly Renewable[]) => {
    underWay.add(id);
    log('renewal', { organisation: id, passes: group.map(({ pass }) => pass) });
    const outcome = await signin
      .renew(
        id,
        group.map(({ pass }) => pass),
      )
      .catch((error: unknown) => (error instanceof AppError ? error : new AppError('internal')));
    underWay.delete(id);
    for (const session of group) settle(session, outcome);
    changed();
  };
  /** A session that was saved has a new start and begins anew; the others are tried again, or not. */
  const settle = (before: Renewable, outcome: SigninState | AppError) => {
    const after = sessions.view(before.pass);
    if (after.kind !== 'active') return;
    if (after.startedAt !== before.startedAt) {
      if (!hasGained(before, after)) stop(triedOf(before.pass, after.startedAt), 'signin-needs-person');
      return;
    }
    const record = triedOf(before.pass, before.startedAt);
    const { code, final } = reasonOf(before.pass, outcome);
    if (code === 'signin-cancelled' || code === 'busy') {
      record.waitsUntil = clock.now() + AGAIN_SOON_MS;
    } else if (final) {
      stop(record, code);
    } else {
      record.tries += 1;
      record.last = code;
      record.waitsUntil = clock.now() + backOffMs(record.tries);
    }
  };
  const stop = (record: Tried, code: FailureCode) => {
    record.stopped = code;
    record.last = code;
  };

  return {
    update,
    failureOf: (pass) => {
      const session = sessions.view(pass);
      const record = tried.get(pass);
      return session.kind === 'active' && record?.startedAt === session.startedAt ? record.last : null;
    },
    notices: () => (offline === 'said' ? [OFFLINE] : []),
    dismissNotice: (id) => {
      if (id === OFFLINE.id && offline === 'said') offline = 'dismissed';
    },
  };
}

/** `final`: trying again without a person is of no use. */
interface Reason {
  code: FailureCode;
  final: boolean;
}

function reasonOf(pass: string, outcome: SigninState | AppError): Reason {
  if (outcome instanceof AppError) return reason({ code: outcome.code, retry: outcome.details.retry });
  if (outcome.kind === 'failed') return reason(outcome.failure);
  if (outcome.kind !== 'done') return reason({ code: 'signin-cancelled' });
  const trade = outcome.passes[pass];
  // Nothing was said of it: the answer does not offer its role.
  return reason(trade?.kind === 'failed' ? trade.failure : { code: 'role-not-offered' });
}

function reason({ code, retry }: { code: FailureCode; retry?: Retry | undefined }): Reason {
  return { code, final: retry === 'never' || FINAL.includes(code) };
}
