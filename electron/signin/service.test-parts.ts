/** The sign-in service between fakes: a login window without a page, an STS without a network, sessions in a map. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, vi } from 'vitest';
import type { Failure } from '../contract/failure.ts';
import { AppError, toFailure } from '../lib/app-error.ts';
import { createClock } from '../lib/clock.ts';
import type { Credentials } from '../session/credentials.ts';
import type { Sessions } from '../session/service.ts';
import type { Organisation, Pass } from '../settings/schema.ts';
import { createSettings } from '../settings/service.ts';
import type { RoleOffer } from './assertion.ts';
import type { OpenLogin, Place, Silently } from './login.ts';
import { NOW, PROVIDER, samlResponse, type Wishes } from './saml.test-parts.ts';
import { createSigninService } from './service.ts';
import type { Trade } from './sts.ts';
import type { TradeRequest } from './trade-request.ts';

let folder = '';

/** Fake timers from the moment of the tests' assertions, and a folder for settings. */
export function standStill(): void {
  beforeEach(() => {
    vi.useFakeTimers({ now: NOW });
    folder = mkdtempSync(join(tmpdir(), 'daypass-signin-'));
  });
  afterEach(() => {
    vi.useRealTimers();
    rmSync(folder, { recursive: true });
  });
}

export const CORP: Organisation = {
  id: 'corp',
  name: 'Corp',
  signInUrl: 'https://idp.corp.example/sso?app=aws',
  region: 'eu-west-1',
};
export const OTHER: Organisation = { ...CORP, id: 'other', name: 'Other' };
export const offerOf = (name: string): RoleOffer => ({
  roleArn: `arn:aws:iam::111122223333:role/${name}`,
  providerArn: PROVIDER,
});
export const passFor = (name: string): Pass => ({
  id: `pass-${name}`,
  organisation: CORP.id,
  label: name,
  ...offerOf(name),
  region: CORP.region,
});
/** The identity provider's answer with these roles. */
export const answerWith = (names: readonly string[], wishes: Wishes = {}) =>
  samlResponse({ roles: names.map((name) => `${offerOf(name).roleArn},${PROVIDER}`), ...wishes });
export const roleOf = ({ roleArn }: { roleArn: string }) => roleArn.split('/').at(-1);
/** Lets everything happen that waits for nothing but its turn. */
export const settle = () => vi.advanceTimersByTimeAsync(0);

export function tradeOf({ roleArn, durationSeconds }: TradeRequest): Trade {
  const expiresAt = Date.now() + durationSeconds * 1000;
  const secrets = { secretAccessKey: 'secret', sessionToken: 'token' };
  const credentials = {
    accessKeyId: `ASIA of ${roleArn}`,
    ...secrets,
    startedAt: Date.now(),
    expiresAt,
    scope: 'full' as const,
  };
  return { credentials, durationSeconds };
}

export interface FakeLogin {
  silently: Silently | undefined;
  answer(saml: string): void;
  fail(error: AppError): void;
  move(place: Place): void;
  show: ReturnType<typeof vi.fn<() => void>>;
  cancel: ReturnType<typeof vi.fn<() => void>>;
  end: ReturnType<typeof vi.fn<() => void>>;
}

export function house({
  pinned = [],
  refusal = null,
}: {
  pinned?: readonly string[];
  refusal?: Failure | null;
} = {}) {
  const clock = createClock();
  const passes = pinned.map(passFor);
  writeFileSync(
    join(folder, 'settings.json'),
    JSON.stringify({ version: 1, organisations: [CORP, OTHER], passes }),
  );
  const settings = createSettings(folder, 'linux', clock.now);
  const taken = new Map<string, Credentials>();
  const signedOut = new Set<string>();
  const take = vi.fn(async (pass: string, credentials: Credentials) => void taken.set(pass, credentials));
  const sessions: Sessions = {
    take,
    view: (pass) => {
      const session = taken.get(pass);
      if (!session) return { kind: 'none' };
      const { startedAt, expiresAt } = session;
      return { kind: 'active', startedAt, expiresAt, kept: 'keychain', scope: 'full' };
    },
    credentials: (pass) => taken.get(pass) ?? null,
    restore: async () => {},
    retryKeychain: async () => {},
    signOut: async (pass) => {
      signedOut.add(pass);
      taken.delete(pass);
    },
    signedOut: (pass) => signedOut.has(pass),
    update: () => {},
  };
  const logins: FakeLogin[] = [];
  const postedFrom: { origin: string | null } = { origin: 'https://idp.corp.example' };
  const openLogin = vi.fn<OpenLogin>((_organisation, onHost, silently) => {
    let answer = (_saml: string) => {};
    let fail = (_error: AppError) => {};
    const answered = new Promise<string>((resolve, reject) => {
      answer = resolve;
      fail = reject;
    });
    const cancel = vi.fn(() => fail(new AppError('signin-cancelled')));
    const login = {
      silently,
      answer,
      fail,
      move: onHost,
      show: vi.fn(() => {}),
      cancel,
      end: vi.fn(() => {}),
    };
    logins.push(login);
    return {
      where: 'window',
      answer: answered,
      postedFrom: () => postedFrom.origin,
      show: login.show,
      cancel,
      end: login.end,
    };
  });
  const trade = vi.fn(async (request: TradeRequest) => tradeOf(request));
  const needsAttention = vi.fn();
  const warm = vi.fn();
  const signin = createSigninService({
    settings,
    sessions,
    openLogin,
    trade,
    clock,
    log: () => {},
    refusalOf: () => refusal,
    toFailure: (error) =>
      toFailure(
        error,
        (text) => text,
        () => 'reference',
      ),
    warm,
    changed: () => {},
    needsAttention,
  });
  /** Starts a sign-in and has the identity provider answer it. */
  const signIn = async (saml: string, options?: { choose: boolean }) => {
    signin.start(CORP.id, options);
    logins.at(-1)?.answer(saml);
    await settle();
  };
  const rolesTraded = () => trade.mock.calls.map(([request]) => roleOf(request));
  return {
    clock,
    settings,
    postedFrom,
    sessions,
    taken,
    take,
    logins,
    openLogin,
    trade,
    needsAttention,
    warm,
    signin,
    signIn,
    rolesTraded,
  };
}
