/**
 * One sign-in as a pure machine; `signin/service.ts` runs the effects.
 *
 *   waitingForIdp ─doubted→ confirming: an answer unlike those before; from there on as from waitingForIdp
 *
 *   idle ─started→ waitingForIdp ─answered→ choosingRoles ─chosen→ trading{perPass} ─settled*→ done{perPass}
 *                       │  └──────────taken───────────────────────↑                            │
 *                       └─failed→ failed ←─failed─ choosingRoles                               └─dismissed→ idle
 *
 * Every event carries the attempt's id; an event of another attempt changes nothing.
 */
import type { Failure } from '../contract/failure.ts';
import type { BrowserName, DoubtView, TradeState } from '../contract/snapshot.ts';
import type { RoleOffer } from './assertion.ts';

export type Trades = Readonly<Record<string, TradeState>>;

interface Attempt {
  attempt: number;
  organisation: string;
}

export type SigninState =
  | { kind: 'idle' }
  | (Attempt & {
      kind: 'waitingForIdp';
      hosts: readonly string[];
      channel: 'https' | 'loopback';
      where: 'window' | BrowserName;
    })
  | (Attempt & { kind: 'confirming'; doubt: DoubtView; validUntil: number })
  | (Attempt & { kind: 'choosingRoles'; offers: readonly RoleOffer[]; ignored: number; validUntil: number })
  | (Attempt & { kind: 'trading'; passes: Trades })
  | (Attempt & { kind: 'done'; passes: Trades })
  | (Attempt & { kind: 'failed'; failure: Failure });

export type SigninEvent =
  | (Attempt & { kind: 'started'; host: string; channel: 'https' | 'loopback' })
  | { kind: 'opened'; attempt: number; where: 'window' | BrowserName }
  | { kind: 'moved'; attempt: number; host: string; channel: 'https' | 'loopback' }
  | { kind: 'doubted'; attempt: number; doubt: DoubtView; validUntil: number }
  | { kind: 'answered'; attempt: number; offers: readonly RoleOffer[]; ignored: number; validUntil: number }
  | { kind: 'tradeStarted'; attempt: number; passes: readonly string[] }
  | { kind: 'tradeSettled'; attempt: number; pass: string; result: TradeState }
  | { kind: 'failed'; attempt: number; failure: Failure }
  | { kind: 'dismissed' };

const MOST_HOSTS = 8;

export function transition(state: SigninState, event: SigninEvent): SigninState {
  if (event.kind === 'started') return isRunning(state) ? state : start(event);
  if (event.kind === 'dismissed')
    return state.kind === 'done' || state.kind === 'failed' ? { kind: 'idle' } : state;
  if (state.kind === 'idle' || state.attempt !== event.attempt) return state;
  const { attempt, organisation } = state;
  switch (event.kind) {
    case 'opened':
      if (state.kind !== 'waitingForIdp' || state.where === event.where) return state;
      return { ...state, where: event.where };
    case 'moved':
      if (state.kind !== 'waitingForIdp' || state.hosts.at(-1) === event.host) return state;
      return { ...state, hosts: [...state.hosts, event.host].slice(-MOST_HOSTS), channel: event.channel };
    case 'doubted': {
      if (state.kind !== 'waitingForIdp') return state;
      const { doubt, validUntil } = event;
      return { kind: 'confirming', attempt, organisation, doubt, validUntil };
    }
    case 'answered': {
      if (state.kind !== 'waitingForIdp' && state.kind !== 'confirming') return state;
      const { offers, ignored, validUntil } = event;
      return { kind: 'choosingRoles', attempt, organisation, offers, ignored, validUntil };
    }
    case 'tradeStarted':
      if (!['waitingForIdp', 'confirming', 'choosingRoles'].includes(state.kind)) return state;
      return {
        kind: 'trading',
        attempt,
        organisation,
        passes: Object.fromEntries(event.passes.map((pass) => [pass, { kind: 'pending' }])),
      };
    case 'tradeSettled':
      return state.kind === 'trading' ? settle(state, event.pass, event.result) : state;
    case 'failed':
      if (!isRunning(state)) return state;
      return { kind: 'failed', attempt, organisation, failure: event.failure };
  }
}

/** Whether a sign-in is under way, so that another start joins it. */
export function isRunning(state: SigninState): boolean {
  return ['waitingForIdp', 'confirming', 'choosingRoles', 'trading'].includes(state.kind);
}

function start(event: Extract<SigninEvent, { kind: 'started' }>): SigninState {
  const { attempt, organisation, host, channel } = event;
  return { kind: 'waitingForIdp', attempt, organisation, hosts: [host], channel, where: 'window' };
}

function settle(
  state: Extract<SigninState, { kind: 'trading' }>,
  pass: string,
  result: TradeState,
): SigninState {
  if (state.passes[pass]?.kind !== 'pending') return state;
  const passes = { ...state.passes, [pass]: result };
  const open = Object.values(passes).some((trade) => trade.kind === 'pending');
  return open ? { ...state, passes } : { ...state, kind: 'done', passes };
}
